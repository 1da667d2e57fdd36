import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import {
	questionElements,
	questionOptions,
	questionProperties,
	readQuestion,
	defaultTexts,
} from '../../../nodes/TencentChatDesk/sendAndWait/question';
import { item, refusal } from '../item';

const link = 'https://n8n.example.com/webhook-waiting/7/node?signature=ab';

/** An approval as the panel begins with it, filled in. */
const approval = {
	sendAs: 'text',
	subject: 'Your booking',
	message: 'May we come at nine?',
	responseType: 'approval',
};

type Values = Record<string, unknown>;

const read = (values: Values = {}) => readQuestion(item({ ...approval, ...values }));
const elements = (values: Values = {}) => questionElements(item({ ...approval, ...values }), link);

describe('a question', () => {
	it('has the usual buttons and texts where the user gives none', () => {
		expect(read()).toEqual({
			answerIn: 'page',
			title: 'Your booking',
			message: 'May we come at nine?',
			reply: { type: 'approval', approve: 'Approve', decline: 'Decline' },
			page: {
				language: 'en',
				button: 'Submit',
				thanks: 'Thank you. Your answer was recorded, and this page can be closed.',
			},
		});
	});

	it('says on its page what the user writes', () => {
		const options = { pageLanguage: ' zh-Hans ', buttonLabel: '提交', confirmationText: '谢谢' };
		expect(read({ options }).page).toEqual({ language: 'zh-Hans', button: '提交', thanks: '谢谢' });
	});

	it('may ask for a text', () => {
		expect(read({ responseType: 'freeText' }).reply).toEqual({ type: 'freeText' });
	});

	it('is shown without its own words when those are no longer known', () => {
		expect(defaultTexts).toMatchObject({ title: 'Your answer is needed', approve: 'Approve' });
	});
});

describe('the buttons of an approval', () => {
	const replyTo = (values: Values) => read({ approvalOptions: { values } }).reply;

	it('say what the user writes', () => {
		const labels = { approvalType: 'double', approveLabel: 'Yes', disapproveLabel: 'No' };
		expect(replyTo(labels)).toEqual({ type: 'approval', approve: 'Yes', decline: 'No' });
	});

	it('are two unless the user wants one', () => {
		const standard = { type: 'approval', approve: 'Approve', decline: 'Decline' };
		expect(replyTo({})).toEqual(standard);
		expect(replyTo({ approvalType: 'double' })).toEqual(standard);
		expect(replyTo({ approvalType: 'single' })).toEqual({ ...standard, decline: undefined });
	});
});

describe('the choices of a question', () => {
	const choicesOf = (choices: unknown) => read({ responseType: 'choice', choices }).reply;
	const refused = (choices: unknown) => refusal(() => choicesOf(choices));
	const numbers = (length: number) => Array.from({ length }, (_, index) => `${index}`);

	it.each<[string, unknown]>([
		['lines', ' Today\r\n\nTomorrow \n  \nToday'],
		['a list', ['Today ', 'Tomorrow', '', 'Today']],
		['a JSON list', '["Today","Tomorrow"]'],
		['a list with all lines in one text', ['Today\nTomorrow']],
	])('are each offered once, without spaces around them, given as %s', (_how, choices) => {
		expect(choicesOf(choices)).toEqual({ type: 'choice', choices: ['Today', 'Tomorrow'] });
	});

	it('keep the line breaks within the entries of a list', () => {
		expect(choicesOf(['One\nline', 'Two'])).toEqual({
			type: 'choice',
			choices: ['One\nline', 'Two'],
		});
	});

	it('are 2 to 20', () => {
		for (const length of [2, 20]) {
			expect(choicesOf(numbers(length))).toEqual({ type: 'choice', choices: numbers(length) });
		}
	});

	it.each<[number, unknown]>([
		[0, ''],
		[1, 'Today'],
		[1, 'Today\nToday\n'],
		[21, numbers(21)],
	])('are refused when they are %i', (count, choices) => {
		const { problem, advice } = refused(choices);
		expect(problem).toBe(`'Choices' holds ${count} different entries, 2 to 20 are possible`);
		expect(advice).toBe(
			'Write each choice on a line of its own, or give a list with an expression.',
		);
	});

	it('may take 1,500 characters of the link, and not one more', () => {
		// The brackets, quotes and the comma of the list take 2 × 3 + 4 × 3 + 3 characters in a link.
		const twoLabels = (length: number) => ['a', 'b'.repeat(length - 1 - 21)];
		expect(choicesOf(twoLabels(1500))).toEqual({ type: 'choice', choices: twoLabels(1500) });
		const { problem, advice } = refused(twoLabels(1501));
		expect(problem).toBe("'Choices' is too long for a link");
		expect(advice).toContain("describe them in 'Message'");
	});
});

