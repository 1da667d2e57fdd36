import { sendmsg } from '../harness/commands';
import {
	testbeds,
	directMessage,
	textBody,
	userSig,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const open = testbeds();

const pair = { From_Account: 'alice', To_Account: 'bob' };

/** Sends from Alice to Bob and gives the MsgKey. */
async function sent(
	testbed: SimulatorTestbed,
	changes: Record<string, unknown> = {},
): Promise<string> {
	const { MsgKey } = await testbed.call(sendmsg, directMessage({ ...pair, ...changes }));
	return MsgKey as string;
}

const batch = { To_Account: ['alice'], MsgRandom: 1, MsgBody: textBody('hello') };
const imported = {
	SyncFromOldSystem: 2,
	...pair,
	MsgRandom: 1,
	MsgTimeStamp: 1584669600,
	MsgBody: textBody('old'),
};
const range = { Operator_Account: 'bob', Peer_Account: 'alice', MinTime: 0, MaxTime: 2 ** 32 - 1 };
const ids = (count: number) => Array.from({ length: count }, (_unused, index) => `p${index}`);
const text = (bytes: number) => 'x'.repeat(bytes);

describe('the documented codes of the one-to-one, account and profile APIs', () => {
	const codes: Array<[string, number, Record<string, unknown>]> = [
		['openim/batchsendmsg', 90028, { ...batch, To_Account: 'alice' }],
		['openim/batchsendmsg', 90029, { ...batch, To_Account: [] }],
		['openim/batchsendmsg', 90011, { ...batch, To_Account: ids(501) }],
		['openim/batchsendmsg', 90012, { ...batch, To_Account: ['nobody', 'ghost'] }],
		['openim/batchsendmsg', 90008, { ...batch, From_Account: 'nobody' }],
		['openim/batchsendmsg', 90004, { ...batch, MsgSeq: '1' }],
		['openim/batchsendmsg', 90007, { ...batch, MsgBody: {} }],
		['openim/batchsendmsg', 90026, { ...batch, MsgLifeTime: 604_801 }],
		['openim/batchsendmsg', 93000, { ...batch, MsgBody: textBody(text(12 * 1024)) }],
		['openim/importmsg', 90030, { ...imported, SyncFromOldSystem: 1 }],
		['openim/importmsg', 90005, { ...imported, MsgRandom: undefined }],
		['openim/importmsg', 90006, { ...imported, MsgTimeStamp: '1584669600' }],
		['openim/importmsg', 90008, { ...imported, From_Account: 'nobody' }],
		['openim/importmsg', 90003, { ...imported, To_Account: 'nobody' }],
		['openim/admin_getroammsg', 90008, { ...range, MaxCnt: 1, Operator_Account: 'nobody' }],
		['openim/admin_getroammsg', 90003, { ...range, MaxCnt: 1, Peer_Account: undefined }],
		['openim/admin_msgwithdraw', 90054, { ...pair, MsgKey: 'x' }],
		['openim/admin_msgwithdraw', 20022, { ...pair, MsgKey: '1_2_3' }],
		['openim/modify_c2c_msg', 90007, { ...pair, MsgKey: '1_2_3', MsgBody: {} }],
		['openim/admin_set_msg_read', 90008, { Peer_Account: 'bob' }],
		['openim/admin_set_msg_read', 90003, { Report_Account: 'bob' }],
		['openim/get_c2c_unread_msg_num', 90003, { To_Account: 'nobody' }],
		['openim/query_online_status', 90011, { To_Account: ids(501) }],
		['openim_msg_ext_http_svc/get_key_values', 23004, { ...pair, MsgKey: '1_2_3' }],
		['openim_msg_ext_http_svc/set_key_values', 10004, { ...pair, OperateType: 4 }],
		['im_open_login_svc/multiaccount_import', 70402, { Accounts: ids(101) }],
		['im_open_login_svc/multiaccount_import', 60015, { AccountList: [{ UserID: 5 }] }],
		['im_open_login_svc/account_delete', 70402, { DeleteItem: [] }],
		['im_open_login_svc/kick', 70107, { UserID: 'nobody' }],
		['profile/portrait_get', 40002, { TagList: ['Tag_Profile_IM_Nick'] }],
		['profile/portrait_get', 40009, { To_Account: ['bob'], TagList: ['Tag_Profile_IM_Shoe'] }],
		...(
			[
				[40601, 'Tag_Profile_IM_Nick', text(501)],
				[40605, 'Tag_Profile_IM_Gender', 'female'],
				[40610, 'Tag_Profile_IM_Level', '3'],
				[0, 'Tag_Profile_IM_MsgSettings', 1],
				[40610, 'Tag_Profile_IM_MsgSettings', '1'],
				[40610, 'Tag_Profile_Custom_vip', 3],
				[40009, 'Tag_Profile_Custom_ninechars', 'x'],
			] as const
		).map(([code, Tag, Value]): [string, number, Record<string, unknown>] => [
			'profile/portrait_set',
			code,
			{ From_Account: 'bob', ProfileItem: [{ Tag, Value }] },
		]),
		['profile/portrait_set', 40003, { From_Account: 'nobody', ProfileItem: [{ Tag: 'x' }] }],
	];
	it.each(codes)('%s answers %i', async (path, code, body) => {
		const testbed = await open();

		expect(await testbed.codeOf(path, body)).toBe(code);
	});

	it.each([
		['openim/batchsendmsg', 90009, 90001],
		['profile/portrait_get', 40004, 40001],
		['openim_msg_ext_http_svc/get_key_values', 60010, 60003],
		['im_open_login_svc/kick', 60010, 60003],
	])('%s is for admins (%i) and takes JSON (%i)', async (path, notAdmin, notJson) => {
		const testbed = await open();
		const asUser = { identifier: 'alice', usersig: userSig({ identifier: 'alice' }) };

		expect(await testbed.codeOf(path, {}, asUser)).toBe(notAdmin);
		expect(await testbed.codeOf(path, '{')).toBe(notJson);
	});
});

describe('batchsendmsg', () => {
	it('answers SomeError with ErrorCode 0 when some receivers do not exist', async () => {
		const testbed = await open();

		const response = await testbed.call('openim/batchsendmsg', {
			...batch,
			To_Account: ['alice', 'rong'],
		});

		expect(response).toMatchObject({
			ActionStatus: 'SomeError',
			ErrorCode: 0,
			ErrorList: [{ To_Account: 'rong', ErrorCode: 70107 }],
			MsgKey: expect.stringMatching(/^\d+_1_\d+$/) as string,
		});
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});
});

describe('importmsg', () => {
	it('takes two with equal MsgSeq, MsgRandom and time for one, either way round', async () => {
		const testbed = await open();
		const first = { ...imported, MsgSeq: 7 };

		await testbed.call('openim/importmsg', first);
		await testbed.call('openim/importmsg', { ...first, MsgBody: textBody('other') });
		await testbed.call('openim/importmsg', { ...first, From_Account: 'bob', To_Account: 'alice' });

		expect(testbed.textsOf('alice', 'bob')).toEqual(['old']);
	});

	it.each([
		[2, 0],
		[5, 1],
	])('counts as unread only when it is live: %i', async (SyncFromOldSystem, count) => {
		const testbed = await open();
		await testbed.call('openim/importmsg', { ...imported, SyncFromOldSystem });

		const response = await testbed.call('openim/get_c2c_unread_msg_num', { To_Account: 'bob' });

		expect(response.AllC2CUnreadMsgNum).toBe(count);
	});
});

describe('the history of two users', () => {
	const read = async (testbed: SimulatorTestbed, changes: Record<string, unknown> = {}) =>
		await testbed.call('openim/admin_getroammsg', { ...range, MaxCnt: 100, ...changes });
	const texts = ({ MsgList }: Record<string, unknown>) =>
		(MsgList as Array<{ MsgBody: Array<{ MsgContent: { Text: string } }> }>).map(
			({ MsgBody }) => MsgBody[0]!.MsgContent.Text,
		);

	it('is read backwards in pages, each with its oldest message first', async () => {
		const testbed = await open();
		for (const [index, word] of ['one', 'two', 'three'].entries()) {
			await sent(testbed, { MsgSeq: index, MsgRandom: index, MsgBody: textBody(word) });
		}

		const first = await read(testbed, { MaxCnt: 2 });
		const second = await read(testbed, {
			MaxCnt: 2,
			MaxTime: first.LastMsgTime,
			LastMsgKey: first.LastMsgKey,
		});

		expect([first.Complete, texts(first)]).toEqual([0, ['two', 'three']]);
		expect([second.Complete, texts(second)]).toEqual([1, ['one']]);
	});

	it('lacks for the sender what was not synchronised, and for both what was for online users', async () => {
		const testbed = await open();
		await sent(testbed, { SyncOtherMachine: 2 });
		await sent(testbed, { MsgLifeTime: 0, MsgRandom: 2 });

		expect((await read(testbed)).MsgCnt).toBe(1);
		const bySender = await read(testbed, { Operator_Account: 'alice', Peer_Account: 'bob' });
		expect(bySender).toMatchObject({ MsgCnt: 0, Complete: 1 });
	});
});

describe('extensions of a message', () => {
	const setCommand = 'openim_msg_ext_http_svc/set_key_values';

	it('may be set 200 times a minute', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const MsgKey = await sent(testbed, { SupportMessageExtension: 1 });
		const set = { ...pair, MsgKey, OperateType: 1, ExtensionList: [{ Key: 'k', Value: 'v' }] };
		for (let count = 0; count < 200; count += 1) await testbed.call(setCommand, set);

		expect(await testbed.codeOf(setCommand, set)).toBe(23003);
		testbed.advance(60_000);
		expect(await testbed.codeOf(setCommand, set)).toBe(0);
	});
});

describe('accounts', () => {
	it('that were deleted cannot be imported again, one by one or together', async () => {
		const testbed = await open();
		await testbed.call('im_open_login_svc/account_delete', { DeleteItem: [{ UserID: 'alice' }] });

		expect(await testbed.codeOf('im_open_login_svc/account_import', { UserID: 'alice' })).toBe(
			70399,
		);
		expect(
			await testbed.call('im_open_login_svc/multiaccount_import', { Accounts: ['alice', 'zoe'] }),
		).toMatchObject({ ErrorCode: 0, FailAccounts: ['alice'] });
		expect(testbed.simulator.world().accounts.has('zoe')).toBe(true);
	});
});
