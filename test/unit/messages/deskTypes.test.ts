import {
	messageProperties,
	readCustomerMessage,
	readMessage,
} from '../../../nodes/TencentChatDesk/messages';
import { safeMarkdown, wordsOf } from '../../../nodes/TencentChatDesk/messages/desk/markdown';
import { readMsgBody } from '../../../nodes/TencentChatDesk/messages/plainText';
import { item, refusal } from '../item';

const sent = (messageType: string, values: Record<string, unknown>) => {
	const [element] = readCustomerMessage(item({ messageType, ...values }));
	const { Data, Desc } = element!.MsgContent as { Data: string; Desc: string };
	return { data: JSON.parse(Data) as { src: unknown; content: never }, Desc, element };
};

describe('choices', () => {
	const itemsOf = (choicesItems: unknown) =>
		(sent('choices', { choicesTitle: 'Which?', choicesItems }).data.content as { items: unknown })
			.items;
	const plain = [
		{ content: 'Delivery', desc: '' },
		{ content: 'Human agent', desc: '' },
	];

	it.each<[string, unknown]>([
		['lines', ' Delivery \r\n\n Human agent'],
		['a list', ['Delivery', 'Human agent']],
		['a JSON list', '["Delivery", "Human agent"]'],
		['a list with doubles and gaps', ['Delivery', '', null, 'Human agent', 'Delivery ']],
		['objects', [{ text: 'Delivery' }, { content: 'Human agent', desc: '' }]],
	])('are taken as %s', (_what, given) => expect(itemsOf(given)).toEqual(plain));

	it('may have descriptions, and be numbers', () => {
		expect(itemsOf('Delivery | When it | arrives\nA|B')).toEqual([
			{ content: 'Delivery', desc: 'When it | arrives' },
			{ content: 'A|B', desc: '' },
		]);
		expect(itemsOf([{ label: 'Delivery', description: 'When' }, 7])).toEqual([
			{ content: 'Delivery', desc: 'When' },
			{ content: '7', desc: '' },
		]);
	});

	it.each<[string, unknown, string]>([
		['none', '', "'Choices' is empty"],
		['blank lines', ' \n ', "'Choices' is empty"],
		['an empty list', [], "'Choices' is empty"],
		['a description alone', ['A', { description: 'x' }], "Entry 2 of 'Choices' has no text"],
		['a list in a list', [['A']], "'Choices' is empty"],
	])('are refused when there are %s', (_what, choicesItems, problem) => {
		const read = () => sent('choices', { choicesTitle: 'Which?', choicesItems });
		expect(refusal(read).problem).toBe(problem);
	});
});

describe('a form', () => {
	it('has the two numbers that all clients understand, and no other', () => {
		const typeOf = (formAnswerWith: string) =>
			sent('form', { formQuestion: 'Which?', formAnswerWith, formOptions: 'A' }).data.content;
		expect(typeOf('options')).toEqual({
			type: 1,
			header: 'Which?',
			items: [{ content: 'A', desc: '' }],
		});
		expect(typeOf('input')).toEqual({ type: 0, header: 'Which?', items: [] });
		expect(refusal(() => typeOf('2')).problem).toContain("'Answer With'");
	});
});

describe('an order', () => {
	it('has all its texts, and details only where there are any', () => {
		expect(sent('order', { orderName: 'Mug' }).data.content).toEqual({
			guide: '',
			name: 'Mug',
			desc: '',
			pic: '',
		});
		const details = [{ name: 'Status' }, { name: 'By', value: 'DHL' }];
		const { data } = sent('order', { orderName: 'Mug', orderDetails: { details } });
		expect(data.content).toMatchObject({
			customField: [
				{ name: 'Status', value: '', customerValue: '' },
				{ name: 'By', value: 'DHL', customerValue: '' },
			],
		});
	});

	it('is refused where a detail has no name', () => {
		const read = () =>
			sent('order', { orderName: 'Mug', orderDetails: { details: [{ value: 'x' }] } });
		expect(refusal(read).problem).toBe("'Order Details: Name' is empty");
	});
});

