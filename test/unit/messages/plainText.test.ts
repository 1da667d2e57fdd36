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
		['merged messages', [element('TIMRelayElem', { Title: 'Chat' })], '[Merged Messages] Chat'],
		['a type still to come', [element('TIMDanceElem', { Step: 1 })], '[Dance]'],
		['no message', [{}, element('TIMTextElem', {})], ''],
	])('says what is in %s', (_what, body, text) => {
		expect(plainText(body)).toBe(text);
	});
});
