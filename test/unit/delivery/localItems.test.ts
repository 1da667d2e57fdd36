import type { IExecuteFunctions } from 'n8n-workflow';

import type { LocalTask } from '../../../nodes/TencentChatDesk/contract';
import { LocalItems } from '../../../nodes/TencentChatDesk/delivery/localItems';
import { Results } from '../../../nodes/TencentChatDesk/delivery/results';
import { newAccount } from './support/accounts';

const ticket: LocalTask = {
	shape: 'local',
	make: (fields) => ({ to: fields.id('to', 'To') }),
};

/** Items that need no call, and what becomes of them with "Continue". */
function localItems(...people: string[]) {
	const context = {
		getInputData: () => people.map(() => ({ json: {} })),
		getNodeParameter: (_name: string, item: number) => people[item],
		getTimezone: () => 'UTC',
		continueOnFail: () => true,
		getNode: () => ({ id: 'n1', name: 'Send' }),
		getExecutionId: () => 'e1',
		addExecutionHints: () => undefined,
	} as unknown as IExecuteFunctions;
	const results = new Results(context, () => undefined);
	return { source: new LocalItems(context, ticket, newAccount(), results), results };
}

describe('items that need no call', () => {
	it('are settled one at each step, until the end', () => {
		const { source, results } = localItems('a', '', 'b');
		expect([1, 2, 3, 4, 5].map(() => source.next())).toEqual([
			...['settled', 'settled', 'settled'],
			...['end', 'end'],
		]);
		expect(results.end(false).map(({ json }) => json)).toEqual([
			{ to: 'a' },
			{ error: expect.objectContaining({ message: "'To' is empty" }) as object },
			{ to: 'b' },
		]);
	});

	it('are none where there are no items', () => {
		expect(localItems().source.next()).toBe('end');
	});
});
