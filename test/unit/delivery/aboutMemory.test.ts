import type { IExecuteFunctions } from 'n8n-workflow';

import { deliver } from '../../../nodes/TencentChatDesk/delivery/deliver';

describe('an operation on what a node remembers', () => {
	it('is done once, with one item for all, and needs no credential', async () => {
		const context = {
			getWorkflow: () => ({ id: 'w1' }),
			getNode: () => ({ id: 'n1', name: 'Tencent Chat Desk' }),
			getInputData: () => [{ json: {} }, { json: {} }],
			helpers: {
				checkProcessedAndRecord: () => undefined,
				getProcessedDataCount: async () => await Promise.resolve(7),
			},
		} as unknown as IExecuteFunctions;
		const make = jest.fn(async (memory: { count(): Promise<number> }) => ({
			keys: await memory.count(),
		}));
		expect(await deliver(context, { shape: 'memory', make })).toEqual([
			{ json: { keys: 7 }, pairedItem: { item: 0 } },
		]);
		expect(make).toHaveBeenCalledTimes(1);
	});
});
