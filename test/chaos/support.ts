import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isWhole } from '../support/size';
import { runNode, type NodeRun } from '../harness/engine';
import {
	DEMO_APP,
	demoWorld,
	startSimulator,
	type FaultRule,
	type Simulator,
} from '../../simulator';

/** The faults of a bad network, in the mixture that the project promises to survive. */
export const badNetwork: FaultRule[] = [
	{ probability: 0.03, fault: { kind: 'reset' } },
	{ probability: 0.03, fault: { kind: 'status502' } },
	{ probability: 0.03, fault: { kind: 'loseAnswer' } },
	{ probability: 0.03, fault: { kind: 'errorCode', code: 60008 } },
	{ probability: 0.02, fault: { kind: 'garbage' } },
	{ probability: 0.02, fault: { kind: 'slow', factor: 10 } },
];

/** In part every back-off is a short one: what is delivered and how does not depend on it. */
export function shortBackOffs(): void {
	beforeEach(() => {
		if (!isWhole) jest.spyOn(Math, 'random').mockReturnValue(0.02);
	});
	afterEach(() => jest.restoreAllMocks());
}

/** A customer and the messages that they are to get, numbered from 0. */
export interface Letter extends IDataObject {
	to: string;
	text: string;
	number: number;
}

export const customerOf = (number: number, customers: number) => `customer-${number % customers}`;

/** One message after the other, dealt out to the customers in turn. */
export function letters(messages: number, customers: number): Letter[] {
	return Array.from({ length: messages }, (_, number) => ({
		to: customerOf(number, customers),
		text: `Message ${number}`,
		number,
	}));
}

/** A simulator that knows the customers and fails as often as `badNetwork` says. */
export async function startBadNetwork(seed: number, customers: number): Promise<Simulator> {
	const world = demoWorld();
	return await startSimulator({
		seed,
		world: {
			accounts: [
				...world.accounts,
				...Array.from({ length: customers }, (_, number) => customerOf(number, customers)),
			],
		},
		behaviour: { latencyMs: 4, rateLimit: null, liveRoomPerSecond: null, faults: badNetwork },
	});
}

export const deliveryOptions = { requestsPerSecond: 5_000 };

/** Sends the letters with the given parameters; what fails goes to the error branch. */
export async function sendAll(
	simulator: Simulator,
	parameters: INodeParameters,
	items: IDataObject[],
	packageFolder?: string,
): Promise<NodeRun> {
	return await runNode({ parameters, onError: 'continueErrorOutput' }, items, {
		packageFolder,
		credentials: {
			tencentChatDeskApi: {
				sdkAppId: DEMO_APP.sdkAppId,
				identifier: 'administrator',
				secretKey: DEMO_APP.secretKey,
				region: 'custom',
				customHost: simulator.url,
			},
		},
	});
}

/** What went wrong in a delivery, in words; empty when every promise was kept. */
export interface Verdict {
	problems: string[];
	delivered: number;
	failed: number;
	inDoubt: number;
}

interface Shown {
	to: string;
	texts: string[];
}

/** What each customer sees, in display order. */
export function shownTo(
	simulator: Simulator,
	kind: 'c2c' | 'desk' | 'live',
	sender: string,
): Shown[] {
	return simulator
		.conversations()
		.filter((conversation) => conversation.kind === kind)
		.map(({ participants, entries }) => ({
			to: participants.find((participant) => participant !== sender) ?? sender,
			texts: entries.filter((entry) => entry.kind === 'message').map(({ text }) => text),
		}));
}

function numbersIn(texts: string[]): number[] {
	return texts.map((text) => Number(text.replace('Message ', '')));
}

function errorOf(item: { json: IDataObject }): { mayHaveBeenSent?: boolean; message?: string } {
	return (item.json.error ?? {}) as { mayHaveBeenSent?: boolean; message?: string };
}

/**
 * Compares what was sent with what is shown: every letter on exactly one branch, delivered ones
 * shown exactly once and in the order of the items, certain failures not shown at all.
 */
export function judge(sent: Letter[], run: NodeRun, shown: Shown[]): Verdict {
	const problems: string[] = [];
	const views = new Map(shown.map(({ to, texts }) => [to, numbersIn(texts)]));
	const position = (item: { pairedItem?: unknown }) => (item.pairedItem as { item: number }).item;
	const good = new Set(run.output.map(position));
	const bad = new Map(run.errorOutput.map((item) => [position(item), errorOf(item)]));
	let inDoubt = 0;
	for (const [index, { to, number }] of sent.entries()) {
		const times = (views.get(to) ?? []).filter((seen) => seen === number).length;
		const failure = bad.get(index);
		if (times > 1) problems.push(`message ${number} is shown ${times} times`);
		if (good.has(index) === (failure !== undefined)) {
			problems.push(`message ${number} is on ${failure ? 'both branches' : 'no branch'}`);
		}
		if (good.has(index) && times === 0) problems.push(`message ${number} is lost`);
		if (failure?.mayHaveBeenSent) inDoubt += 1;
		else if (failure && times > 0) problems.push(`message ${number} failed, yet it is shown`);
	}
	for (const [to, numbers] of views) {
		if (numbers.some((number, index) => index > 0 && number < numbers[index - 1]!)) {
			problems.push(`${to} sees messages out of order`);
		}
	}
	return { problems, delivered: run.output.length, failed: run.errorOutput.length, inDoubt };
}
