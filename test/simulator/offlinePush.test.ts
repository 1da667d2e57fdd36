import { testbeds, textBody } from '../harness/simulatorTestbed';

const open = testbeds();

const sent = (OfflinePushInfo: unknown) => ({
	To_Account: 'bob',
	MsgSeq: 1,
	MsgRandom: 1,
	MsgBody: textBody('Hello'),
	OfflinePushInfo,
});

describe('an OfflinePushInfo', () => {
	it('may have all the fields of the page', async () => {
		const testbed = await open();
		const info = {
			PushFlag: 0,
			MultiLanguageContent: [{ Language: 'de', Title: 'Titel', Desc: 'Text' }],
			BadgeAddNum: 1,
			BadgeSetNum: 999,
			PushTemplateId: '1400000000-1',
			PushTemplateParam: { name: 'Alice' },
			HarmonyInfo: { Title: 'a', Category: 'IM', Image: 'b', Sound: 'c', SoundDuration: 3 },
			AndroidInfo: {
				OPPOCategory: 'IM',
				OPPONotifyLevel: 16,
				OPPOPrivateMsgTemplateId: 'x',
				OPPOPrivateTitleParameters: { shop: 'Berlin' },
				VIVOCategory: 'IM',
				VIVONotifyType: '4',
				GooglePriority: 'high',
				MeiZuNoticeMsgType: 1,
			},
			ApnsInfo: {
				InterruptionLevel: 'time-sensitive',
				ContentAvailable: 1,
				IsVoipPush: 1,
				LiveActivity: { LaId: 'a', Event: 'end', ContentState: {}, DismissalDate: 1 },
			},
		};

		expect(await testbed.codeOf('openim/sendmsg', sent(info))).toBe(0);
	});

	it.each([
		{ MultiLanguageContent: { Language: 'de' } },
		{ MultiLanguageContent: [{ Language: 7 }] },
		{ BadgeAddNum: 0 },
		{ BadgeAddNum: 100 },
		{ BadgeSetNum: 1000 },
		{ PushTemplateParam: '{"name":"Alice"}' },
		{ HarmonyInfo: { SoundDuration: '3' } },
		{ AndroidInfo: { OPPONotifyLevel: 3, OPPOCategory: 'IM' } },
		{ AndroidInfo: { OPPONotifyLevel: 2 } },
		{ AndroidInfo: { VIVONotifyType: 4 } },
		{ AndroidInfo: { GooglePriority: 'urgent' } },
		{ AndroidInfo: { MeiZuNoticeMsgType: 2 } },
		{ AndroidInfo: { HonorImportance: 'HIGH' } },
		{ ApnsInfo: { InterruptionLevel: 'loud' } },
		{ ApnsInfo: { ContentAvailable: 0 } },
		{ ApnsInfo: { LiveActivity: { Event: 'start' } } },
		{ BadgeSetNum: -1 },
		{ PushTemplateId: 1 },
		{ MultiLanguageContent: [{ Language: 'de', Title: 7 }] },
		{ MultiLanguageContent: [{ Language: 'de', Desc: 7 }] },
		{ HarmonyInfo: { Title: 7 } },
		{ HarmonyInfo: { Category: 7 } },
		{ HarmonyInfo: { Image: 7 } },
		{ HarmonyInfo: { Sound: 7 } },
		{ AndroidInfo: { OPPOCategory: 7 } },
		{ AndroidInfo: { OPPOPrivateMsgTemplateId: 7 } },
		{ AndroidInfo: { OPPOPrivateTitleParameters: '{}' } },
		{ AndroidInfo: { OPPOPrivateContentParameters: '{}' } },
		{ AndroidInfo: { VIVOCategory: 7 } },
		{ ApnsInfo: { IsVoipPush: 0 } },
		{ ApnsInfo: { LiveActivity: { LaId: 7 } } },
		{ ApnsInfo: { LiveActivity: { ContentState: '{}' } } },
		{ ApnsInfo: { LiveActivity: { DismissalDate: '1' } } },
	])('is refused with 90043: %j', async (info) => {
		const testbed = await open();

		expect(await testbed.codeOf('openim/sendmsg', sent(info))).toBe(90043);
	});
});
