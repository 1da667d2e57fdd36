import { randomInt } from 'node:crypto';

import type { JsonObject } from '../../../simulator/json';
import { Belongings, type Leftover } from './belongings';
import type { CallbackListener } from './callbacks';
import type { Send } from './client';
import type { Time } from './time';

/** One call and its answer. */
export interface Step {
	path: string;
	response: JsonObject;
	/** Its ErrorCode decides the question, so that it is no difference beside another answer. */
	decides: boolean;
	/** A list in the response, and the field by which its order shows. */
	order?: Order;
}

export interface Order {
	list: string;
	by: string;
}

/** The app or its plan lacks what a question needs. The message holds fixed words and codes. */
export class Unavailable extends Error {}

/** Nothing that follows would make sense. */
export class CannotGoOn extends Error {}

export interface ServiceOptions {
	send: Send;
	time: Time;
	/** The UserID of the admin who signs. */
	admin: string;
	/** The customer service account that Desk is asked about, where one was named. */
	serviceAccount?: string;
	callbacks?: CallbackListener;
	signal?: AbortSignal;
}

const accountsAtOnce = 12;
/** Milliseconds between two calls: five a second, far below every limit. */
const spacing = 200;

/** The service, real or simulated, as a question sees it. */
export class Service {
	readonly belongings = new Belongings();
	readonly admin: string;
	readonly callbacks: CallbackListener | undefined;
	readonly named: string | undefined;
	/** The calls of the question that is being asked. */
	steps: Step[] = [];
	calls = 0;
	private nextCall = 0;
	private sharedGroup: string | undefined;
	private shared: [string, string] | undefined;
	/** Accounts that were imported and that nobody uses yet. */
	private readonly ready: string[] = [];

	constructor(private readonly options: ServiceOptions) {
		this.admin = options.admin;
		this.callbacks = options.callbacks;
		this.named = options.serviceAccount;
	}

	/** Makes a call; its response has to be like that of the simulator. */
	async call(path: string, body: JsonObject, order?: Order): Promise<JsonObject> {
		return await this.step(path, body, { decides: false, order });
	}

	/** Makes a call whose ErrorCode answers the question. */
	async decide(path: string, body: JsonObject): Promise<number> {
		return Number((await this.step(path, body, { decides: true })).ErrorCode);
	}

	/** What the last call was answered. */
	get lastResponse(): JsonObject {
		return this.steps.at(-1)?.response ?? {};
	}

	/** Makes calls side by side; gives their ErrorCodes. */
	async decideAtOnce(path: string, bodies: readonly JsonObject[]): Promise<number[]> {
		return await Promise.all(
			bodies.map(async (body) => {
				this.nextCall = 0;
				return await this.decide(path, body);
			}),
		);
	}

	/** Waits until so many milliseconds of the clock. */
	async until(time: number): Promise<void> {
		await this.options.time.until(time, this.options.signal);
	}

	now(): number {
		return this.options.time.now();
	}

	/**
	 * A new throwaway account. Several are imported at once, for those that come after it.
	 *
	 * @throws CannotGoOn when the app takes no more accounts
	 */
	async account(): Promise<string> {
		const known = this.ready.pop();
		if (known !== undefined) return known;
		const Accounts = Array.from({ length: accountsAtOnce }, () => this.belongings.newId());
		for (const id of Accounts) this.belongings.note('account', id);
		const path = 'im_open_login_svc/multiaccount_import';
		const { ErrorCode, FailAccounts = [] } = await this.call(path, { Accounts });
		if (ErrorCode !== 0 || !Array.isArray(FailAccounts) || FailAccounts.length > 0) {
			throw new CannotGoOn(`The app takes no more accounts (ErrorCode ${String(ErrorCode)}).`);
		}
		this.ready.push(...Accounts);
		return await this.account();
	}

	async accounts(count: number): Promise<string[]> {
		const ids: string[] = [];
		while (ids.length < count) ids.push(await this.account());
		return ids;
	}

	/** Two accounts that questions share, where nothing that stays between them matters. */
	async pair(): Promise<[string, string]> {
		this.shared ??= [await this.account(), await this.account()];
		return this.shared;
	}

	/** An ID that nothing has. */
	unusedId(): string {
		return this.belongings.newId();
	}

	/** A new throwaway group. */
	async group(members: string[], fields: JsonObject = {}): Promise<string> {
		const GroupId = this.belongings.newId();
		this.belongings.note('group', GroupId);
		const code = await this.decide('group_open_http_svc/create_group', {
			GroupId,
			Type: 'Public',
			Name: 'probe',
			...(members.length > 0 && {
				MemberList: members.map((Member_Account) => ({ Member_Account })),
			}),
			...fields,
		});
		if (code !== 0) throw new Unavailable(`no group can be created (${code})`);
		return GroupId;
	}

	/** A group that questions share, without members. */
	async emptyGroup(): Promise<string> {
		return (this.sharedGroup ??= await this.group([]));
	}

	/** A new throwaway live room. */
	async room(owner: string): Promise<string> {
		const RoomId = this.belongings.newId();
		this.belongings.note('room', RoomId);
		const code = await this.decide('live_engine_http_srv/create_room', {
			RoomInfo: {
				RoomId,
				RoomType: 'Live',
				Owner_Account: owner,
				SeatTemplate: 'VideoDynamicGrid9Seats',
				IsPublicVisible: false,
			},
		});
		if (code !== 0) throw new Unavailable(`no live room can be created (${code})`);
		return RoomId;
	}

	/** Deletes all that was made here, also after an interruption; returns what could not be. */
	async cleanUp(): Promise<Leftover[]> {
		const { send, time } = this.options;
		return await this.belongings.remove(async (path, body) => {
			await time.until(this.nextCall);
			this.nextCall = time.now() + spacing;
			return await send(path, body);
		});
	}

	private async step(
		path: string,
		body: JsonObject,
		facts: Pick<Step, 'decides' | 'order'>,
	): Promise<JsonObject> {
		const { send, time, signal } = this.options;
		await time.until(this.nextCall, signal);
		signal?.throwIfAborted();
		this.nextCall = time.now() + spacing;
		this.calls += 1;
		const { steps } = this;
		const response = await send(path, body);
		steps.push({ path, response, ...facts });
		return response;
	}
}

/** A number for MsgRandom, MsgSeq and their like. */
export const randomNumber = (): number => randomInt(1, 0x7fff_ffff);

export const textBody = (Text: string): JsonObject[] => [
	{ MsgType: 'TIMTextElem', MsgContent: { Text } },
];
