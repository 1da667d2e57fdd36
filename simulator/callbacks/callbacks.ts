import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json';
import type { AppState } from '../state/app';
import { deliver, type Delivery } from './delivery';
import { SentBook, type SentCallback } from './sent';
import { callbackSign } from './signature';

/** What happened, or is about to, in the words of the callback's page. */
export interface Callback {
	command: string;
	/** OptPlatform: RESTAPI, or the client of whoever did it. */
	platform: string;
	/** The body without CallbackCommand. */
	body: JsonObject;
	/** It is about a message of a live room, and so a callback of Live. */
	ofLive?: true;
	/** What its page leaves out of the usual form. */
	leavesOut?: ReadonlyArray<'ClientIP' | 'OptPlatform' | 'command in the body'>;
}

/** What decides on where a callback goes. */
type Subject = Pick<Callback, 'command' | 'ofLive'>;

/** Where a callback goes, and how long its response may take. */
interface Destination {
	to: SentCallback['to'];
	url: string;
	token: string | null;
}

interface Clock {
	now: () => number;
	sleep: (milliseconds: number) => Promise<void>;
}

/** No page says how often and when a callback is sent again. */
const maxTries = 3;
const retryAfterMs = 1000;
/** Webhook Overview: ClientIP "in the format of 127.0.0.1", and everything here is local. */
const clientIp = '127.0.0.1';

/** Sends callbacks as Chat > Webhook Overview describes it (page 34354). */
export class Callbacks {
	readonly sent = new SentBook();
	private readonly closing = new AbortController();
	private readonly underWay = new Set<Promise<unknown>>();

	constructor(private readonly clock: Clock) {}

	/** Whether the app wants this callback. */
	wants(state: AppState, subject: Subject): boolean {
		return destinationOf(state, subject) !== undefined;
	}

	/**
	 * Asks before something happens; undefined when the app does not want to be asked. Such a
	 * callback is sent once only.
	 */
	ask(state: AppState, callback: Callback): Promise<Delivery> | undefined {
		const destination = destinationOf(state, callback);
		if (!destination) return undefined;
		return this.track(this.send(state, destination, callback, 1));
	}

	/** Tells what happened; nobody waits for it. */
	tell(state: AppState, callback: Callback): void {
		const destination = destinationOf(state, callback);
		if (!destination) return;
		const tries = state.callbacks.settings.retryAfter ? maxTries : 1;
		void this.track(this.send(state, destination, callback, tries));
	}

	/** Resolves when all callbacks so far are answered, given up or late. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Breaks off what is under way. */
	close(): void {
		this.closing.abort();
	}

	private async track(sending: Promise<Delivery>): Promise<Delivery> {
		this.underWay.add(sending);
		return await sending.finally(() => this.underWay.delete(sending));
	}

	private async send(
		state: AppState,
		destination: Destination,
		{ command, platform, body, leavesOut = [] }: Callback,
		tries: number,
	): Promise<Delivery> {
		const isNamed = !leavesOut.includes('command in the body');
		const packet = { ...(isNamed && { CallbackCommand: command }), ...body };
		const text = JSON.stringify(packet);
		const record = this.sent.add({
			at: this.clock.now(),
			sdkAppId: state.app.sdkAppId,
			to: destination.to,
			command,
			platform,
			...(destination.to === 'desk' && { requestId: randomUUID() }),
			// A copy, because what it tells of goes on changing.
			body: JSON.parse(text) as JsonObject,
			tries: 0,
			result: 'pending',
		});
		for (;;) {
			record.tries += 1;
			const delivery = await deliver(
				this.addressFor(record, destination, leavesOut),
				text,
				state.callbacks.settings.timeoutMs,
				this.closing.signal,
			);
			Object.assign(record, delivery);
			const isOver = delivery.result === 'answered' || record.tries >= tries;
			if (isOver || this.closing.signal.aborted) return delivery;
			await this.clock.sleep(retryAfterMs);
		}
	}

	/** Webhook Overview, Webhook Protocol; RequestID stands on Desk's pages only. */
	private addressFor(
		record: SentCallback,
		{ url, token }: Destination,
		leavesOut: NonNullable<Callback['leavesOut']>,
	): URL {
		const address = new URL(url);
		const query = address.searchParams;
		query.set('SdkAppid', String(record.sdkAppId));
		query.set('CallbackCommand', record.command);
		query.set('contenttype', 'json');
		if (!leavesOut.includes('ClientIP')) query.set('ClientIP', clientIp);
		if (!leavesOut.includes('OptPlatform')) query.set('OptPlatform', record.platform);
		if (record.requestId !== undefined) query.set('RequestID', record.requestId);
		if (token !== null) {
			const requestTime = String(Math.floor(this.clock.now() / 1000));
			query.set('Sign', callbackSign(token, requestTime));
			query.set('RequestTime', requestTime);
		}
		return address;
	}
}

/** What the list of Live holds beside `Live.*`: Live > Webhooks Command List (page 64413). */
const liveFamilies = ['Live.', 'Mic.', 'Follow.'];
/** Follow is a feature of Chat, whose list (page 34355) has its callbacks too. */
const chatFamilies = ['Follow.'];

/** Callbacks on whose pages no Sign is to be seen. */
const unsignedPages = ['Desk.', 'ChatBot.OnAssign', 'Push.'];

const isOneOf = (families: string[], command: string) =>
	families.some((family) => command.startsWith(family));

/** Desk and Live have callback URLs of their own; nothing goes where none is set. */
export function destinationOf(
	{ callbacks }: Pick<AppState, 'callbacks'>,
	{ command, ofLive }: Subject,
): Destination | undefined {
	const { settings, live, liveToken } = callbacks;
	if (ofLive || isOneOf(liveFamilies, command)) {
		if (live?.commands.includes(command)) {
			return { to: 'live', url: live.url, token: liveToken?.enabled ? liveToken.token : null };
		}
		const goesToChat = ofLive ? settings.roomMessagesToChat : isOneOf(chatFamilies, command);
		if (!goesToChat) return undefined;
	}
	if (settings.commands !== null && !settings.commands.includes(command)) return undefined;
	const isDesk = command.startsWith('Desk.') || command.startsWith('ChatBot.OnAssign');
	const url = isDesk ? (settings.deskUrl ?? settings.url) : settings.url;
	if (url === null) return undefined;
	const isSigned = settings.signsAll || !isOneOf(unsignedPages, command);
	return { to: isDesk ? 'desk' : 'chat', url, token: isSigned ? settings.token : null };
}
