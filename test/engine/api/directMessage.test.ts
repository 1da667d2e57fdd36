import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	allUsers,
	testbeds,
	failureIn,
	pairs,
	type Testbed,
	onErrorBranch,
} from '../../harness/engineTestbed';

const open = testbeds();

const batch = 'openim/batchsendmsg';
const historyCommand = 'openim/admin_getroammsg';

const directly = (operation: string, more: INodeParameters = {}) => ({
	resource: 'directMessage',
	operation,
	...more,
});

const toMany = (more: INodeParameters = {}) =>
	directly('sendToMany', {
		toAccounts: '={{ $json.to }}',
		messageType: 'text',
		text: '={{ $json.text ?? "Sale starts now" }}',
		...more,
	});

const named = (count: number) => Array.from({ length: count }, (_unused, index) => `p${index}`);

/** Makes accounts known, without a call. */
function introduce({ simulator }: Testbed, ids: string[]): void {
	const { accounts } = simulator.world();
	for (const userId of ids) accounts.set(userId, { userId, nick: '', online: true });
}

/** Alice and Bob talk: the messages from Alice, the last of them the newest. Returns their keys. */
async function say(testbed: Testbed, texts: string[], options: INodeParameters = {}) {
	const { output } = await testbed.run(
		directly('send', {
			toAccount: 'bob',
			messageType: 'text',
			text: '={{ $json.text }}',
			options: { fromAccount: 'alice', ...options },
		}),
		texts.map((text) => ({ text })),
	);
	return output.map(({ json }) => json.MsgKey as string);
}

const fromAliceToBob = { fromAccount: 'alice', toAccount: 'bob', msgKey: '={{ $json.key }}' };