describe('every kind of Desk', () => {
	const kinds: Array<[string, Record<string, unknown>]> = [
		['richText', { richText: '**Hello**' }],
		['card', { cardTitle: 'Hello' }],
		['choices', { choicesTitle: 'Hello', choicesItems: 'A' }],
		['form', { formQuestion: 'Hello', formAnswerWith: 'input' }],
		['order', { orderName: 'Hello' }],
	];

	it.each(kinds)('says its number as a text, and is read again as itself: %s', (kind, values) => {
		const { data, element, Desc } = sent(kind, values);
		expect(typeof data.src).toBe('string');
		expect(readMsgBody([element]).messageKind).toBe(kind);
		expect(Desc).toContain('Hello');
	});

	it('is for a customer and for nobody else', () => {
		const offered = (messageProperties[0]!.options as Array<{ value: string }>).map(
			({ value }) => value,
		);
		for (const [kind, values] of kinds) {
			const isOffered = offered.includes(kind);
			expect([kind, isOffered]).toEqual([kind, kind === 'card']);
			const read = () => readMessage(item({ messageType: kind, ...values }));
			if (!isOffered) expect(refusal(read).problem).toContain("'Message Type'");
		}
	});

	it('says in a notification no more than a phone shows', () => {
		const long = '👋'.repeat(500);
		expect(sent('card', { cardTitle: long }).Desc).toBe(`${'👋'.repeat(199)}…`);
		expect(sent('richText', { richText: long }).Desc).toBe(`${'👋'.repeat(199)}…`);
		expect(sent('card', { cardTitle: 'a'.repeat(200) }).Desc).toBe('a'.repeat(200));
	});
});

describe('rich text', () => {
	it.each([
		['markdown', '# Hi\n\n- **a** [b](https://a.b) ![c](http://a.b/c.png)\n\n| x | y |\n|---|---|'],
		['what is no tag', '1 < 2, a <3 b, x > y, <https://a.b>, <mailto:a@b.c>'],
		[
			'links to mail and phone',
			'[a](mailto:a@b.c) [b](tel:+49) [c](<https://a.b>) [d]( HTTPS://a.b)',
		],
		['references', '[a][b]\n\n[b]: https://a.b'],
	])('leaves %s as it is', (_what, markdown) => expect(safeMarkdown(markdown)).toBe(markdown));

	it.each([
		['<b>a</b>', '&lt;b>a&lt;/b>'],
		['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
		['<<script>x', '<&lt;script>x'],
		['<!-- a -->', '&lt;!-- a -->'],
		['<https://a.b onclick=x>', '&lt;https://a.b onclick=x>'],
		['a<br>b<BR />c', 'a\nb\nc'],
		['| a<br>b | c |\n|---|---|\nd<br>e', '| a b | c |\n|---|---|\nd\ne'],
		['[a](javascript:x)', '[a]\\(javascript:x)'],
		['[a]( <java&#115;cript:x>)', '[a]\\( &lt;java&#115;cript:x>)'],
		['![a](data:image/svg+xml,x)', '![a]\\(data:image/svg+xml,x)'],
		['[a]:\n javascript:x', '[a]\\:\n javascript:x'],
		['[a](/page)', '[a]\\(/page)'],
	])('makes text of what would run or lead elsewhere: %s', (markdown, safe) => {
		expect(safeMarkdown(markdown)).toBe(safe);
		expect(sent('richText', { richText: markdown }).data.content).toBe(safe);
	});

	it.each([
		['# Title\n\nText **bold** and *soft*', 'Title\nText bold and soft'],
		['- one\n- two\n\n> three', 'one\ntwo\nthree'],
		['[Shop](https://a.b) ![A mug](https://a.b/c.png)', 'Shop A mug'],
		['```js\nlet a = 1\n```', 'let a = 1'],
		['snake_case and 2 * 3 * 4', 'snake_case and 2 * 3 * 4'],
		['***both***', 'both'],
		['---\n`code`', 'code'],
	])('has words without marks in the notification: %j', (markdown, words) => {
		expect(wordsOf(markdown)).toBe(words);
	});

	it('has a notification though it is a mark alone', () => {
		expect(sent('richText', { richText: '---' }).Desc).toBe('---');
	});
});
