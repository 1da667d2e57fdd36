import { plainText } from '../../../nodes/TencentChatDesk/messages/plainText';

const element = (MsgType: string, MsgContent: object) => ({ MsgType, MsgContent });

describe('a message as plain text', () => {
	it.each<[string, object[], string]>([
		['a text', [element('TIMTextElem', { Text: 'Hello' })], 'Hello'],
		[
			'several elements',
			[
				element('TIMTextElem', { Text: 'Look' }),
				element('TIMFaceElem', { Index: 6, Data: 'wave' }),
			],
			'Look\n[Face] wave',
		],
		[
			'an image',
			[element('TIMImageElem', { ImageInfoArray: [{ Type: 1, URL: 'https://a.b/c.png' }] })],
			'[Image] https://a.b/c.png',
		],
		[
			'a file',
			[element('TIMFileElem', { FileName: 'a.pdf', Url: 'https://a.b/a.pdf' })],
			'[File] a.pdf https://a.b/a.pdf',
		],
		['a sound', [element('TIMSoundElem', { Url: 'https://a.b/s' })], '[Sound] https://a.b/s'],
		[
			'a video',
			[element('TIMVideoFileElem', { VideoUrl: 'https://a.b/v' })],
			'[Video] https://a.b/v',
		],
		[
			'a place',
			[element('TIMLocationElem', { Desc: 'Harbour', Latitude: 22.5, Longitude: 113.9 })],
			'[Location] Harbour (22.5, 113.9)',
		],
		[
			'a card',
			[
				element('TIMCustomElem', {
					Data: '{"src":"22","content":{"header":"Order","desc":"On its way","url":"https://a.b"}}',
				}),
			],
			'Order\nOn its way\nhttps://a.b',
		],
		['its notification', [element('TIMCustomElem', { Data: '{}', Desc: 'A coupon' })], 'A coupon'],
		['data of its own', [element('TIMCustomElem', { Data: 'raw' })], 'raw'],
		[
			'a stream, in the order of its pieces',
			[
				element('TIMStreamElem', {
					CompatibleText: 'Please update the app',
					Chunks: [
						{ EventType: 'data', Index: 2, Markdown: '**two**', IsLast: true },
						{ EventType: 'data', Index: 1, Markdown: 'one ' },
						{ EventType: 'data', Index: 3, Markdown: 7 },
						null,
					],
				}),
			],
			'one **two**',
		],
		['a stream without pieces', [element('TIMStreamElem', { CompatibleText: 'Update' })], ''],
		['merged messages', [element('TIMRelayElem', { Title: 'Chat' })], '[Merged Messages] Chat'],
		['a type still to come', [element('TIMDanceElem', { Step: 1 })], '[Dance]'],
		['no message', [{}, element('TIMTextElem', {})], ''],
	])('says what is in %s', (_what, body, text) => {
		expect(plainText(body)).toBe(text);
	});

	it.each<[string, string, object, string]>([
		['a face without a name', 'TIMFaceElem', { Index: 0, Data: '' }, '[Face] 0'],
		[
			'a place without a name',
			'TIMLocationElem',
			{ Latitude: 0, Longitude: -1 },
			'[Location] (0, -1)',
		],
		[
			'a file without a name',
			'TIMFileElem',
			{ FileName: '', Url: 'https://a.b' },
			'[File] https://a.b',
		],
		['a file without an address', 'TIMFileElem', { FileName: 'a.pdf', Url: null }, '[File] a.pdf'],
		['a sound without an address', 'TIMSoundElem', {}, '[Sound]'],
		[
			'an image in another spelling',
			'TIMImageElem',
			{ ImageInfoArray: [{ Url: 'a' }] },
			'[Image] a',
		],
		[
			'an image in several versions',
			'TIMImageElem',
			{ ImageInfoArray: [null, { URL: 'first' }, { URL: 'second' }] },
			'[Image] first',
		],
		['an image without versions', 'TIMImageElem', { ImageInfoArray: [] }, '[Image]'],
		['an image with broken versions', 'TIMImageElem', { ImageInfoArray: { URL: 'a' } }, '[Image]'],
		['a text that is none', 'TIMTextElem', { Text: 5 }, ''],
		['a type like a field of every object', 'constructor', {}, '[constructor]'],
		['a type with the usual letters within', 'aTIMElemb', {}, '[aTIMElemb]'],
	])('says what is known of %s', (_what, type, content, text) => {
		expect(plainText([element(type, content)])).toBe(text);
	});

	it.each<[string, object, string]>([
		['a card with a headline only', { Data: '{"content":{"header":"Order"}}' }, 'Order'],
		[
			'a card with empty and broken parts',
			{ Data: '{"content":{"header":"Order","desc":"","url":7}}' },
			'Order',
		],
		['a card without a headline', { Data: '{"content":{"desc":"a"}}', Desc: 'Coupon' }, 'Coupon'],
		['content that is no object', { Data: '{"content":"header"}', Desc: 'Coupon' }, 'Coupon'],
		['data that is JSON but no object', { Data: 'null', Desc: 'Coupon' }, 'Coupon'],
		['an empty notification', { Data: 'raw', Desc: '' }, 'raw'],
		['a notification that is no text', { Data: 'raw', Desc: 5 }, 'raw'],
		['data that is no text', { Data: { content: { header: 'Order' } } }, ''],
		['data that is a list', { Data: ['{"content":{"header":"Order"}}'] }, ''],
		['nothing at all', {}, ''],
	])('says what a custom message holds: %s', (_what, content, text) => {
		expect(plainText([element('TIMCustomElem', content)])).toBe(text);
	});

	it('has no line for what holds no words', () => {
		const [first, last] = ['a', 'b'].map((Text) => element('TIMTextElem', { Text }));
		const silent = [null, 'text', element('TIMTextElem', {}), { MsgType: 'TIMTextElem' }];
		expect(plainText([first, ...silent, last])).toBe('a\nb');
	});

	it.each([
		[7, '[7]'],
		[['TIMTextElem'], '[Text]'],
	])('says that there is an element whose type is no text: %j', (MsgType, text) => {
		expect(plainText([{ MsgType, MsgContent: { Text: 'Hello' } }])).toBe(text);
	});
});
