import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { CallResult } from '../delivery/transport/response';
import type { Client } from '../delivery/transport/client';
import type { Failure } from '../delivery/errors/failure';
import type { ItemError } from '../delivery/errors/nodeErrors';
import { anyEvent, type CallbackEvent, events } from './events';

/** Milliseconds. */
const timeout = 10_000;
/** Live > "Update Webhook Configuration": there is none yet. */
const noConfiguration = 100_301;
/** Live > "Set Webhook Configuration": there is one. */
const alreadyConfigured = 100_300;

/** The message events of groups, of which live rooms are some (T-64413, T-74347, T-74348). */
const roomMessages = ['Group.CallbackBeforeSendMsg', 'Group.CallbackAfterSendMsg'];

const isOfLive = ({ group, command }: CallbackEvent) =>
	group === 'Live' || roomMessages.includes(command);

/** The events for which the node can enter the URL itself. */
export const ofLive = events.filter(isOfLive).map(({ command }) => command);

/** The only "before" event for which Tencent takes no response in time as a no. */
export const beforeGift = 'Live.CallbackBeforeSendGift';

/**
 * No event, but an entry of the list of commands: while it is there, a gift passes where nobody
 * responds in time. Documentation: Live > "Before a Gift Is Sent" (T-72210).
 */
const giftsPassWithoutResponse = 'Live.CallbackBeforeCallBackNotBlock';

/**
 * The commands that are entered for the events of a trigger. Any Event stands for those that only
 * inform: a command that Tencent waits for is entered where it was chosen by its name, since with it
 * an n8n that stands still can stop an app.
 *
 * @param letGiftsPass whether a gift passes where nobody responds in time
 */
export function liveCommands(chosen: readonly string[], letGiftsPass: boolean): string[] {
	const any = chosen.includes(anyEvent);
	const commands = events
		.filter(isOfLive)
		.filter(({ command, when }) => chosen.includes(command) || (any && when === 'after'))
		.map(({ command }) => command);
	const passes = letGiftsPass && commands.includes(beforeGift);
	return passes ? [...commands, giftsPassWithoutResponse] : commands;
}

function taken(url: string): InvalidParameter {
	// The rest of an address may be as good as a password.
	const place = URL.canParse(url) ? new URL(url).origin : 'another address';
	return new InvalidParameter(
		`The app has a Live callback URL already, at ${place}`,
		"An app has one, and this one is not overwritten. Remove it in the console (Live > Configuration > Live Webhook) and publish the workflow again, or turn 'Register the URL for Live' off and let the workflow behind that URL pass the events on.",
	);
}

type Outcome = { failure: ItemError } | { failure?: undefined };

/** The Live callback URL of an app, of which there is one. */
export class LiveRegistration {
	constructor(
		private readonly client: Client,
		private readonly url: string,
	) {}

	/**
	 * Enters the URL, unless another one stands there.
	 *
	 * @param token set with it; an empty one leaves what is configured
	 */
	async add(commands: readonly string[], token: string): Promise<Outcome> {
		const current = await this.current();
		if ('failure' in current) return current;
		const { url } = current;
		if (url !== undefined && url !== this.url) return { failure: taken(url) };
		const entered = await this.call(url === undefined ? 'set_callback' : 'update_callback', {
			Url: this.url,
			CallbackCommandList: [...commands],
		});
		if (!entered.ok) {
			// Somebody was faster.
			const isTaken = entered.failure.data.ErrorCode === alreadyConfigured;
			return { failure: isTaken ? taken('') : entered.failure };
		}
		if (token === '') return {};
		this.client.hide(token);
		const signed = await this.call('set_callback_token', { Token: token, IsTokenEnable: true });
		return signed.ok ? {} : { failure: signed.failure };
	}

	/** Removes the URL, if it is still this one. */
	async remove(): Promise<Outcome> {
		const current = await this.current();
		if ('failure' in current) return current;
		if (current.url !== this.url) return {};
		const removed = await this.call('delete_callback', {});
		return removed.ok ? {} : { failure: removed.failure };
	}

	private async current(): Promise<{ url: string | undefined } | { failure: Failure }> {
		const result = await this.call('get_callback', {});
		if (!result.ok) {
			const { failure } = result;
			return failure.data.ErrorCode === noConfiguration ? { url: undefined } : { failure: failure };
		}
		const { Response: configuration } = result.response;
		const { Url: url } = (configuration ?? {}) as IDataObject;
		return { url: typeof url === 'string' && url !== '' ? url : undefined };
	}

	private async call(command: string, body: IDataObject): Promise<CallResult> {
		return await this.client.call(`live_config/${command}`, JSON.stringify(body), timeout);
	}
}
