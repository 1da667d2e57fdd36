import type { IDataObject } from 'n8n-workflow';

import type { Conversation } from '../../simulator';
import type { NodeRun } from './engine';

/** What was to be shown to whom, in this order. No two texts are the same. */
interface Sent {
	to: string;
	text: string;
}

/** What somebody sees, from top to bottom. */
export interface View {
	to: string;
	texts: string[];
}

/** What became of messages. */
export interface Arrivals {
	/** How often each is shown to its recipient, in the order of sending. */
	shown: number[];
	/** Messages that are shown to their recipient. */
	arrived: number;
	lost: number;
	/** Copies beyond the first, and messages that are shown to somebody else. */
	doubled: number;
	/** Messages that are shown after a later one to the same recipient. */
	outOfOrder: number;
}

/** What the recipients of messages see in conversations of one kind. */
export function viewsOf(conversations: Conversation[], kind: Conversation['kind']): View[] {
	const views = new Map<string, string[]>();
	for (const conversation of conversations) {
		if (conversation.kind !== kind) continue;
		for (const { kind: entryKind, sender, text } of conversation.entries) {
			if (entryKind !== 'message') continue;
			const to = conversation.participants.find((participant) => participant !== sender) ?? sender;
			const texts = views.get(to) ?? [];
			texts.push(text);
			views.set(to, texts);
		}
	}
	return [...views].map(([to, texts]) => ({ to, texts }));
}

/** Compares what was sent with what is shown; texts that were not sent are of no concern. */
export function arrivalsOf(sent: Sent[], views: View[]): Arrivals {
	const indexOf = new Map(sent.map(({ text }, index) => [text, index]));
	const shown = sent.map(() => 0);
	let elsewhere = 0;
	let outOfOrder = 0;
	for (const { to, texts } of views) {
		let latest = -1;
		for (const text of texts) {
			const index = indexOf.get(text);
			if (index === undefined) continue;
			if (sent[index]!.to === to) shown[index]! += 1;
			else elsewhere += 1;
			if (index < latest) outOfOrder += 1;
			latest = Math.max(latest, index);
		}
	}
	const arrived = shown.filter((times) => times > 0).length;
	const copies = shown.reduce((sum, times) => sum + times, 0) - arrived;
	return {
		shown,
		arrived,
		lost: sent.length - arrived,
		doubled: copies + elsewhere,
		outOfOrder,
	};
}

/** What went wrong in a delivery, in words; empty when every promise was kept. */
export interface Verdict {
	problems: string[];
	delivered: number;
	failed: number;
	inDoubt: number;
}

function errorOf(item: { json: IDataObject }): { mayHaveBeenSent?: boolean } {
	return (item.json.error ?? {}) as { mayHaveBeenSent?: boolean };
}

/**
 * Compares a run with what is shown: every message on exactly one branch, delivered ones shown
 * exactly once and in the order of the items, certain failures not shown at all.
 */
export function judge(
	sent: Sent[],
	run: Pick<NodeRun, 'output' | 'errorOutput'>,
	views: View[],
): Verdict {
	const problems: string[] = [];
	const { shown, outOfOrder } = arrivalsOf(sent, views);
	const position = (item: { pairedItem?: unknown }) => (item.pairedItem as { item: number }).item;
	const good = new Set(run.output.map(position));
	const bad = new Map(run.errorOutput.map((item) => [position(item), errorOf(item)]));
	let inDoubt = 0;
	for (const [index, times] of shown.entries()) {
		const failure = bad.get(index);
		if (times > 1) problems.push(`message ${index} is shown ${times} times`);
		if (good.has(index) === (failure !== undefined)) {
			problems.push(`message ${index} is on ${failure ? 'both branches' : 'no branch'}`);
		}
		if (good.has(index) && times === 0) problems.push(`message ${index} is lost`);
		if (failure?.mayHaveBeenSent) inDoubt += 1;
		else if (failure && times > 0) problems.push(`message ${index} failed, yet it is shown`);
	}
	if (outOfOrder > 0) problems.push(`${outOfOrder} messages are out of order`);
	return { problems, delivered: run.output.length, failed: run.errorOutput.length, inDoubt };
}
