import { readOfflinePush } from '../../../nodes/TencentChatDesk/messages/offlinePush';
import { item, refusal } from '../item';

const push = (offlinePush: unknown) => readOfflinePush(item({ offlinePush }));

describe('offline push', () => {
	it('is left to the message when nothing is set', () => {
		expect([push({}), push(''), push({ title: '', androidSound: '' })]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});

	it('puts every setting where the documentation has it', () => {
		const everything = {
			title: 'title',
			desc: 'text',
			ext: '{"a":1}',
			androidSound: 'android.mp3',
			huaweiChannelId: 'h',
			xiaomiChannelId: 'x',
			oppoChannelId: 'o',
			googleChannelId: 'g',
			vivoClassification: 0,
			huaweiImportance: 'NORMAL',
			huaweiIntentParam: true,
			huaweiCategory: 'IM',
			androidStyle: '1',
			huaweiImage: 'https://example.com/h.png',
			honorImage: 'https://example.com/o.png',
			honorImportance: 'LOW',
			googleImage: 'https://example.com/g.png',
			apnsSound: 'apns.mp3',
			apnsTitle: 'apns title',
			apnsSubTitle: 'apns subtitle',
			apnsImage: 'https://example.com/a.png',
			apnsKeepBadge: true,
			apnsMutableContent: 'true',
			translations: {
				translation: [
					{ language: 'de', title: 'Titel', desc: 'Text' },
					{ language: 'fr', title: 'titre', desc: '' },
				],
			},
			badgeAdd: 3,
			badgeSet: '0',
			templateId: '1400000000-1',
			templateParameters: '{"name":"Alice"}',
			googlePriority: 'high',
			meizuNoticeMsgType: 1,
			oppoCategory: 'IM',
			oppoNotifyLevel: 16,
			oppoTemplateId: '687',
			oppoTemplateTitle: { shop: 'Berlin' },
			oppoTemplateContent: { order: '4711' },
			vivoCategory: 'MARKETING',
			vivoNotifyType: 2,
			apnsInterruptionLevel: 'time-sensitive',
			apnsContentAvailable: true,
			apnsVoip: true,
			apnsLiveActivityId: 'order-4711',
			apnsLiveActivityEvent: 'end',
			apnsLiveActivityContent: { minutes: 5 },
			apnsLiveActivityDismissal: 1_800_000_000,
			harmonyTitle: 'harmony title',
			harmonyCategory: 'IM',
			harmonyImage: 'https://example.com/y.png',
			harmonySound: 'shake.mp3',
			harmonySoundDuration: 4,
		};
		expect(push(everything)).toEqual({
			PushFlag: 0,
			Title: 'title',
			Desc: 'text',
			Ext: '{"a":1}',
			MultiLanguageContent: [
				{ Language: 'de', Title: 'Titel', Desc: 'Text' },
				{ Language: 'fr', Title: 'titre' },
			],
			BadgeAddNum: 3,
			BadgeSetNum: 0,
			PushTemplateId: '1400000000-1',
			PushTemplateParam: { name: 'Alice' },
			AndroidInfo: {
				GooglePriority: 'high',
				MeiZuNoticeMsgType: 1,
				OPPOCategory: 'IM',
				OPPONotifyLevel: 16,
				OPPOPrivateMsgTemplateId: '687',
				OPPOPrivateTitleParameters: { shop: 'Berlin' },
				OPPOPrivateContentParameters: { order: '4711' },
				VIVOCategory: 'MARKETING',
				VIVONotifyType: '2',
				Sound: 'android.mp3',
				HuaWeiChannelID: 'h',
				XiaoMiChannelID: 'x',
				OPPOChannelID: 'o',
				GoogleChannelID: 'g',
				VIVOClassification: 0,
				HuaWeiImportance: 'NORMAL',
				ExtAsHuaweiIntentParam: 1,
				HuaWeiCategory: 'IM',
				PushStyle: 1,
				HuaWeiImage: 'https://example.com/h.png',
				HonorImage: 'https://example.com/o.png',
				HonorImportance: 'LOW',
				GoogleImage: 'https://example.com/g.png',
			},
			ApnsInfo: {
				Sound: 'apns.mp3',
				Title: 'apns title',
				SubTitle: 'apns subtitle',
				Image: 'https://example.com/a.png',
				BadgeMode: 1,
				MutableContent: 1,
				InterruptionLevel: 'time-sensitive',
				ContentAvailable: 1,
				IsVoipPush: 1,
				LiveActivity: {
					LaId: 'order-4711',
					Event: 'end',
					ContentState: { minutes: 5 },
					DismissalDate: 1_800_000_000,
				},
			},
			HarmonyInfo: {
				Title: 'harmony title',
				Category: 'IM',
				Image: 'https://example.com/y.png',
				Sound: 'shake.mp3',
				SoundDuration: 4,
			},
		});
	});

	it.each([
		['apnsInterruptionLevel', ['active', 'critical', 'passive', 'time-sensitive']],
		['vivoNotifyType', ['1', '2', '3', '4']],
		['meizuNoticeMsgType', [0, 1]],
		['googlePriority', ['normal', 'high']],
		['apnsLiveActivityEvent', ['update', 'end']],
		['badgeAdd', [1, 99]],
		['badgeSet', [0, 999]],
	])('takes every value that is documented for %s', (name, values) => {
		const needed = name === 'apnsLiveActivityEvent' ? { apnsLiveActivityId: 'order' } : {};
		const went = values.map((value) => JSON.stringify(push({ ...needed, [name]: value })));
		for (const [index, value] of values.entries()) {
			expect(went[index]).toContain(JSON.stringify(value));
		}
		expect(new Set(went).size).toBe(values.length);
	});

	it.each([1, 2, 16])('takes the notify level %i of OPPO', (oppoNotifyLevel) => {
		expect(push({ oppoCategory: 'IM', oppoNotifyLevel })).toMatchObject({
			AndroidInfo: { OPPONotifyLevel: oppoNotifyLevel },
		});
	});

	it('has no section for phones of which nothing was said', () => {
		expect(push({ desc: 'text' })).toEqual({ PushFlag: 0, Desc: 'text' });
		expect(push({ apnsKeepBadge: false })).toEqual({ PushFlag: 0, ApnsInfo: { BadgeMode: 0 } });
	});

	it('can be turned off for a message', () => {
		expect(push({ disable: true })).toEqual({ PushFlag: 1 });
		expect(push({ disable: false })).toEqual({ PushFlag: 0 });
	});

	it('that is for online devices only may still carry data and words', () => {
		expect(push({ disable: true, title: 'title', ext: '{"order":1}' })).toEqual({
			PushFlag: 1,
			Title: 'title',
			Ext: '{"order":1}',
		});
	});

	it.each([
		[
			{ oppoNotifyLevel: 2 },
			"'Offline Push: Android: OPPO Notify Level' is set without a category",
		],
		[{ apnsLiveActivityEvent: 'end' }, "'Offline Push: Apple: Live Activity ID' is empty"],
		[
			{ templateParameters: { name: 'Alice' } },
			"'Offline Push: Template Parameters (JSON)' is set without a template",
		],
		[
			{ translations: { translation: [{ language: 'de' }] } },
			"'Offline Push: Translations' has neither a title nor a text for de",
		],
		[
			{ translations: { translation: [{ title: 'Titel' }] } },
			"'Offline Push: Translations: Language' is empty",
		],
	])('names the setting that misses another: %j', (settings, problem) => {
		expect(refusal(() => push(settings)).problem).toContain(problem);
	});

	it('wakes no app and rings no phone with a switch that is off', () => {
		expect(push({ apnsContentAvailable: false, apnsVoip: false })).toBeUndefined();
	});

	it.each([
		['title', undefined, "'Offline Push: Title' is undefined"],
		['desc', { a: 1 }, "'Offline Push: Text' is not a text"],
		['huaweiImportance', 'HIGH', "'Offline Push: Android: Huawei Importance' is not one"],
		['vivoClassification', 2, "'Offline Push: Android: Vivo Classification' is not one"],
		['apnsMutableContent', 'yes', "'Offline Push: Apple: Mutable Content' is neither"],
		['badgeAdd', 100, "'Offline Push: Badge: Add' is 100, out of its range"],
		['badgeSet', '1000', "'Offline Push: Badge: Set' is 1000, out of its range"],
		['vivoNotifyType', 5, "'Offline Push: Android: Vivo Notify Type' is not one"],
		['apnsInterruptionLevel', 'loud', "'Offline Push: Apple: Interruption Level' is not one"],
		['harmonySoundDuration', -1, "'Offline Push: HarmonyOS: Sound Duration' is -1"],
	])('names the setting that has to change: %s', (name, value, problem) => {
		expect(refusal(() => push({ [name]: value })).problem).toContain(problem);
	});
});