describe('sending one message to many', () => {
	it('makes two calls of a thousand items with one text, and knows the three bad accounts', async () => {
		const testbed = await open();
		const people = named(1000);
		const bad = ['p7', 'p499', 'p800'];
		introduce(
			testbed,
			people.filter((id) => !bad.includes(id)),
		);

		const { output, errorOutput } = await testbed.run(
			toMany(),
			people.map((to) => ({ to })),
			onErrorBranch,
		);

		expect(testbed.calls().map(({ path }) => path)).toEqual([batch, batch]);
		expect(output).toHaveLength(997);
		expect(pairs(errorOutput)).toEqual([7, 499, 800]);
		for (const item of errorOutput) {
			expect(failureIn(item)).toMatchObject({
				ErrorCode: 70107,
				To_Account: bad[errorOutput.indexOf(item)],
				mayHaveBeenSent: false,
				advice: expect.stringContaining('import it first') as string,
			});
		}
		expect(output[0]?.json).toEqual({
			From_Account: 'administrator',
			To_Account: 'p0',
			MsgKey: expect.any(String),
		});
		expect(testbed.shown()).toHaveLength(997);
	});

	it('makes a call for each text', async () => {
		const testbed = await open();
		const texts = ['one', 'two', 'one', 'two'];

		await testbed.run(
			toMany(),
			texts.map((text, index) => ({ to: allUsers[index]!, text })),
		);

		expect(testbed.calls(batch).map(({ body }) => (body as IDataObject).To_Account)).toEqual([
			['u0', 'u2'],
			['u1', 'u3'],
		]);
	});

	it.each([
		['a list', ['alice', 'nobody', 'bob', 'ghost']],
		['JSON', '["alice", "nobody", "bob", "ghost"]'],
		['a text with commas', 'alice, nobody,bob , ghost'],
	])('takes %s of accounts as one item, and names those who failed', async (_what, to) => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			toMany(),
			[{ to }, { to: 'carol' }],
			onErrorBranch,
		);

		expect(testbed.calls(batch)).toHaveLength(1);
		expect(pairs(output)).toEqual([1]);
		expect(errorOutput).toHaveLength(1);
		const failure = failureIn(errorOutput[0]!);
		expect(failure.message).toBe('The message did not reach 2 of 4 accounts: nobody, ghost');
		expect(failure.advice).toContain('do not send to them again');
		expect(failure).toMatchObject({
			MsgKey: expect.any(String) as string,
			ErrorList: [
				{ To_Account: 'nobody', ErrorCode: 70107 },
				{ To_Account: 'ghost', ErrorCode: 70107 },
			],
		});
		expect(testbed.shown('alice')).toEqual(['Sale starts now']);
	});

	it('never puts more than 500 accounts into a call, lists of accounts included', async () => {
		const testbed = await open();
		const people = named(900);
		introduce(testbed, people);

		const { output } = await testbed.run(toMany(), [
			{ to: people.slice(0, 300) },
			{ to: people.slice(300, 600) },
			{ to: people.slice(600, 800) },
			{ to: people.slice(800) },
		]);

		expect(output).toHaveLength(4);
		expect(
			testbed.calls(batch).map(({ body }) => (body as { To_Account: string[] }).To_Account.length),
		).toEqual([300, 500, 100]);
		expect(testbed.shown()).toHaveLength(900);
	});

	it('sends twice to an account that comes twice', async () => {
		const testbed = await open();

		const { output } = await testbed.run(toMany(), [
			{ to: 'alice' },
			{ to: 'bob' },
			{ to: 'alice' },
		]);

		expect(output).toHaveLength(3);
		expect(testbed.shown('alice')).toHaveLength(2);
		expect(testbed.shown('bob')).toHaveLength(1);
	});

	it('fails every item when nobody of a call exists', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			toMany(),
			[{ to: 'nobody' }, { to: 'ghost' }],
			onErrorBranch,
		);

		expect(output).toHaveLength(0);
		expect(errorOutput.map((item) => failureIn(item).ErrorCode)).toEqual([90012, 90012]);
	});

	it('repeats a call whose answer was lost with the same numbers, so that nobody has it twice', async () => {
		const testbed = await open();
		testbed.failNext(batch, { kind: 'loseResponse' });

		const { output } = await testbed.run(toMany(), [{ to: 'alice' }, { to: 'bob' }]);

		expect(output).toHaveLength(2);
		const [first, second] = testbed.calls(batch);
		expect(second?.raw).toBe(first?.raw);
		expect(testbed.shown('alice')).toHaveLength(1);
	});

	it('carries every option under its documented name', async () => {
		const testbed = await open();

		await testbed.run(
			toMany({
				options: {
					fromAccount: 'alice',
					syncOtherMachine: 1,
					msgLifeTime: 60,
					msgRandom: 19901224,
					msgSeq: 28360,
					sendMsgControl: ['NoUnread'],
					cloudCustomData: 'mine',
					isNeedReadReceipt: true,
				},
				offlinePush: { title: 'Shop' },
			}),
			[{ to: 'bob' }],
		);

		expect(testbed.calls(batch)[0]).toMatchObject({ errorCode: 0, unknownFields: [] });
		expect(testbed.calls(batch)[0]?.body).toEqual({
			From_Account: 'alice',
			To_Account: ['bob'],
			SyncOtherMachine: 1,
			MsgLifeTime: 60,
			MsgRandom: 19901224,
			MsgSeq: 28360,
			SendMsgControl: ['NoUnread'],
			CloudCustomData: 'mine',
			IsNeedReadReceipt: 1,
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Sale starts now' } }],
			OfflinePushInfo: { PushFlag: 0, Title: 'Shop' },
		});
	});

	it.each([
		["'To User IDs' holds 501 entries", { to: named(501) }],
		["'To User IDs' is empty", { to: ' , ' }],
		['The message is too long', { to: 'alice', text: 'x'.repeat(12 * 1024) }],
	])('refuses before a call: %s', async (problem, item) => {
		const testbed = await open();

		const { error } = await testbed.run(toMany(), [item]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toHaveLength(0);
	});

	it('takes 500 accounts with long names, though their list alone is more than 12 KB', async () => {
		const testbed = await open();
		const people = named(500).map((id) => id.padEnd(32, 'x'));
		introduce(testbed, people);

		const { output } = await testbed.run(toMany(), [{ to: people }]);

		expect(output).toHaveLength(1);
		expect(testbed.calls(batch)[0]!.raw.length).toBeGreaterThan(12 * 1024);
	});
});

