/** One of Desk's own messages, as its server, its clients or a bot write it. */
export interface DeskSample {
	what: string;
	data: Record<string, unknown>;
	/** What a workflow reads. */
	kind: string;
	text: string;
	/** No message: it must start nothing. */
	isSignal?: boolean;
}

const desk = (src: string, more: Record<string, unknown> = {}) => ({
	customerServicePlugin: 0,
	src,
	...more,
});
const items = (...labels: string[]) => labels.map((content) => ({ content, desc: '' }));
const menu = [
	{ id: '101', content: 'Very bad' },
	{ id: '105', content: 'Very good' },
];
const inputVariables = [
	{ name: 'Name', type: 'string', formType: 0, isRequired: 1, variableValue: '' },
	{ name: 'Size', type: 'string', formType: 1, chooseItemList: ['S', 'M'], variableValue: '' },
];
const rating = {
	head: 'Please rate us',
	tail: 'Thank you',
	type: 1,
	menu,
	sessionId: 's-1',
	effectiveHour: 12,
	expireTime: 1691074320,
};

const signals: Array<[kind: string, src: string, more?: Record<string, unknown>]> = [
	['windowOpened', '7'],
	['windowOpened', '7', { triggeredContent: { language: 'en' } }],
	['clientState', '11', { content: '1' }],
	['typing', '12', { typingStatus: 1 }],
	['robotCommand', '13', { content: { command: 'updateBotStatus', content: 'inBot' } }],
	['robotCommand', '13', { content: { command: 'feedback', content: {} } }],
	['noAgentOnline', '18'],
	['sessionEnded', '19'],
	['sessionTimedOut', '20'],
	['ratingRule', '23', { content: { menuSendRuleFlag: 7 } }],
	['ratingWanted', '24'],
	['botStatus', '25', { content: 'inBot' }],
	['agentStatus', '26', { content: { command: 'updateSeatStatus', content: 'inSeat' } }],
	['sessionEndWanted', '27', { triggeredContent: { language: 'en' } }],
	['thinking', '35', { thinkingStatus: 0 }],
	['agentTip', '38', { content: 'The customer is silent' }],
];

/**
 * A sample of every kind, in the variants in which official clients write it. Documentation: Desk >
 * "No UI user-end integration" (269/96058) and the code of the clients.
 */
