import type { IExecuteFunctions } from 'n8n-workflow';

import { itemFields } from '../../../nodes/TencentChatDesk/delivery/itemFields';

/** An n8n that gives the name of each parameter as its value, and notes what it was asked. */
function n8n() {
	const asked: unknown[][] = [];
	const context = {
		getNodeParameter: (...question: unknown[]) => {
			asked.push(question);
			return `value of ${String(question[0])}`;
		},
		getTimezone: () => 'Asia/Shanghai',
	} as unknown as IExecuteFunctions;
	return { context, asked };
}

describe('the parameters of an item', () => {
	it('are read for that item, and n8n does not check them again', () => {
		const { context, asked } = n8n();
		expect(itemFields(context, 7).text('text', 'Text')).toBe('value of text');
		expect(asked).toEqual([['text', 7, '', { skipValidation: true }]]);
	});

	it('are read once each, however often they are asked for', () => {
		const { context, asked } = n8n();
		const fields = itemFields(context, 0);
		fields.text('text', 'Text');
		fields.text('other', 'Other');
		fields.text('text', 'Text');
		expect(asked.map(([name]) => name)).toEqual(['text', 'other']);
	});
});
