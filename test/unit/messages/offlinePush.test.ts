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
		};
		expect(push(everything)).toEqual({
			PushFlag: 0,
			Title: 'title',
			Desc: 'text',
			Ext: '{"a":1}',
			AndroidInfo: {
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
			},
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
		['title', undefined, "'Offline Push: Title' is undefined"],
		['desc', { a: 1 }, "'Offline Push: Text' is not a text"],
		['huaweiImportance', 'HIGH', "'Offline Push: Android: Huawei Importance' is not one"],
		['vivoClassification', 2, "'Offline Push: Android: Vivo Classification' is not one"],
		['apnsMutableContent', 'yes', "'Offline Push: Apple: Mutable Content' is neither"],
	])('names the setting that has to change: %s', (name, value, problem) => {
		expect(refusal(() => push({ [name]: value })).problem).toContain(problem);
	});
});