export const deskSamples: readonly DeskSample[] = [
	...signals.map(([kind, src, more]): DeskSample => ({
		what: `signal ${src}`,
		data: desk(src, more),
		kind,
		text: '',
		isSignal: true,
	})),
	{
		what: 'the signal of the mini program, without the mark of Desk',
		data: { src: '7' },
		kind: 'windowOpened',
		text: '',
		isSignal: true,
	},
	{
		what: 'a rating that is asked for',
		data: desk('9', { menuContent: rating }),
		kind: 'ratingRequest',
		text: 'Please rate us\nVery bad\nVery good',
	},
	{
		what: 'the same after it was given',
		data: desk('9', { menuContent: { ...rating, selected: menu[1] } }),
		kind: 'ratingRequest',
		text: 'Please rate us\nVery good',
	},
	{
		what: 'a rating',
		data: desk('10', { menuSelected: { ...menu[1], sessionId: 's-1' } }),
		kind: 'rating',
		text: 'Very good',
	},
	{
		what: 'choices',
		data: desk('15', {
			content: { header: 'How can we help?', items: items('Delivery', 'Human agent'), tail: '' },
		}),
		kind: 'choices',
		text: 'How can we help?\nDelivery\nHuman agent',
	},
	{
		what: 'choices of which one was taken',
		data: desk('15', {
			content: {
				header: 'How can we help?',
				items: items('Delivery', 'Human agent'),
				selected: { content: 'Delivery', desc: '' },
			},
		}),
		kind: 'choices',
		text: 'How can we help?\nDelivery',
	},
	{
		what: 'choices of a bot',
		data: { chatbotPlugin: 1, src: 15, content: { title: 'Which?', items: items('A', 'B') } },
		kind: 'choices',
		text: 'Which?\nA\nB',
	},
	{
		what: 'a form with options',
		data: desk('21', {
			content: { type: 1, header: 'Which shop?', items: items('Berlin', 'Paris') },
		}),
		kind: 'form',
		text: 'Which shop?\nBerlin\nParis',
	},
	{
		what: 'a form with an input',
		data: desk('21', { content: { type: 0, header: 'Your order number', items: [] } }),
		kind: 'form',
		text: 'Your order number',
	},
	{
		what: 'a form with an input that was filled in',
		data: desk('21', {
			content: { type: 0, header: 'Your order number', items: [], selected: { content: '4711' } },
		}),
		kind: 'form',
		text: 'Your order number\n4711',
	},
	{
		what: 'a card',
		data: desk('22', {
			content: {
				header: 'Blue mug',
				desc: '12.50',
				pic: 'https://example.com/a.png',
				url: 'https://example.com/p/1',
				customField: [{ name: 'SKU', value: 'M-1' }],
			},
		}),
		kind: 'card',
		text: 'Blue mug\n12.50\nhttps://example.com/p/1\nSKU: M-1',
	},
	{
		what: 'an order',
		data: desk('28', {
			content: {
				guide: 'Order 1001',
				name: 'Blue mug x2',
				desc: '25.00',
				pic: 'https://example.com/a.png',
				url: 'https://example.com/o/1001',
				customField: [{ name: 'Status', value: 'Shipped', customerValue: 'DHL 123' }],
			},
		}),
		kind: 'order',
		text: 'Order 1001\nBlue mug x2\n25.00\nStatus: Shipped DHL 123',
	},
	{
		what: 'a welcome card',
		data: desk('29', {
			subtype: 'welcome_msg',
			content: {
				title: 'Frequent questions',
				items: [{ id: '1', content: 'Where is my order?', answer: '' }],
			},
		}),
		kind: 'welcome',
		text: 'Frequent questions\nWhere is my order?',
	},
	{
		what: 'rich text',
		data: desk('30', { content: '**Hello**\n\n[Shop](https://example.com)' }),
		kind: 'richText',
		text: '**Hello**\n\n[Shop](https://example.com)',
	},
	{
		what: 'a stream',
		data: desk('31', { chunks: ['Hel', 'lo'], isFinished: 1 }),
		kind: 'stream',
		text: 'Hello',
	},
	{
		what: 'the stream of a bot',
		data: { chatbotPlugin: 1, src: '31', chunks: ['Hel', 'lo'], isFinished: 0 },
		kind: 'stream',
		text: 'Hello',
	},
	{
		what: 'the stream of an older bot',
		data: { chatbotPlugin: 1, src: 2, chunks: ['Hel', 'lo'], isFinished: 1 },
		kind: 'stream',
		text: 'Hello',
	},
	{
		what: 'the choices of a task',
		data: desk('32', {
			status: 0,
			optionType: 0,
			content: { header: 'Pick a plan', items: items('Basic', 'Pro'), tail: '' },
		}),
		kind: 'taskChoices',
		text: 'Pick a plan\nBasic\nPro',
	},
	{
		what: 'the form of a task',
		data: desk('33', { nodeStatus: 0, content: { tip: 'Please fill in', inputVariables } }),
		kind: 'taskForm',
		text: 'Please fill in\nName\nSize',
	},
	{
		what: 'a form that was filled in',
		data: desk('33', {
			content: {
				inputVariables: [
					{ name: 'Name', isRequired: 1, variableValue: 'Ann' },
					{ name: 'Size', variableValue: 'M' },
				],
			},
		}),
		kind: 'formAnswer',
		text: 'Name: Ann\nSize: M',
	},
	{
		what: 'a form that was filled in, with all of its question',
		data: desk('33', {
			content: {
				tip: 'Please fill in',
				inputVariables: [{ ...inputVariables[0], variableValue: 'Ann' }],
			},
		}),
		kind: 'formAnswer',
		text: 'Please fill in\nName: Ann',
	},
	{
		what: 'a tip',
		data: desk('37', { content: 'Are you still there?' }),
		kind: 'tip',
		text: 'Are you still there?',
	},
	{
		what: 'a number that is not known yet',
		data: desk('99', { content: { header: 'New' } }),
		kind: 'unknown',
		text: '',
	},
	{
		what: 'the hello of a bot client',
		data: { chatbotPlugin: 1, src: 7 },
		kind: 'windowOpened',
		text: '',
		isSignal: true,
	},
	{
		what: 'the answer of a bot, in pieces',
		data: { chatbotPlugin: 2, chunks: ['It ', 'rains'], isFinished: 1 },
		kind: 'botAnswer',
		text: 'It rains',
	},
	{
		what: 'the answer of a bot, as content',
		data: { chatbotPlugin: 2, content: ['It ', 'rains'] },
		kind: 'botAnswer',
		text: 'It rains',
	},
	{
		what: 'the answer of a bot, as text',
		data: { chatbotPlugin: 2, text: 'It rains' },
		kind: 'botAnswer',
		text: 'It rains',
	},
	{
		what: 'the wish that a bot stops',
		data: { chatbotPlugin: 2, src: 22, msgKey: '1_2_3' },
		kind: 'stopAnswer',
		text: '',
		isSignal: true,
	},
	{
		what: 'the error of a bot',
		data: { chatbotPlugin: 2, src: 23, errorInfo: 'Too many questions' },
		kind: 'botError',
		text: 'Too many questions',
	},
];

/** The element that carries a sample. */
export const deskElement = (data: Record<string, unknown>) => ({
	MsgType: 'TIMCustomElem',
	MsgContent: { Data: JSON.stringify(data), Desc: '', Ext: '', Sound: '' },
});

/** The same message in the other ways in which clients write its two marks. */
export function variantsOf(data: Record<string, unknown>): Array<Record<string, unknown>> {
	const { src, customerServicePlugin: mark, ...rest } = data;
	const number = src === undefined ? {} : { src: Number(src) };
	if (mark === undefined) return [data, { ...data, ...number }];
	const text = { ...rest, src };
	return [
		data,
		{ ...rest, ...number, customerServicePlugin: 0 },
		{ ...text, customerServicePlugin: '0' },
		{ ...text, chatbotPlugin: 1 },
		{ ...text, chatbotPlugin: '1' },
	];
}
