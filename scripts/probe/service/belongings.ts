import { randomBytes } from 'node:crypto';

import type { JsonObject } from '../../../simulator/json';
import type { Send } from './client';

/** What everything that the probe makes begins with. */
export const prefix = 'n8n-probe-';

export const kinds = ['session', 'room', 'group', 'account'] as const;
export type Kind = (typeof kinds)[number];

/** Something that could not be deleted, and the ErrorCode, if there was an answer. */
export interface Leftover {
	kind: Kind;
	id: string;
	code?: number;
}

/** Codes that say that it does not exist (any more). */
const gone: Record<Kind, number[]> = {
	session: [141005],
	room: [100004],
	group: [10010, 10015],
	account: [70107],
};

const maxTries = 3;
/** account_delete takes as many at once. */
const maxAccounts = 100;

/**
 * What the probe has made, or has begun to make: something is noted before the call that makes it,
 * so that nothing stays when that call is the last one.
 */
export class Belongings {
	private readonly run = randomBytes(4).toString('hex');
	private readonly made: Record<Kind, Set<string>> = {
		session: new Set(),
		room: new Set(),
		group: new Set(),
		account: new Set(),
	};
	/** Of a session, by its customer. */
	private readonly serviceAccounts = new Map<string, string>();
	private count = 0;

	/** An ID that nobody has. */
	newId(): string {
		this.count += 1;
		return `${prefix}${this.run}-${this.count}`;
	}

	note(kind: Exclude<Kind, 'session'>, id: string): void {
		this.made[kind].add(id);
	}

	/** A session that an agent may have with a throwaway customer. */
	noteSession(serviceAccount: string, customer: string): void {
		this.made.session.add(customer);
		this.serviceAccounts.set(customer, serviceAccount);
	}

	/** All IDs, for a person to read. */
	list(): Array<[Kind, string]> {
		return kinds.flatMap((kind) => [...this.made[kind]].map((id): [Kind, string] => [kind, id]));
	}

	/** Deletes everything, and returns what could not be deleted. */
	async remove(send: Send): Promise<Leftover[]> {
		const left: Leftover[] = [];
		for (const [kind, id] of this.list()) {
			if (kind === 'account') continue;
			const code = await persistently(() => this.end(send, kind, id));
			this.settle(kind, id, code, left);
		}
		const accounts = [...this.made.account];
		for (let first = 0; first < accounts.length; first += maxAccounts) {
			const some = accounts.slice(first, first + maxAccounts);
			const codes = await persistently(() => accountCodes(send, some));
			for (const id of some) this.settle('account', id, codes?.get(id), left);
		}
		return left;
	}

	private async end(send: Send, kind: Exclude<Kind, 'account'>, id: string): Promise<number> {
		if (kind === 'room')
			return await codeOf(send, 'live_engine_http_srv/destroy_room', { RoomId: id });
		if (kind === 'group')
			return await codeOf(send, 'group_open_http_svc/destroy_group', { GroupId: id });
		const { SessionId } = await send('desk_http_svc/get_session_state', {
			ClientUserId: id,
			CustomerServiceId: this.serviceAccounts.get(id),
		});
		// Without a session there is none to end.
		if (typeof SessionId !== 'string' || SessionId === '') return 0;
		return await codeOf(send, 'desk_http_svc/end_session', { SessionId });
	}

	private settle(kind: Kind, id: string, code: number | undefined, left: Leftover[]): void {
		if (code === 0 || (code !== undefined && gone[kind].includes(code))) this.made[kind].delete(id);
		else left.push({ kind, id, ...(code !== undefined && { code }) });
	}
}

async function codeOf(send: Send, path: string, body: JsonObject): Promise<number> {
	return Number((await send(path, body)).ErrorCode);
}

async function accountCodes(send: Send, ids: string[]): Promise<Map<string, number>> {
	const { ErrorCode, ResultItem } = await send('im_open_login_svc/account_delete', {
		DeleteItem: ids.map((UserID) => ({ UserID })),
	});
	const codes = new Map(ids.map((id) => [id, Number(ErrorCode)]));
	for (const { UserID, ResultCode } of (ResultItem ?? []) as JsonObject[]) {
		codes.set(String(UserID), Number(ResultCode));
	}
	return codes;
}

/** Tries a call again that gets no answer; undefined when none comes. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T | undefined> {
	for (let tries = 0; tries < maxTries; tries += 1) {
		try {
			return await attempt();
		} catch {
			continue;
		}
	}
	return undefined;
}