describe('the language of the page', () => {
	it.each(['en', 'deu', 'de-AT', 'zh-Hans', 'zh-Hant-TW', 'abcdefgh-12345678-a', 'DE'])(
		'may be %s',
		(pageLanguage) => {
			expect(read({ options: { pageLanguage } }).page.language).toBe(pageLanguage);
		},
	);

	it.each([
		'e',
		'german123',
		'abcdefghi',
		'de_AT',
		'de-',
		'-de',
		'de--AT',
		'de-123456789',
		'de-ä',
		'en"onload',
		' ',
		'4',
	])('may not be %j', (pageLanguage) => {
		const { problem, advice } = refusal(() => read({ options: { pageLanguage } }));
		expect(problem).toBe("'Page Language' is not the code of a language");
		expect(advice).toContain("'zh-Hans'");
	});
});

describe('the message of a question', () => {
	const options = { cardPictureUrl: 'https://example.com/table.jpg', linkLabel: 'Antwort:' };
	const cardOf = (values: Values, address?: string) => {
		const fields = item({ ...approval, sendAs: 'card', ...values });
		const sent = questionElements(fields, address);
		expect(sent.map(({ MsgType }) => MsgType)).toEqual(['TIMCustomElem']);
		return JSON.parse(sent[0]!.MsgContent.Data as string) as unknown;
	};
	const card = { header: 'Your booking', desc: 'May we come at nine?' };

	it('is a card that a click opens the page from', () => {
		expect(cardOf({ options }, link)).toEqual({
			src: '22',
			content: { ...card, pic: 'https://example.com/table.jpg', url: link },
			customerServicePlugin: 0,
		});
	});

	it('is a card without a picture when none is given, and without a link while there is none', () => {
		expect(cardOf({}, link)).toMatchObject({ content: { ...card, url: link } });
		const content = { ...card, pic: '', url: '' };
		expect(cardOf({})).toEqual({ src: '22', content, customerServicePlugin: 0 });
	});

	it('is a text with the link below it', () => {
		const text = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }];
		expect(elements()).toEqual(
			text(`${card.header}\n\nMay we come at nine?\n\nAnswer here: ${link}`),
		);
		expect(elements({ options })).toEqual(
			text(`${card.header}\n\nMay we come at nine?\n\nAntwort: ${link}`),
		);
		expect(questionElements(item(approval), undefined)).toEqual(
			text(`${card.header}\n\nMay we come at nine?`),
		);
	});
});

describe('the message of a question that is answered in the chat', () => {
	const inChat = (values: Values = {}) =>
		elements({ answerIn: 'chat', sendAs: '', subject: '', ...values });

	it('needs no title and no link', () => {
		const { Data } = inChat()[0]!.MsgContent;
		expect(JSON.parse(String(Data))).toMatchObject({
			src: '15',
			content: { header: 'May we come at nine?' },
		});
		expect(Data).not.toContain('webhook-waiting');
	});

	it('is never what saved workflows send, which have no such control', () => {
		expect(elements({ answerIn: '' })).toEqual(elements());
	});
});

