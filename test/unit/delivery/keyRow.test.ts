import type { IExecuteFunctions } from 'n8n-workflow';

import { KeyRow } from '../../../nodes/TencentChatDesk/delivery/ledger/keyRow';

/** Entries of one row, as n8n's helpers keep them. */
function rowOf() {
	const entries = new Set<string>();
	const helpers = {
		checkProcessedAndRecord: jest.fn((list: string[]) => {
			const processed = list.filter((entry) => entries.has(entry));
			for (const entry of list) entries.add(entry);
			return Promise.resolve({ new: [], processed });
		}),
		removeProcessed: jest.fn((list: string[]) => {
			for (const entry of list) entries.delete(entry);
			return Promise.resolve();
		}),
		getProcessedDataCount: () => Promise.resolve(entries.size),
		clearAllProcessedItems: () => Promise.resolve(entries.clear()),
	};
	const context = {
		getWorkflow: () => ({ id: 'w1' }),
		getNode: () => ({ id: 'n1' }),
		helpers,
	} as unknown as IExecuteFunctions;
	return { row: new KeyRow(context), helpers };
}

describe('the row of a node', () => {
	it('tells which entries it had, has room for two of each key and says how many there are', async () => {
		const { row } = rowOf();
		expect(await row.record(['a', 'b'])).toEqual(new Set());
		expect(await row.record(['b', 'c'])).toEqual(new Set(['b']));
		expect([await row.count(), row.maxEntries, row.bytesPerEntry]).toEqual([3, 210_000, 27]);
	});

	it('forgets some, and all', async () => {
		const { row } = rowOf();
		await row.record(['a', 'b', 'c']);
		await row.remove(['b']);
		expect(await row.count()).toBe(2);
		await row.clear();
		expect(await row.count()).toBe(0);
	});

	it('is left alone when there is nothing to ask or to forget', async () => {
		const { row, helpers } = rowOf();
		expect(await row.record([])).toEqual(new Set());
		await row.remove([]);
		expect(helpers.checkProcessedAndRecord).not.toHaveBeenCalled();
		expect(helpers.removeProcessed).not.toHaveBeenCalled();
	});
});