describe('reading the messages of two people', () => {
	const history = (more: INodeParameters = {}) =>
		directly('getMany', { operatorAccount: 'bob', peerAccount: 'alice', ...more });

	it('gives the newest first, in a flat form', async () => {
		const testbed = await open();
		await say(testbed, ['one', 'two', 'three'], { cloudCustomData: 'mine' });

		const { output } = await testbed.run(history(), [{}]);

		expect(output.map(({ json }) => json.Text)).toEqual(['three', 'two', 'one']);
		expect(output[0]?.json).toEqual({
			MsgKey: expect.any(String),
			From_Account: 'alice',
			To_Account: 'bob',
			MsgTimeStamp: expect.any(Number),
			MsgType: 'TIMTextElem',
			Text: 'three',
			messageKind: 'text',
			Recalled: false,
			IsPeerRead: false,
			CloudCustomData: 'mine',
		});
	});

	it('reads on page by page, since a response ends at 13 KB, and repeats and misses nothing', async () => {
		const testbed = await open();
		const texts = Array.from({ length: 20 }, (_unused, index) => `${index} `.padEnd(3000, 'x'));
		await say(testbed, texts);

		const { output } = await testbed.run(history({ returnAll: true }), [{}]);

		expect(output.map(({ json }) => json.Text)).toEqual([...texts].reverse());
		const [first, second] = testbed.calls(historyCommand).map(({ body }) => body as IDataObject);
		expect(testbed.calls(historyCommand).length).toBeGreaterThan(3);
		expect(first).toMatchObject({ MaxCnt: 100, MinTime: 0 });
		expect(first).not.toHaveProperty('LastMsgKey');
		expect(second).toMatchObject({ MaxCnt: 100, MinTime: 0, LastMsgKey: expect.any(String) });
	});

	it('stops at the limit with the newest, without a gap between pages', async () => {
		const testbed = await open();
		const texts = Array.from({ length: 9 }, (_unused, index) => `${index} `.padEnd(3000, 'x'));
		await say(testbed, texts);

		const { output } = await testbed.run(history({ limit: 6 }), [{}]);

		expect(output.map(({ json }) => json.Text)).toEqual([...texts].reverse().slice(0, 6));
	});

	it('takes times as dates and as seconds', async () => {
		const testbed = await open();
		const options = { minTime: '2020-03-20T02:00:00Z', maxTime: '={{ 1584673200 }}' };

		const { output } = await testbed.run(history({ options }), [{}]);

		expect(output).toHaveLength(0);
		expect(testbed.calls(historyCommand)[0]?.body).toMatchObject({
			MinTime: 1584669600,
			MaxTime: 1584673200,
		});
	});

	it('takes a date without a zone as one of the workflow', async () => {
		const testbed = await open();
		const options = { minTime: '2020-03-20T10:00:00', maxTime: '={{ 1584673200000 }}' };

		await testbed.run(history({ options }), [{}], { timezone: 'Asia/Shanghai' });

		expect(testbed.calls(historyCommand)[0]?.body).toMatchObject({
			MinTime: 1584669600,
			MaxTime: 1584673200,
		});
	});

	it('refuses what is no time', async () => {
		const testbed = await open();

		const { error } = await testbed.run(history({ options: { minTime: 'last week' } }), [{}]);

		expect(error?.message).toContain("'Sent After' is not a date and time");
	});
});

describe('taking messages back', () => {
	it('recalls the third message, and says that the second was recalled before', async () => {
		const testbed = await open();
		const [, second, third] = await say(testbed, ['one', 'two', 'three']);
		await testbed.run(directly('recall', fromAliceToBob), [{ key: second! }]);

		const { output, errorOutput } = await testbed.run(
			directly('recall', fromAliceToBob),
			[{ key: second! }, { key: third! }],
			onErrorBranch,
		);

		expect(output.map(({ json }) => json)).toEqual([
			{ From_Account: 'alice', To_Account: 'bob', MsgKey: third },
		]);
		expect(pairs(errorOutput)).toEqual([0]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 20023,
			message: 'The message was already taken back',
		});
		const seen = await testbed.run(
			directly('getMany', { operatorAccount: 'alice', peerAccount: 'bob' }),
			[{}],
		);
		expect(seen.output.map(({ json }) => json.Recalled)).toEqual([true, true, false]);
	});

	it.each([
		['a message of other people', '1_2_3', 20022],
		['a key that is none', 'message-1', 90054],
	])('says what is wrong with %s', async (_what, key, code) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			directly('recall', fromAliceToBob),
			[{ key }],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(code);
	});
});

