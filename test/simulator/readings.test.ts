import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { defaultBehaviour } from '../../simulator';
import { defaultCallbackSettings } from '../../simulator/callbacks/settings';
import { observedFile, readObserved, startReadings } from '../../simulator/observed';
import { documentedReadings, readingProblems, readings } from '../../simulator/readings';
import { sendmsg } from '../harness/commands';
import {
	directMessage,
	testbeds,
	textBody,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const group = (command: string) => `group_open_http_svc/${command}`;
const account = (command: string) => `im_open_login_svc/${command}`;
const push = { To_Account: ['alice'] };

describe('an open question', () => {
	it('decides how a simulator starts', () => {
		const { signsAll, ...switches } = startReadings();
		expect(defaultBehaviour()).toMatchObject(switches);
		expect(defaultCallbackSettings()).toMatchObject({ signsAll });
	});

	it.each(Object.entries(readings))('%s takes its documented value', (name, { documented }) => {
		expect(readingProblems({ [name]: documented })).toEqual([]);
		expect(readingProblems({ [name]: 'anything' })).toEqual([`"${name}" cannot have this value`]);
	});

	it('has a name that is known', () => {
		expect(readingProblems({ weather: 'fine' })).toEqual(['there is no open question "weather"']);
	});
});

describe('the file of what was observed', () => {
	const folder = mkdtempSync(join(tmpdir(), 'observed-'));
	const file = join(folder, 'observed.json');
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('can be read as it is in the repository', () => {
		expect(readingProblems(readObserved(observedFile))).toEqual([]);
	});

	it('gives the values that it holds', () => {
		writeFileSync(file, '{"pushPaths": "timpush"}');
		expect(readObserved(file)).toEqual({ pushPaths: 'timpush' });
		expect(startReadings(file)).toEqual({ ...documentedReadings(), pushPaths: 'timpush' });
	});

	it.each([
		['{"pushPaths": "neither"}', '"pushPaths" cannot have this value'],
		['{"latencyMs": 5}', 'there is no open question "latencyMs"'],
		['[]', 'it has to be a JSON object'],
	])('is refused when it is %s', (text, problem) => {
		writeFileSync(file, text);
		expect(() => readObserved(file)).toThrow(`${file}: ${problem}`);
	});
});

describe('a simulator with another reading', () => {
	const open = testbeds();

	const owned = (GroupId: string, Owner_Account: string) => ({
		GroupId,
		Type: 'Public',
		Name: 'x',
		Owner_Account,
	});

	async function takenCodes(testbed: SimulatorTestbed): Promise<number[]> {
		const codes: number[] = [];
		for (const body of [owned('mine', 'administrator'), owned('hers', 'alice')]) {
			await testbed.call(group('create_group'), body);
			codes.push(await testbed.codeOf(group('create_group'), body));
		}
		return codes;
	}

	it.each([
		['byCreator', [10025, 10025]],
		['byOwner', [10025, 10021]],
		['always10021', [10021, 10021]],
	] as const)('answers a taken group ID %s', async (groupIdTaken, codes) => {
		expect(await takenCodes(await open({ behaviour: { groupIdTaken } }))).toEqual(codes);
	});

	it.each([10010, 10015] as const)('answers %i for no group', async (groupGoneCode) => {
		const testbed = await open({ behaviour: { groupGoneCode } });
		expect(await testbed.codeOf(group('destroy_group'), { GroupId: 'gone' })).toBe(groupGoneCode);
	});

	it.each([
		['rest', { Name: 30, Introduction: 240, Notification: 300, FaceUrl: 100 }],
		['client', { Name: 100, Introduction: 400, Notification: 400, FaceUrl: 500 }],
	] as const)('takes group texts as the %s pages do', async (groupTextBytes, limits) => {
		const testbed = await open({ behaviour: { groupTextBytes } });
		for (const [name, max] of Object.entries(limits)) {
			const codeWith = (bytes: number) =>
				testbed.codeOf(group('modify_group_base_info'), {
					GroupId: 'team',
					[name]: 'x'.repeat(bytes),
				});
			expect([name, await codeWith(max), await codeWith(max + 1)]).toEqual([name, 0, 10004]);
		}
	});

	it.each([
		[60, 59, true],
		[60, 60, false],
	])('with a window of %i s drops a group copy after %i s: %s', async (window, wait, dropped) => {
		const testbed = await open({ behaviour: { groupDedupSeconds: window } });
		const message = { GroupId: 'team', Random: 1, MsgBody: textBody('hello') };
		const first = await testbed.call(group('send_group_msg'), message);
		testbed.advance(wait * 1000);
		const copy = await testbed.call(group('send_group_msg'), message);
		expect(copy.MsgSeq === first.MsgSeq).toBe(dropped);
	});

	it.each([
		['key120s', 1],
		['none', 2],
	] as const)('tells copies of messages to many by %s', async (batchDedup, shown) => {
		const testbed = await open({ behaviour: { batchDedup } });
		const message = { ...directMessage({ MsgSeq: 7 }), To_Account: ['alice'] };
		await testbed.call('openim/batchsendmsg', message);
		await testbed.call('openim/batchsendmsg', message);
		expect(testbed.textsOf('alice')).toHaveLength(shown);
	});

	it.each([
		['honoured', 0],
		['ignored', 1],
	] as const)('has the OnlineOnlyFlag %s', async (onlineOnlyFlag, stored) => {
		const testbed = await open({ behaviour: { onlineOnlyFlag } });
		await testbed.call(sendmsg, directMessage({ OnlineOnlyFlag: 1 }));
		const { MsgCnt } = await testbed.call('openim/admin_getroammsg', {
			Operator_Account: 'alice',
			Peer_Account: 'administrator',
			MaxCnt: 10,
			MinTime: 0,
			MaxTime: 0xffff_ffff,
		});
		expect(MsgCnt).toBe(stored);
	});

	it.each([
		['anyTime', 0, 0],
		['twoMinutes', 20016, 10031],
	] as const)('lets an admin recall %s', async (adminRecall, direct, inGroup) => {
		const testbed = await open({ behaviour: { adminRecall } });
		const { MsgKey } = await testbed.call(sendmsg, directMessage());
		const { MsgSeq } = await testbed.call(group('send_group_msg'), {
			GroupId: 'team',
			Random: 1,
			MsgBody: textBody('hello'),
		});
		testbed.advance(121_000);
		const pair = { From_Account: 'administrator', To_Account: 'alice', MsgKey };
		expect(await testbed.codeOf('openim/admin_msgwithdraw', pair)).toBe(direct);
		const recall = { GroupId: 'team', MsgSeqList: [{ MsgSeq }] };
		const { RecallRetList } = await testbed.call(group('group_msg_recall'), recall);
		expect(RecallRetList).toEqual([{ MsgSeq, RetCode: inGroup }]);
	});

	it.each([
		['either', 0, 0],
		['String', 0, 90001],
		['Integer', 90001, 0],
	] as const)('takes MsgReadTime as %s', async (msgReadTime, text, number) => {
		const testbed = await open({ behaviour: { msgReadTime } });
		const codeOf = (MsgReadTime: unknown) =>
			testbed.codeOf('openim/admin_set_msg_read', {
				Report_Account: 'alice',
				Peer_Account: 'bob',
				MsgReadTime,
			});
		expect([await codeOf('1743508800'), await codeOf(1743508800)]).toEqual([text, number]);
	});

	it.each([
		[true, 100002],
		[false, 100206],
	] as const)('asks for Data of who is taken off a seat: %s', async (kickDataRequired, code) => {
		const testbed = await open({ behaviour: { kickDataRequired } });
		const body = { RoomId: 'room1', Member_Account: 'alice' };
		expect(await testbed.codeOf('room_engine_http_mic/kick_user_off_seat', body)).toBe(code);
	});

	it.each([
		['blocked', 70399, ['bob']],
		['free', 0, []],
	] as const)('has a deleted UserID %s', async (deletedAccount, code, failed) => {
		const testbed = await open({ behaviour: { deletedAccount } });
		await testbed.call(account('account_delete'), { DeleteItem: [{ UserID: 'bob' }] });
		const { FailAccounts } = await testbed.call(account('multiaccount_import'), {
			Accounts: ['bob'],
		});
		expect(FailAccounts).toEqual(failed);
		await testbed.call(account('account_delete'), { DeleteItem: [{ UserID: 'bob' }] });
		expect(await testbed.codeOf(account('account_import'), { UserID: 'bob' })).toBe(code);
	});

	it.each([
		['both', 0],
		['legacy', 0],
		['timpush', 60009],
	] as const)('knows push paths: %s', async (pushPaths, older) => {
		const testbed = await open({ behaviour: { pushPaths } });
		expect(await testbed.codeOf('all_member_push/im_get_tag', push)).toBe(older);
		// These had their name before the others got one like it.
		expect(await testbed.codeOf('timpush/revoke', {})).toBe(90001);
	});
});
