import { sendmsg } from '../harness/commands';
import { testbeds, directMessage, textBody } from '../harness/simulatorTestbed';

const file = { Url: 'https://example.com/a', UUID: 'a', Download_Flag: 2 };
const picture = { Type: 1, Size: 10, Width: 2, Height: 3, URL: 'https://example.com/a.png' };
const video = {
	VideoUrl: 'https://example.com/v.mp4',
	VideoUUID: 'v',
	VideoSize: 10,
	VideoSecond: 3,
	VideoFormat: 'mp4',
	VideoDownloadFlag: 2,
	ThumbUrl: 'https://example.com/t.jpg',
	ThumbUUID: 't',
	ThumbSize: 5,
	ThumbWidth: 2,
	ThumbHeight: 3,
	ThumbFormat: 'JPG',
	ThumbDownloadFlag: 2,
};

const elements: Array<[string, Record<string, unknown>]> = [
	['TIMTextElem', { Text: '' }],
	['TIMFaceElem', { Index: 1, Data: 'a\u0000' }],
	['TIMLocationElem', { Desc: 'office', Latitude: 29.3, Longitude: 105.4 }],
	['TIMCustomElem', { Data: 'x', Desc: 'd', Ext: 'e', Sound: 's' }],
	['TIMSoundElem', { ...file, Size: 10, Second: 2 }],
	['TIMImageElem', { UUID: 'a', ImageFormat: 255, ImageInfoArray: [picture] }],
	['TIMFileElem', { ...file, FileSize: 10, FileName: 'a.txt' }],
	['TIMVideoFileElem', video],
	['TIMRelayElem', { Title: 't', MsgNum: 1, CompatibleText: 'c', AbstractList: ['a'] }],
];

describe('the elements of a message', () => {
	const open = testbeds();

	it.each(elements)('may be a %s', async (MsgType, MsgContent) => {
		const testbed = await open();
		const MsgBody = [{ MsgType, MsgContent }];

		expect(await testbed.codeOf(sendmsg, directMessage({ MsgBody }))).toBe(0);
		expect(testbed.simulator.conversations()[0]?.entries[0]?.elements).toEqual(MsgBody);
	});

	const required = elements.flatMap(([MsgType, content]) =>
		Object.keys(content)
			.filter((field) => (MsgType === 'TIMCustomElem' ? field === 'Data' : true))
			.filter(
				(field) => !['TIMFaceElem.Data', 'TIMLocationElem.Desc'].includes(`${MsgType}.${field}`),
			)
			.map((field): [string, string, Record<string, unknown>] => [MsgType, field, content]),
	);
	it.each(required)(
		'need every field: %s without %s is refused',
		async (MsgType, field, content) => {
			const testbed = await open();
			const { [field]: _left, ...MsgContent } = content;

			expect(
				await testbed.codeOf(sendmsg, directMessage({ MsgBody: [{ MsgType, MsgContent }] })),
			).toBe(90010);
		},
	);

	it.each(elements)('hold no value of another type: %s', async (MsgType, content) => {
		const testbed = await open();

		for (const field of Object.keys(content)) {
			const MsgContent = { ...content, [field]: true };
			const body = directMessage({ MsgBody: [{ MsgType, MsgContent }] });
			expect([field, await testbed.codeOf(sendmsg, body)]).toEqual([field, 90010]);
		}
	});

	it.each([
		[
			'a file flag other than 2',
			'TIMFileElem',
			{ ...file, FileSize: 1, FileName: 'a', Download_Flag: 1 },
		],
		[
			'an unknown image format',
			'TIMImageElem',
			{ UUID: 'a', ImageFormat: 9, ImageInfoArray: [picture] },
		],
		['no image at all', 'TIMImageElem', { UUID: 'a', ImageFormat: 1, ImageInfoArray: [] }],
		[
			'an image whose address is written Url',
			'TIMImageElem',
			{ UUID: 'a', ImageFormat: 1, ImageInfoArray: [{ ...picture, URL: undefined, Url: 'x' }] },
		],
		['a type that an object inherits', 'toString', {}],
	])('may not have %s', async (_what, MsgType, MsgContent) => {
		const testbed = await open();

		expect(
			await testbed.codeOf(sendmsg, directMessage({ MsgBody: [{ MsgType, MsgContent }] })),
		).toBe(90010);
	});

	it('may be several, but only one of them custom', async () => {
		const testbed = await open();
		const custom = { MsgType: 'TIMCustomElem', MsgContent: { Data: 'x' } };

		expect(
			await testbed.codeOf(sendmsg, directMessage({ MsgBody: [...textBody('a'), custom] })),
		).toBe(0);
		expect(await testbed.codeOf(sendmsg, directMessage({ MsgBody: [custom, custom] }))).toBe(90010);
	});

	it.each([
		['no MsgBody', undefined],
		['an element that is no object', ['hello']],
		['an element without a type', [{ MsgContent: { Text: 'hello' } }]],
		['content that is a text', [{ MsgType: 'TIMTextElem', MsgContent: 'hello' }]],
	])('form a list of type and content: %s is refused', async (_what, MsgBody) => {
		const testbed = await open();

		expect(await testbed.codeOf(sendmsg, directMessage({ MsgBody }))).toBe(90002);
	});
});