describe('changing a message that was sent', () => {
	const changed = (more: INodeParameters) => directly('update', { ...fromAliceToBob, ...more });

	it('replaces its text, and leaves its data', async () => {
		const testbed = await open();
		const [key] = await say(testbed, ['Tuesday'], { cloudCustomData: 'mine' });

		const { output } = await testbed.run(changed({ messageType: 'text', text: 'Wednesday' }), [
			{ key: key! },
		]);

		expect(output[0]?.json).toEqual({ From_Account: 'alice', To_Account: 'bob', MsgKey: key });
		expect(testbed.simulator.conversations()[0]?.entries[0]).toMatchObject({
			text: 'Wednesday',
			cloudCustomData: 'mine',
		});
	});

	it('replaces its data alone', async () => {
		const testbed = await open();
		const [key] = await say(testbed, ['Tuesday']);

		await testbed.run(changed({ replaceContent: false, cloudCustomData: 'new' }), [{ key: key! }]);

		expect(testbed.calls('openim/modify_c2c_msg')[0]?.body).toEqual({
			From_Account: 'alice',
			To_Account: 'bob',
			MsgKey: key,
			CloudCustomData: 'new',
		});
		expect(testbed.shown('bob')).toEqual(['Tuesday']);
	});

	it('refuses to change nothing', async () => {
		const testbed = await open();

		const { error } = await testbed.run(changed({ replaceContent: false }), [{ key: '1_2_3' }]);

		expect(error?.message).toContain('Nothing of the message is to be replaced');
	});
});

describe('what has been read', () => {
	const unread = (more: INodeParameters = {}) =>
		directly('getUnreadCount', { toAccount: 'bob', ...more });

	it('is counted, and is nothing after it was marked as read', async () => {
		const testbed = await open();
		await say(testbed, ['one', 'two']);

		const before = await testbed.run(unread(), [{}]);
		const marked = await testbed.run(
			directly('markAsRead', { reportAccount: 'bob', peerAccount: 'alice' }),
			[{}],
		);
		const after = await testbed.run(unread(), [{}]);

		expect(before.output[0]?.json).toEqual({ To_Account: 'bob', AllC2CUnreadMsgNum: 2 });
		expect(marked.output[0]?.json).toEqual({ Report_Account: 'bob', Peer_Account: 'alice' });
		expect(after.output[0]?.json).toEqual({ To_Account: 'bob', AllC2CUnreadMsgNum: 0 });
	});

	it('can be marked up to a time only', async () => {
		const testbed = await open();
		await say(testbed, ['one']);

		await testbed.run(
			directly('markAsRead', {
				reportAccount: 'bob',
				peerAccount: 'alice',
				options: { msgReadTime: '2020-03-20T02:00:00Z' },
			}),
			[{}],
		);

		expect(testbed.calls('openim/admin_set_msg_read')[0]?.body).toMatchObject({
			MsgReadTime: '1584669600',
		});
		const { output } = await testbed.run(unread(), [{}]);
		expect(output[0]?.json.AllC2CUnreadMsgNum).toBe(1);
	});

	it('is counted for each sender, and names a sender who does not exist', async () => {
		const testbed = await open();
		await say(testbed, ['one', 'two']);

		const { output, errorOutput } = await testbed.run(
			unread({ peerAccounts: '={{ $json.peers }}' }),
			[{ peers: 'alice, carol' }, { peers: ['alice', 'nobody'] }],
			onErrorBranch,
		);

		expect(output.map(({ json }) => json)).toEqual([
			{
				To_Account: 'bob',
				C2CUnreadMsgNumList: [
					{ Peer_Account: 'alice', C2CUnreadMsgNum: 2 },
					{ Peer_Account: 'carol', C2CUnreadMsgNum: 0 },
				],
			},
		]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'The messages of some senders could not be counted: nobody',
			ErrorCode: 70107,
			C2CUnreadMsgNumList: [{ Peer_Account: 'alice', C2CUnreadMsgNum: 2 }],
		});
	});

	it('is counted for ten senders at most', async () => {
		const testbed = await open();

		const { error } = await testbed.run(unread({ peerAccounts: allUsers.slice(0, 11).join() }), [
			{},
		]);

		expect(error?.message).toContain("'Peer User IDs' holds 11 entries");
		expect(testbed.calls()).toHaveLength(0);
	});
});

