import type { IDataObject } from 'n8n-workflow';

import type { SingleCall, UnitLimit } from '../../../nodes/TencentChatDesk/contract';
import { sendToUsers } from '../../../nodes/TencentChatDesk/operations/push/sendToUsers';
import { ownClock, run } from './support/run';
import { fine } from './support/server';

ownClock();

const receivers = (count: number) => Array.from({ length: count }, (_unused, index) => `u${index}`);
const toUsers = (...counts: number[]) =>
	counts.map((count) => ({
		fromAccount: 'administrator',
		toAccounts: receivers(count),
		offlinePush: { title: 'Sale' },
	}));

/** Seconds between the calls of a run, to a tenth. */
async function gaps(counts: number[], options: IDataObject = {}): Promise<number[]> {
	const { calls } = await run(sendToUsers, toUsers(...counts), () => fine({ TaskId: 'task' }), {
		options,
	});
	return calls.slice(1).map(({ at }, index) => Math.round((at - calls[index]!.at) / 100) / 10);
}

describe('calls that reach many users', () => {
	it('are spaced by the users whom they reach', async () => {
		expect(await gaps([500, 250, 1])).toEqual([2.1, 1]);
	});

	it('are no faster than calls may be, however few they reach', async () => {
		expect(await gaps([1, 1, 1])).toEqual([0.1, 0.1]);
	});

	it('are as fast as the edition allows, where that is said', async () => {
		expect(await gaps([500, 1], { receiversPerSecond: 30 })).toEqual([17.9]);
		expect(await gaps([400, 1], { receiversPerSecond: 800, requestsPerSecond: 40 })).toEqual([0.5]);
	});

	it('keep to the limit of the API', async () => {
		const { error } = await run(sendToUsers, toUsers(1), () => fine(), {
			options: { receiversPerSecond: 801 },
		});

		expect(error?.message).toContain("'Receivers per Second' is 801, out of its range");
	});

	it('count what the extra fields make of them', async () => {
		const unitLimit: UnitLimit = {
			default: 10,
			max: 10,
			count: ({ size }) => size as number,
			option: { name: 'unitsPerSecond', label: 'Units per Second', description: '' },
		};
		const operation: SingleCall = {
			shape: 'single',
			path: 'service/command',
			request: () => ({ size: 1 }),
			orderingKey: () => '',
			retry: { policy: 'idempotent' },
			rateLimit: { default: 100, max: 100 },
			unitLimit,
			interpret: (output) => ({ done: true, output }),
		};

		const { calls } = await run(operation, [{}, {}], () => fine(), {
			options: { extraBody: { size: 20 } },
		});

		expect(calls[1]!.at - calls[0]!.at).toBeGreaterThan(2_000);
	});
});