describe('a direct message', () => {
	const open = testbeds();

	it('may carry every optional field', async () => {
		const testbed = await open();
		const body = directMessage({
			From_Account: 'bob',
			SyncOtherMachine: 2,
			MsgLifeTime: 604_800,
			MsgSeq: 4_294_967_295,
			MsgTimeStamp: 1_557_387_418,
			ForbidCallbackControl: ['ForbidAfterSendMsgCallback'],
			SendMsgControl: ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'],
			CloudCustomData: 'mine',
			SupportMessageExtension: 1,
			IsNeedReadReceipt: 0,
			OfflinePushInfo: {
				PushFlag: 1,
				Title: 't',
				Desc: 'd',
				Ext: '{}',
				AndroidInfo: { HuaWeiChannelID: 'h', VIVOClassification: 0 },
				ApnsInfo: { BadgeMode: 0, MutableContent: 1 },
			},
		});

		expect(await testbed.codeOf(sendmsg, body)).toBe(0);
		expect(testbed.simulator.requests[0]?.unknownFields).toEqual([]);
		expect(testbed.simulator.conversations()[0]).toMatchObject({
			kind: 'c2c',
			participants: ['alice', 'bob'],
			entries: [{ sender: 'bob', seq: 4_294_967_295, random: 1, cloudCustomData: 'mine' }],
		});
	});

	const refused: Array<[number, Record<string, unknown>]> = [
		[60015, { From_Account: 5 }],
		[90003, { To_Account: undefined }],
		[90003, { To_Account: '' }],
		[90005, { MsgRandom: undefined }],
		[90005, { MsgRandom: 4_294_967_296 }],
		[90005, { MsgRandom: -1 }],
		[90026, { MsgLifeTime: -1 }],
		[90031, { SyncOtherMachine: 3 }],
		[90044, { MsgLifeTime: 1.5 }],
		[90043, { OfflinePushInfo: 'hello' }],
		[90043, { OfflinePushInfo: { AndroidInfo: { Sound: 1 } } }],
		[90043, { OfflinePushInfo: { ApnsInfo: { BadgeMode: 2 } } }],
		[90043, { OfflinePushInfo: { ApnsInfo: [] } }],
		[90010, { MsgSeq: 4_294_967_296 }],
		[90010, { ForbidCallbackControl: 'ForbidAfterSendMsgCallback' }],
		[90010, { ForbidCallbackControl: ['Forbid'] }],
		[90010, { SendMsgControl: ['Quietly'] }],
		[90010, { CloudCustomData: {} }],
		[90010, { SupportMessageExtension: true }],
		[90010, { IsNeedReadReceipt: 2 }],
	];
	it.each(refused)('is refused with %i for %j', async (code, changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(sendmsg, directMessage(changes))).toBe(code);
	});

	it('comes from the admin when no sender is given', async () => {
		const testbed = await open();

		await testbed.call(sendmsg, directMessage());

		expect(testbed.simulator.conversations()[0]?.entries[0]?.sender).toBe('administrator');
	});

	it('may live longer than seven days where the field table is followed', async () => {
		const testbed = await open({ behaviour: { lifeTimeTooLong: 'clamp' } });

		expect(await testbed.codeOf(sendmsg, directMessage({ MsgLifeTime: 604_801 }))).toBe(0);
	});

	it('with lifetime 0 reaches a connected user and is lost on another', async () => {
		const testbed = await open();

		expect(await testbed.codeOf(sendmsg, directMessage({ MsgLifeTime: 0 }))).toBe(0);
		expect(
			await testbed.codeOf(sendmsg, directMessage({ To_Account: 'heidi', MsgLifeTime: 0 })),
		).toBe(0);

		expect(testbed.simulator.conversations()).toHaveLength(1);
		expect(testbed.simulator.conversations()[0]?.entries[0]).toMatchObject({ onlineOnly: true });
		expect(testbed.textsOf('heidi')).toEqual([]);
	});

	it('otherwise waits for a user who is away', async () => {
		const testbed = await open();

		await testbed.call(sendmsg, directMessage({ To_Account: 'heidi' }));
		await testbed.call(sendmsg, directMessage());

		const states = testbed.simulator.conversations().map((c) => c.entries[0]?.state);
		expect(states).toEqual(['stored', 'delivered']);
	});

	it.each([20003, 90048] as const)('from nobody answers %i when set so', async (code) => {
		const testbed = await open({ behaviour: { unknownSenderCode: code } });

		expect(await testbed.codeOf(sendmsg, directMessage({ From_Account: 'nobody' }))).toBe(code);
	});

	it('may be 12 KB long, measured in bytes over the whole packet', async () => {
		const testbed = await open();
		const withText = (text: string) => JSON.stringify(directMessage({ MsgBody: textBody(text) }));
		const room = 12 * 1024 - Buffer.byteLength(withText(''));

		expect(await testbed.codeOf(sendmsg, withText('x'.repeat(room)))).toBe(0);
		expect(await testbed.codeOf(sendmsg, withText('x'.repeat(room + 1)))).toBe(93000);
		expect(await testbed.codeOf(sendmsg, withText('ü'.repeat(room / 2 + 1)))).toBe(93000);
	});

	it('may have its MsgBody alone measured, or be held to the older 8 KB', async () => {
		const testbed = await open({ behaviour: { sizeCounts: 'message' } });
		const padded = directMessage({ CloudCustomData: 'x'.repeat(12 * 1024) });

		expect(await testbed.codeOf(sendmsg, padded)).toBe(0);
		testbed.simulator.behaviour.maxMessageBytes = 8 * 1024;
		const body = directMessage({ MsgBody: textBody('x'.repeat(9000)) });
		expect(await testbed.codeOf(sendmsg, body)).toBe(93000);
	});

	it('may hold fields that no page knows; the record names them', async () => {
		const testbed = await open();

		expect(await testbed.codeOf(sendmsg, directMessage({ NotOnAnyPage: 1 }))).toBe(0);
		expect(testbed.simulator.requests[0]?.unknownFields).toEqual(['NotOnAnyPage']);
	});
});