describe('values attached to a message', () => {
	const setting = (more: INodeParameters) =>
		directly('setExtensions', { ...fromAliceToBob, ...more });
	const getting = (more: INodeParameters = {}) =>
		directly('getExtensions', { ...fromAliceToBob, ...more });
	const pair = (...keys: string[]) => ({ pair: keys.map((key) => ({ key, value: `is ${key}` })) });

	it('are set, taken away by key, and cleared', async () => {
		const testbed = await open();
		const [key] = await say(testbed, ['Rate us'], { supportMessageExtension: true });
		const item = { key: key! };
		const left = async () =>
			(await testbed.run(getting({ returnAll: true }), [item])).output.map(({ json }) => json.Key);

		await testbed.run(setting({ extensions: pair('a', 'b', 'c') }), [item]);
		expect(await left()).toEqual(['a', 'b', 'c']);
		await testbed.run(setting({ operateType: 2, keys: 'a, c' }), [item]);
		expect(await left()).toEqual(['b']);
		const { output } = await testbed.run(setting({ operateType: 3 }), [item]);
		expect(await left()).toEqual([]);

		expect(output[0]?.json).toMatchObject({ MsgKey: key });
		expect(testbed.calls().filter(({ errorCode }) => errorCode !== 0)).toEqual([]);
	});

	it('are read on page by page, each once, though a page may end amid one change', async () => {
		const testbed = await open();
		const [key] = await say(testbed, ['Rate us'], { supportMessageExtension: true });
		const keys = Array.from({ length: 285 }, (_unused, index) => `key ${index}`);
		const chunks = Array.from({ length: 15 }, (_unused, index) =>
			keys.slice(index * 19, index * 19 + 19),
		);
		const fromItem = chunks[0]!.map((_key, index) => ({
			key: `={{ $json.keys[${index}] }}`,
			value: 'yes',
		}));
		await testbed.run(
			setting({ extensions: { pair: fromItem } }),
			chunks.map((chunk) => ({ key: key!, keys: chunk })),
		);

		const { output } = await testbed.run(getting({ returnAll: true }), [{ key: key! }]);

		expect(output.map(({ json }) => json.Key)).toEqual(keys);
		expect(testbed.calls('openim_msg_ext_http_svc/get_key_values')).toHaveLength(2);
	});

	it('need a message that was sent for them', async () => {
		const testbed = await open();
		const [key] = await say(testbed, ['Hello']);

		const { errorOutput } = await testbed.run(
			setting({ extensions: pair('a') }),
			[{ key: key! }],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(23002);
	});

	it.each<[string, INodeParameters]>([
		["'Extensions' is empty", {}],
		["'Extensions' holds 21 pairs", { extensions: pair(...named(21)) }],
		["'Key' is too long: 101 bytes", { extensions: pair('k'.repeat(101)) }],
		[
			"'Value' is too long: 1002 bytes",
			{ extensions: { pair: [{ key: 'x', value: 'ü'.repeat(501) }] } },
		],
		["'Keys' holds 21 entries", { operateType: 2, keys: named(21).join() }],
	])('are refused before a call: %s', async (problem, more) => {
		const testbed = await open();

		const { error } = await testbed.run(setting(more), [{ key: '1_2_3' }]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toHaveLength(0);
	});
});

describe('importing messages of another system', () => {
	const importing = (more: INodeParameters = {}) =>
		directly('import', {
			fromAccount: 'alice',
			toAccount: 'bob',
			msgTimeStamp: '={{ $json.at }}',
			messageType: 'text',
			text: '={{ $json.text }}',
			...more,
		});
	const items = [
		{ at: '2020-03-20T02:00:00Z', text: 'old' },
		{ at: 1584669601, text: 'newer' },
	];

	it('puts them at their own times, read and in order', async () => {
		const testbed = await open();

		const { output } = await testbed.run(importing(), items);

		expect(output.map(({ json }) => json.MsgTimeStamp)).toEqual([1584669600, 1584669601]);
		expect(testbed.shown('bob')).toEqual(['old', 'newer']);
		expect(testbed.calls()[0]?.body).toEqual({
			SyncFromOldSystem: 2,
			From_Account: 'alice',
			To_Account: 'bob',
			MsgSeq: expect.any(Number),
			MsgRandom: expect.any(Number),
			MsgTimeStamp: 1584669600,
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'old' } }],
		});
	});

	it('puts one there once, though the response was lost', async () => {
		const testbed = await open();
		testbed.failNext('openim/importmsg', { kind: 'loseResponse' });

		const { output } = await testbed.run(importing({ syncFromOldSystem: 5 }), [items[0]!]);

		expect(output).toHaveLength(1);
		expect(testbed.calls()).toHaveLength(2);
		expect(testbed.shown('bob')).toEqual(['old']);
	});

	it('wants a time', async () => {
		const testbed = await open();

		const { error } = await testbed.run(importing({ msgTimeStamp: "={{ '' }}" }), items);

		expect(error?.message).toContain("'Message Time' is empty");
	});
});
