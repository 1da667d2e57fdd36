import { readCustomerMessage } from '../../../nodes/TencentChatDesk/messages';
import { item, refusal } from '../item';

const message = (messageType: string, values: Record<string, unknown> = {}) =>
	readCustomerMessage(item({ messageType, ...values }));

/** Of a type that is one element: its content, and that it is named as documented. */
function content(messageType: string, element: string, values: Record<string, unknown>) {
	const elements = message(messageType, values);
	expect(elements.map(({ MsgType }) => MsgType)).toEqual([element]);
	return elements[0]!.MsgContent;
}

describe('the type of a message', () => {
	it('is refused by its label when it does not exist', () => {
		expect(refusal(() => message('hologram')).problem).toContain("'Message Type'");
		expect(refusal(() => message('toString')).problem).toContain("'Message Type'");
	});
});

describe('a text', () => {
	it('goes out as it was written', () => {
		const text = ' 你好 👋\n"quoted"';
		expect(content('text', 'TIMTextElem', { text })).toEqual({ Text: text });
	});

	it('is required', () => {
		expect(refusal(() => message('text')).problem).toBe("'Text' is empty");
	});
});

describe('a face', () => {
	it('is a number and data of the app', () => {
		const given = { faceIndex: '6', faceData: 'abc' };
		expect(content('face', 'TIMFaceElem', given)).toEqual({ Index: 6, Data: 'abc' });
	});

	it('may be face 0, without data', () => {
		expect(content('face', 'TIMFaceElem', { faceIndex: 0 })).toEqual({ Index: 0, Data: '' });
	});

	it('has to have a number', () => {
		expect(refusal(() => message('face')).problem).toContain("'Face Index'");
		expect(refusal(() => message('face', { faceIndex: -1 })).problem).toContain("'Face Index'");
	});
});

describe('a location', () => {
	it('is numbers and a description', () => {
		const given = {
			locationLatitude: '29.340656774469956',
			locationLongitude: -116.77497920478824,
			locationDescription: 'someinfo',
		};
		expect(content('location', 'TIMLocationElem', given)).toEqual({
			Desc: 'someinfo',
			Latitude: 29.340656774469956,
			Longitude: -116.77497920478824,
		});
	});

	it('may be at zero degrees', () => {
		const given = { locationLatitude: 0, locationLongitude: 0 };
		expect(content('location', 'TIMLocationElem', given)).toEqual({
			Desc: '',
			Latitude: 0,
			Longitude: 0,
		});
	});

	it.each([
		['Latitude', 90.5, 0],
		['Longitude', 0, -180.5],
		['Latitude', '', 0],
		['Longitude', 0, ''],
	])('is refused when its %s is not on earth', (label, locationLatitude, locationLongitude) => {
		const read = () => message('location', { locationLatitude, locationLongitude });
		expect(refusal(read).problem).toContain(`'${label}'`);
	});
});

describe('a custom message', () => {
	it('carries its data as the text that it is, with what a notification needs', () => {
		const given = {
			customData: '{ "kind": "coupon" }',
			customDesc: 'notification',
			customExt: '{"open":"coupons"}',
			customSound: 'dingdong.aiff',
		};
		expect(content('custom', 'TIMCustomElem', given)).toEqual({
			Data: '{ "kind": "coupon" }',
			Desc: 'notification',
			Ext: '{"open":"coupons"}',
			Sound: 'dingdong.aiff',
		});
	});

	it('encodes data that an expression gives as an object once', () => {
		const { Data } = content('custom', 'TIMCustomElem', { customData: { text: 'a "b"' } });
		expect(JSON.parse(Data as string)).toEqual({ text: 'a "b"' });
	});

	it('has no empty fields, and is refused without data', () => {
		expect(content('custom', 'TIMCustomElem', { customData: 'x' })).toEqual({ Data: 'x' });
		expect(refusal(() => message('custom')).problem).toBe("'Data' is empty");
	});
});

