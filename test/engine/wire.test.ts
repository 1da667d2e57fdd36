import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { comparable, documentedBodies } from '../support/documentedBodies';
import { vendorSamples } from '../simulator/vendorSamples';
import {
	testbeds,
	contact,
	desk,
	direct,
	live,
	message,
	type Testbed,
} from '../harness/engineTestbed';

const open = testbeds();

async function bodyOf(testbed: Testbed, parameters: INodeParameters): Promise<IDataObject> {
	await testbed.run(parameters, [message('u0', 'hello')]);
	expect(testbed.calls()).toHaveLength(1);
	return testbed.calls()[0]!.body as IDataObject;
}

describe('filling in the node as a page of the documentation describes', () => {
	it('covers every sample of the pages', () => {
		expect(documentedBodies.map(({ page }) => page)).toEqual(vendorSamples.map(({ page }) => page));
	});

	it.each(documentedBodies.map((documented) => [documented.page, documented] as const))(
		'sends the body of "%s", whole, and Tencent takes it',
		async (_page, { path, parameters, body }) => {
			const testbed = await open();

			const { output, error } = await testbed.run(parameters, [{}]);

			expect(error).toBeUndefined();
			expect(output).toHaveLength(1);
			const [request] = testbed.calls();
			expect(request?.path).toBe(path);
			expect(request?.errorCode).toBe(0);
			expect(comparable(request?.body, body)).toEqual(comparable(body, body));
			expect(request?.unknownFields).toEqual([]);
		},
	);

	it('adds nothing to a page but its own numbers and the second spelling of two names', () => {
		const added = documentedBodies.map(({ page, body }, index) => {
			const sample = JSON.parse(vendorSamples[index]!.body) as IDataObject;
			const more = Object.keys(body).filter((name) => !Object.hasOwn(sample, name));
			return [page, more] as const;
		});

		expect(added.filter(([, more]) => more.length > 0)).toEqual([
			['Chat Desk > Contact User', ['IMAgentUserId', 'ClientUserId']],
			['Chat > Sending a One-to-One Message, from the admin', ['MsgSeq']],
			['Chat > Sending a One-to-One Message, callbacks forbidden', ['MsgSeq']],
			['Chat > Sending a One-to-One Message, with offline push', ['MsgSeq']],
			['Chat > Sending a One-to-One Message, synchronised to the sender', ['MsgSeq']],
		]);
	});

	it('encodes the data of a card once: one JSON text that opens to the card of the page', async () => {
		const documented = documentedBodies.find(({ page }) => page.endsWith('card'))!;
		const { raw, data } = await cardOf(await open(), documented.parameters);

		// Twice encoded, the quotes on the wire would have three back-slashes before them.
		expect(raw).toContain(
			String.raw`"Data":"{\"src\":\"22\",\"content\":{\"header\":\"card title\"`,
		);
		expect(JSON.parse(data)).toEqual({
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
});

async function cardOf(testbed: Testbed, parameters: INodeParameters) {
	await testbed.run(parameters, [{}]);
	const [request] = testbed.calls();
	const body = request?.body as { MsgBody: Array<{ MsgContent: { Data: string } }> };
	return { raw: request?.raw ?? '', data: body.MsgBody[0]!.MsgContent.Data };
}

describe('fields that the documentation spells in two ways', () => {
	it('both go out, since nothing says which one Tencent reads', async () => {
		expect(await bodyOf(await open(), contact())).toMatchObject({
			IMAgentUserID: '@support',
			IMAgentUserId: '@support',
			ClientUserID: 'u0',
			ClientUserId: 'u0',
		});
	});

	it.each(['table', 'sample'] as const)(
		'the user is contacted whether Tencent reads the spelling of the %s or not',
		async (contactFieldSpelling) => {
			const testbed = await open({ contactFieldSpelling });

			const { output } = await testbed.run(contact(), [message('u0', '')]);

			expect(output[0]?.json).toMatchObject({ MemberId: expect.any(String) });
		},
	);

	it('one of them is taken away by a null among the extra fields', async () => {
		const extraBody = '{ "IMAgentUserId": null, "ClientUserId": null }';

		const body = await bodyOf(await open(), contact({ extraBody }));

		expect(body).toEqual({ IMAgentUserID: '@support', ClientUserID: 'u0' });
	});
});

describe('fields that newer documentation added', () => {
	it('all go out, and none that Tencent does not know', async () => {
		const testbed = await open();
		const everything = direct(
			{
				cloudCustomData: '{"order":4711}',
				forbidCallbackControl: ['ForbidAfterSendMsgCallback'],
				fromAccount: 'alice',
				isNeedReadReceipt: true,
				msgLifeTime: 0,
				msgRandom: 4294967295,
				msgSeq: 77,
				msgTimeStamp: 1557387418,
				sendMsgControl: ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'],
				supportMessageExtension: true,
				syncOtherMachine: 1,
			},
			{
				offlinePush: {
					disable: false,
					title: 'Your shop',
					desc: 'You have a message',
					ext: '{"open":"orders"}',
					androidSound: 'a.mp3',
					googleChannelId: 'google',
					googleImage: 'https://example.com/google.png',
					honorImage: 'https://example.com/honor.png',
					honorImportance: 'NORMAL',
					huaweiCategory: 'IM',
					huaweiChannelId: 'huawei',
					huaweiImage: 'https://example.com/huawei.png',
					huaweiImportance: 'LOW',
					huaweiIntentParam: true,
					oppoChannelId: 'oppo',
					androidStyle: 1,
					vivoClassification: 0,
					xiaomiChannelId: 'xiaomi',
					apnsKeepBadge: false,
					apnsImage: 'https://example.com/apns.png',
					apnsMutableContent: true,
					apnsSound: 'b.mp3',
					apnsSubTitle: 'Order 4711',
					apnsTitle: 'Shop',
				},
			},
		);

		const body = await bodyOf(testbed, everything);

		expect(body).toEqual({
			SyncOtherMachine: 1,
			From_Account: 'alice',
			To_Account: 'u0',
			MsgLifeTime: 0,
			MsgSeq: 77,
			MsgRandom: 4294967295,
			MsgTimeStamp: 1557387418,
			ForbidCallbackControl: ['ForbidAfterSendMsgCallback'],
			SendMsgControl: ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'],
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }],
			CloudCustomData: '{"order":4711}',
			SupportMessageExtension: 1,
			IsNeedReadReceipt: 1,
			OfflinePushInfo: {
				PushFlag: 0,
				Title: 'Your shop',
				Desc: 'You have a message',
				Ext: '{"open":"orders"}',
				AndroidInfo: {
					Sound: 'a.mp3',
					GoogleChannelID: 'google',
					GoogleImage: 'https://example.com/google.png',
					HonorImage: 'https://example.com/honor.png',
					HonorImportance: 'NORMAL',
					HuaWeiCategory: 'IM',
					HuaWeiChannelID: 'huawei',
					HuaWeiImage: 'https://example.com/huawei.png',
					HuaWeiImportance: 'LOW',
					ExtAsHuaweiIntentParam: 1,
					OPPOChannelID: 'oppo',
					PushStyle: 1,
					VIVOClassification: 0,
					XiaoMiChannelID: 'xiaomi',
				},
				ApnsInfo: {
					BadgeMode: 0,
					Image: 'https://example.com/apns.png',
					MutableContent: 1,
					Sound: 'b.mp3',
					SubTitle: 'Order 4711',
					Title: 'Shop',
				},
			},
		});
		expect(testbed.calls()[0]).toMatchObject({ errorCode: 0, unknownFields: [] });
	});

	it('a desk message can leave the countdown of the customer alone', async () => {
		const body = await bodyOf(
			await open(),
			desk({ excludeFromUserRespTimeout: true, cloudCustomData: 'mine' }),
		);

		expect(body).toEqual({
			FromAccount: '@support',
			ToAccount: 'u0',
			MsgRandom: expect.any(Number),
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }],
			CloudCustomData: 'mine',
			ExcludeFromUserRespTimeout: 1,
		});
	});

	it('nothing goes out for what was left empty', async () => {
		const body = await bodyOf(await open(), direct());

		expect(Object.keys(body).sort()).toEqual(['MsgBody', 'MsgRandom', 'MsgSeq', 'To_Account']);
	});

	it('the live page has no more fields than are filled in', async () => {
		const testbed = await open();

		await testbed.run(live({ extensionInfo: '={{ { "data": 1 } }}' }), [message('room1', 'hi')]);

		expect(testbed.calls()[0]?.body).toEqual({
			RoomId: 'room1',
			Sender_Account: 'user1',
			TextContent: 'hi',
			ExtensionInfo: '{"data":1}',
		});
	});
});

