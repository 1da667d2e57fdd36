import type { Account } from '../../../credentials/account';
import type { Body, Remedy } from '../contract';
import type { Client } from './client';
import type { Failure } from './failure';
import { paceOf, takeTurn } from './pace';

/** Whether the remedy takes away what made a call fail. */
export function cures({ codes }: Remedy, { data }: Failure): boolean {
	return codes.some((code) => code === data.ErrorCode);
}

/**
 * Makes the calls of a remedy, at its own pace.
 *
 * @param body of the call that failed
 * @returns whether the failed call is worth another try
 */
export async function apply(
	remedy: Remedy,
	body: Body,
	client: Client,
	account: Account,
	timeout: number,
): Promise<boolean> {
	const pace = paceOf(account.origin, account.sdkAppId, remedy.path);
	const owner = {};
	pace.wish(owner, remedy.perSecond);
	try {
		const bodies = remedy.bodies(body);
		for (const cure of bodies) {
			await takeTurn(pace);
			const reply = await client.call(remedy.path, JSON.stringify(cure), timeout);
			if (!reply.ok) return false;
		}
		return bodies.length > 0;
	} finally {
		pace.leave(owner);
	}
}