describe('a card', () => {
	const sample = {
		cardTitle: 'card title',
		cardDescription: 'description',
		cardPictureUrl:
			'https://static.cloudcachetci.com/qcloud/portal/kit/images/presale.a4955999.jpeg',
		cardLinkUrl: 'https://www.qcloud.com/',
	};
	const dataOf = (values: Record<string, unknown>) =>
		JSON.parse(content('card', 'TIMCustomElem', values).Data as string) as unknown;

	it("is the documentation's sample after its data was decoded once", () => {
		expect(dataOf(sample)).toEqual({
			src: '22',
			content: {
				header: 'card title',
				desc: 'description',
				pic: 'https://static.cloudcachetci.com/qcloud/portal/kit/images/presale.a4955999.jpeg',
				url: 'https://www.qcloud.com/',
			},
			customerServicePlugin: 0,
		});
	});

	it('has words for a notification beside its data', () => {
		expect(content('card', 'TIMCustomElem', sample)).toEqual({
			Data: expect.any(String),
			Desc: 'card title\ndescription',
		});
	});

	it('survives quotes, line breaks and letters of any language', () => {
		const cardTitle = 'Das "Paket"\n\\ 包裹 📦';
		expect(dataOf({ cardTitle })).toMatchObject({ content: { header: cardTitle } });
	});

	it('has all four texts, since clients fail without one', () => {
		const texts = { header: 'a', desc: '', pic: '', url: '' };
		expect(dataOf({ cardTitle: 'a' })).toMatchObject({ content: texts });
	});

	it('is required to have a title', () => {
		expect(refusal(() => message('card', { ...sample, cardTitle: '' })).problem).toBe(
			"'Title' is empty",
		);
	});
});

describe('elements as JSON', () => {
	const elements = (msgBodyJson: unknown) => message('json', { msgBodyJson });
	const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Hello' } };
	const custom = { MsgType: 'TIMCustomElem', MsgContent: { Data: 'x' } };

	it.each([
		['a text', JSON.stringify([text, custom]), [text, custom]],
		['a list', [text, custom], [text, custom]],
		['one element', text, [text]],
		['one element as text', JSON.stringify(text), [text]],
		['a type still to come', [{ MsgType: 'TIMNewElem', MsgContent: {} }], undefined],
	])('are taken as they are, given as %s', (_what, given, expected) => {
		expect(elements(given)).toEqual(expected ?? given);
	});

	it.each([
		['nothing', ''],
		['an empty list', '[]'],
		['null', null],
	])('are refused when there are none: %s', (_what, given) => {
		const { problem, advice } = refusal(() => elements(given));
		expect(problem).toBe("'Message Elements' is empty");
		expect(advice).toBe('Enter a list with at least one element.');
	});

	it.each([
		['no type', [text, { MsgContent: {} }], /"MsgType" .* element 2 of 'Message Elements'/],
		['an empty type', [{ MsgType: '', MsgContent: {} }], /"MsgType" .* element 1/],
		['a type that is no text', [{ MsgType: 1, MsgContent: {} }], /"MsgType" .* element 1/],
		['null in the list', 'null', /"MsgType" .* element 1/],
		['a text in the list', ['Hello'], /"MsgType" .* element 1/],
		['no content', [{ MsgType: 'TIMTextElem' }], /"MsgContent" .* element 1/],
		['a content that is a text', [{ MsgType: 'A', MsgContent: 'x' }], /"MsgContent" .* element 1/],
		['a content that is a list', [{ MsgType: 'A', MsgContent: [] }], /"MsgContent" .* element 1/],
		['two custom elements', [custom, text, custom], /more than one TIMCustomElem/],
		['broken JSON', '[{]', /'Message Elements' is not valid JSON/],
	])('are refused for %s', (_what, given, problem) => {
		expect(refusal(() => elements(given)).problem).toMatch(problem);
	});

	it.each([
		['no type', [{}], '"MsgType": "TIMTextElem"'],
		['no content', [{ MsgType: 'TIMTextElem' }], '"MsgContent": { "Text": "Hello" }'],
		['two custom elements', [custom, custom], 'Send the others as messages of their own'],
	])('are refused with what to do about %s', (_what, given, advice) => {
		expect(refusal(() => elements(given)).advice).toContain(advice);
	});
});