describe('every type of message', () => {
	const types: Array<[type: string, fields: INodeParameters, sent: IDataObject]> = [
		['text', { text: 'hi 👋' }, { MsgType: 'TIMTextElem', MsgContent: { Text: 'hi 👋' } }],
		[
			'card',
			{ cardTitle: 'Only a title' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"22","content":{"header":"Only a title","desc":"","pic":"","url":""},"customerServicePlugin":0}',
					Desc: 'Only a title',
				},
			},
		],
		[
			'richText',
			{ richText: '**Hello**\n\n[Shop](https://example.com)' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"30","content":"**Hello**\\n\\n[Shop](https://example.com)","customerServicePlugin":0}',
					Desc: 'Hello\nShop',
				},
			},
		],
		[
			'choices',
			{ choicesTitle: 'Which?', choicesItems: 'Delivery\nHuman agent', choicesTail: 'Or write' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"15","content":{"header":"Which?","items":[{"content":"Delivery","desc":""},{"content":"Human agent","desc":""}],"tail":"Or write"},"customerServicePlugin":0}',
					Desc: 'Which?\nDelivery\nHuman agent',
				},
			},
		],
		[
			'form',
			{ formQuestion: 'Which shop?', formAnswerWith: 'options', formOptions: 'Berlin\nParis' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"21","content":{"type":1,"header":"Which shop?","items":[{"content":"Berlin","desc":""},{"content":"Paris","desc":""}]},"customerServicePlugin":0}',
					Desc: 'Which shop?\nBerlin\nParis',
				},
			},
		],
		[
			'form',
			{ formQuestion: 'Your order number', formAnswerWith: 'input' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"21","content":{"type":0,"header":"Your order number","items":[]},"customerServicePlugin":0}',
					Desc: 'Your order number',
				},
			},
		],
		[
			'order',
			{
				orderName: 'Blue mug x2',
				orderGuide: 'Order 1001',
				orderDescription: '25.00',
				orderPictureUrl: 'https://example.com/a.png',
				orderDetails: { details: [{ name: 'Status', value: 'Shipped', customerValue: 'DHL 1' }] },
			},
			{
				MsgType: 'TIMCustomElem',
				MsgContent: {
					Data: '{"src":"28","content":{"guide":"Order 1001","name":"Blue mug x2","desc":"25.00","pic":"https://example.com/a.png","customField":[{"name":"Status","value":"Shipped","customerValue":"DHL 1"}]},"customerServicePlugin":0}',
					Desc: 'Order 1001\nBlue mug x2\n25.00',
				},
			},
		],
		[
			'custom',
			{ customData: '{"kind":"x"}', customDesc: 'desc', customExt: 'ext', customSound: 's.aiff' },
			{
				MsgType: 'TIMCustomElem',
				MsgContent: { Data: '{"kind":"x"}', Desc: 'desc', Ext: 'ext', Sound: 's.aiff' },
			},
		],
		[
			'image',
			{
				imageUrl: 'https://example.com/photo.png',
				imageDetails: { uuid: 'K', thumbnailUrl: 'https://example.com/t.png', thumbnailWidth: 198 },
			},
			{
				MsgType: 'TIMImageElem',
				MsgContent: {
					UUID: 'K',
					ImageFormat: 3,
					ImageInfoArray: [
						{ Type: 1, Size: 0, Width: 0, Height: 0, URL: 'https://example.com/photo.png' },
						{ Type: 2, Size: 0, Width: 0, Height: 0, URL: 'https://example.com/photo.png' },
						{ Type: 3, Size: 0, Width: 198, Height: 0, URL: 'https://example.com/t.png' },
					],
				},
			},
		],
		[
			'file',
			{ fileUrl: 'https://example.com/a.pdf', fileName: 'a.pdf', fileSize: 17, fileUuid: 'K' },
			{
				MsgType: 'TIMFileElem',
				MsgContent: {
					Url: 'https://example.com/a.pdf',
					UUID: 'K',
					FileSize: 17,
					FileName: 'a.pdf',
					Download_Flag: 2,
				},
			},
		],
		[
			'sound',
			{ soundUrl: 'https://example.com/a.mp3', soundSeconds: 3, soundSize: 17, soundUuid: 'K' },
			{
				MsgType: 'TIMSoundElem',
				MsgContent: {
					Url: 'https://example.com/a.mp3',
					UUID: 'K',
					Size: 17,
					Second: 3,
					Download_Flag: 2,
				},
			},
		],
		[
			'video',
			{
				videoUrl: 'https://example.com/a.mp4',
				videoThumbUrl: 'https://example.com/a.jpg',
				videoDetails: { uuid: 'K', thumbUuid: 'T', seconds: 3, size: 17, thumbWidth: 5 },
			},
			{
				MsgType: 'TIMVideoFileElem',
				MsgContent: {
					VideoUrl: 'https://example.com/a.mp4',
					VideoUUID: 'K',
					VideoSize: 17,
					VideoSecond: 3,
					VideoFormat: 'mp4',
					VideoDownloadFlag: 2,
					ThumbUrl: 'https://example.com/a.jpg',
					ThumbUUID: 'T',
					ThumbSize: 0,
					ThumbWidth: 5,
					ThumbHeight: 0,
					ThumbFormat: 'JPG',
					ThumbDownloadFlag: 2,
				},
			},
		],
		[
			'location',
			{ locationLatitude: 22.5405, locationLongitude: -113.9, locationDescription: 'Shop' },
			{
				MsgType: 'TIMLocationElem',
				MsgContent: { Desc: 'Shop', Latitude: 22.5405, Longitude: -113.9 },
			},
		],
		[
			'face',
			{ faceIndex: 6, faceData: 'thumbs_up' },
			{ MsgType: 'TIMFaceElem', MsgContent: { Index: 6, Data: 'thumbs_up' } },
		],
		[
			'json',
			{ msgBodyJson: '[{"MsgType":"TIMFaceElem","MsgContent":{"Index":1,"Data":"x"}}]' },
			{ MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'x' } },
		],
	];

	it.each(types)('%s goes out as Tencent documents it, by Chat and by Desk', async (...row) => {
		const [messageType, fields, sent] = row;
		const testbed = await open();

		await testbed.run(direct({}, { messageType, ...fields }), [message('u0', '')]);
		await testbed.run(desk({}, { messageType, ...fields }), [message('u0', '')]);

		expect(testbed.calls().map(({ errorCode }) => errorCode)).toEqual([0, 0]);
		expect(testbed.calls().map(({ body }) => (body as IDataObject).MsgBody)).toEqual([
			[sent],
			[sent],
		]);
	});

	it('several elements make one message', async () => {
		const elements = [
			{ MsgType: 'TIMTextElem', MsgContent: { Text: 'see' } },
			{ MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: '' } },
		];

		const body = await bodyOf(
			await open(),
			direct({}, { messageType: 'json', msgBodyJson: JSON.stringify(elements) }),
		);

		expect(body.MsgBody).toEqual(elements);
	});

	it('a message over 12 KB is refused with its size before anything is sent', async () => {
		const testbed = await open();

		const { error } = await testbed.run(direct(), [message('u0', '€'.repeat(4096))]);

		expect(error?.message).toMatch(/^The message is too long: 12\d{3} bytes of the 12288/);
		expect(testbed.calls()).toEqual([]);
	});
});