describe('the controls of a question', () => {
	type Row = [label: string, name: string, type: string, start: unknown, shownFor?: object];

	/** Label, name, type, what it holds at first, and for which values of others it is shown. */
	const rowOf = ({ displayName, name, type, default: start, displayOptions }: INodeProperties) =>
		[displayName, name, type, start, ...(displayOptions ? [displayOptions.show] : [])] as Row;
	const controls = () => questionProperties('text').filter(({ type }) => type !== 'notice');
	const control = (name: string) => controls().find((property) => property.name === name)!;
	const choicesOf = ({ options }: INodeProperties) => options as INodePropertyOptions[];
	const approvalOptions = () => control('approvalOptions').options as INodePropertyCollection[];

	it("have the names that saved workflows and n8n's human review fill in", () => {
		expect(controls().map(rowOf)).toEqual<Row[]>([
			['Answer', 'answerIn', 'options', 'page'],
			['Send As', 'sendAs', 'options', 'text', { answerIn: ['page'] }],
			['Title', 'subject', 'string', 'Your answer is needed', { answerIn: ['page'] }],
			['Message', 'message', 'string', ''],
			['Response Type', 'responseType', 'options', 'approval'],
			[
				'Choices As',
				'choicesAs',
				'options',
				'buttons',
				{ answerIn: ['chat'], responseType: ['approval', 'choice'] },
			],
			[
				'Approval Options',
				'approvalOptions',
				'fixedCollection',
				{},
				{ responseType: ['approval'] },
			],
			['Choices', 'choices', 'string', '', { responseType: ['choice'] }],
		]);
		expect(approvalOptions().map(({ displayName, name }) => [displayName, name])).toEqual([
			['Values', 'values'],
		]);
		expect(approvalOptions()[0]!.values.map(rowOf)).toEqual<Row[]>([
			['Type of Approval', 'approvalType', 'options', 'double'],
			['Approve Button Label', 'approveLabel', 'string', 'Approve'],
			[
				'Decline Button Label',
				'disapproveLabel',
				'string',
				'Decline',
				{ approvalType: ['double'] },
			],
		]);
	});

	it('offer these choices, the usual way to send it first chosen', () => {
		const [approvalType] = approvalOptions()[0]!.values;
		const offered = [
			control('answerIn'),
			control('sendAs'),
			control('responseType'),
			control('choicesAs'),
			approvalType!,
		].map((property) => choicesOf(property).map(({ name, value }) => [name, value]));
		expect(offered).toEqual([
			[
				['On a Page', 'page'],
				['In the Chat', 'chat'],
			],
			[
				['Card', 'card'],
				['Text', 'text'],
			],
			[
				['Approval', 'approval'],
				['Choice', 'choice'],
				['Free Text', 'freeText'],
			],
			[
				['Buttons', 'buttons'],
				['Numbered Text', 'numbers'],
			],
			[
				['Approve and Decline', 'double'],
				['Approve Only', 'single'],
			],
		]);
		expect(questionProperties('card').map(rowOf)).toContainEqual([
			'Send As',
			'sendAs',
			'options',
			'card',
			{ answerIn: ['page'] },
		]);
	});

	it('are explained', () => {
		const explained = controls().filter(({ type }) => type !== 'fixedCollection');
		for (const { description } of explained) expect(description).toMatch(/\w{3}/);
		for (const { description } of ['answerIn', 'sendAs', 'responseType', 'choicesAs'].flatMap(
			(name) => choicesOf(control(name)),
		)) {
			expect(description).toMatch(/\w{3}/);
		}
		expect(control('approvalOptions').placeholder).toBe('Add Approval Option');
	});

	it('show an example of what has to be written, with room for more than a line where it needs it', () => {
		const required = controls().filter((property) => property.required);
		expect(
			required.map(({ name, placeholder, typeOptions }) => [
				name,
				/^e\.g\. \w/.test(placeholder!),
				typeOptions?.rows,
			]),
		).toEqual([
			['subject', true, undefined],
			['message', true, 4],
			['choices', true, 4],
		]);
	});

	it('have no expression for what decides which of them are shown', () => {
		expect(control('responseType').noDataExpression).toBe(true);
	});

	it('begin with where the answer is given, and what that needs', () => {
		expect(questionProperties('text').slice(0, 3)).toEqual([
			expect.objectContaining({ name: 'answerIn', default: 'page', noDataExpression: true }),
			{
				displayName: expect.stringMatching(/Callback: Take Answer/) as string,
				name: 'chatNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { answerIn: ['chat'] } },
			},
			{
				displayName: expect.stringMatching(/WEBHOOK_URL/) as string,
				name: 'linkNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { answerIn: ['page'] } },
			},
		]);
	});

	it.each<[string, (value: unknown) => Values]>([
		['Title', (subject) => ({ subject })],
		['Message', (message) => ({ message })],
		['Response Type', (responseType) => ({ responseType })],
		['Send As', (sendAs) => ({ sendAs })],
		['Choices', (choices) => ({ responseType: 'choice', choices })],
		['Type of Approval', (approvalType) => ({ approvalOptions: { values: { approvalType } } })],
		['Approve Button Label', (approveLabel) => ({ approvalOptions: { values: { approveLabel } } })],
		[
			'Decline Button Label',
			(disapproveLabel) => ({ approvalOptions: { values: { disapproveLabel } } }),
		],
		...questionOptions.map(({ displayName, name }): [string, (value: unknown) => Values] => [
			displayName,
			(value) => ({
				sendAs: name === 'cardPictureUrl' ? 'card' : 'text',
				options: { [name]: value },
			}),
		]),
	])('are named as in the panel when an expression gives nothing: %s', (label, values) => {
		expect(refusal(() => elements(values(undefined))).problem).toBe(`'${label}' is undefined`);
	});

	it.each<[string, Values]>([
		['Options', { options: 'x' }],
		['Approval Options', { approvalOptions: 'x' }],
		['Approval Options', { approvalOptions: { values: 'x' } }],
	])('are named as in the panel when they hold a text: %s', (label, values) => {
		expect(refusal(() => elements(values)).problem).toBe(`'${label}' does not hold fields`);
	});

	it.each<[string, Values]>([
		['Send As', { sendAs: 'voice' }],
		['Response Type', { responseType: 'customForm' }],
		['Type of Approval', { approvalOptions: { values: { approvalType: 'triple' } } }],
	])('take nothing but their choices: %s', (label, values) => {
		expect(refusal(() => elements(values)).problem).toBe(`'${label}' is not one of its choices`);
	});

	it.each([
		['Title', 'subject'],
		['Message', 'message'],
	])('are required: %s', (label, name) => {
		expect(refusal(() => read({ [name]: '' })).problem).toBe(`'${label}' is empty`);
	});
});
