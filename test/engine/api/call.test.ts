import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, pairs, onErrorBranch } from '../../harness/engineTestbed';

const open = testbeds();
const check = 'im_open_login_svc/account_check';

const call = (command: string, body: string, options: INodeParameters = {}): INodeParameters => ({
	resource: 'api',
	operation: 'call',
	command,
	body,
	options: { requestsPerSecond: 200, ...options },
});

const checkAlice = '{"CheckItem": [{"UserID": "alice"}]}';

describe('a call of any command', () => {
	it.each([check, `v4/${check}`, `/v4/${check}`, ` /${check} `])(
		'reaches it by %j',
		async (command) => {
			const testbed = await open();

			const { output } = await testbed.run(call(command, checkAlice), [{}]);

			expect(testbed.calls().map(({ path }) => path)).toEqual([check]);
			expect(output[0]?.json).toEqual({
				ResultItem: [{ UserID: 'alice', ResultCode: 0, ResultInfo: '', AccountStatus: 'Imported' }],
			});
		},
	);

	it('can be another one for each item, in the order of the items', async () => {
		const testbed = await open({ latencyMs: 5, latencyJitterMs: 15 });
		const items = [
			{ command: 'im_open_login_svc/account_import', body: { UserID: 'zoe' } },
			{ command: check, body: { CheckItem: [{ UserID: 'zoe' }] } },
		];

		const { output } = await testbed.run(call('={{ $json.command }}', '={{ $json.body }}'), items);

		expect(output[1]?.json.ResultItem).toMatchObject([{ AccountStatus: 'Imported' }]);
	});

	it('gives the whole response when it is not simplified', async () => {
		const testbed = await open();

		const { output } = await testbed.run(call(check, checkAlice, { simplify: false }), [{}]);

		expect(output[0]?.json).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0 });
	});

	it.each([
		'openim',
		'openim/',
		'openim/send/msg',
		'https://console.tim.qq.com/v4/openim/sendmsg',
		'openim/sendmsg?usersig=1',
		'../openim/sendmsg',
		'openim/send-msg',
	])('is refused without one for %j', async (command) => {
		const testbed = await open();

		const { error } = await testbed.run(call(command, '{}'), [{}]);

		expect(error?.message).toBe("'Command' is not a service and a command");
		expect(testbed.calls()).toEqual([]);
	});

	it.each(['[]', '"text"', '{'])('is refused without one for the body %j', async (body) => {
		const testbed = await open();

		const { error } = await testbed.run(call(check, body), [{}]);

		expect(error?.message).toContain("'Body (JSON)'");
		expect(testbed.calls()).toEqual([]);
	});

	it.each([
		['never', 1, 0],
		['safe', 2, 1],
	])('in doubt is repeated as told: %s', async (repeatInDoubt, calls, outputs) => {
		const testbed = await open();
		testbed.failNext(check, { kind: 'status502', processed: true });

		const { output } = await testbed.run(
			call(check, checkAlice, { repeatInDoubt }),
			[{}],
			onErrorBranch,
		);

		expect(testbed.calls()).toHaveLength(calls);
		expect(output).toHaveLength(outputs);
	});

	it('is repeated where one item says so, and not where another says never', async () => {
		const testbed = await open();
		const lost = { kind: 'status502', processed: true } as const;
		testbed.failNext(check, lost);
		testbed.failNext('openim/sendmsg', lost);

		const { output, errorOutput } = await testbed.run(
			call('={{ $json.command }}', '={{ $json.body }}', { repeatInDoubt: '={{ $json.repeat }}' }),
			[
				{ command: check, body: JSON.parse(checkAlice), repeat: 'safe' },
				{
					command: 'openim/sendmsg',
					body: {
						To_Account: 'alice',
						MsgRandom: 1,
						MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'once' } }],
					},
					repeat: 'never',
				},
			],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.shown('alice')).toEqual(['once']);
	});

	it('that was certainly not carried out is made again whatever is said', async () => {
		const testbed = await open();
		testbed.failNext(check, { kind: 'errorCode', code: 60007 });

		const { output } = await testbed.run(call(check, checkAlice), [{}]);

		expect(output).toHaveLength(1);
		expect(testbed.calls()).toHaveLength(2);
	});

	it('is no success when a part of it failed behind a response that says OK', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			call(
				'group_open_http_svc/group_msg_recall',
				'{"GroupId": "team", "MsgSeqList": [{"MsgSeq": 1}]}',
			),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'Tencent carried out only a part of the call: see RecallRetList',
			advice: expect.stringContaining('Code 10030: The group message to take back') as string,
			RecallRetList: [{ MsgSeq: 1, RetCode: 10030 }],
		});
	});

	it('is no success when the message was dropped', async () => {
		const testbed = await open({ liveRoomPerSecond: 1 });
		const body = (random: number) => ({
			GroupId: 'team',
			Random: random,
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: `${random}` } }],
		});

		const { errorOutput } = await testbed.run(
			call('group_open_http_svc/send_group_msg', '={{ $json }}', { maxRetries: 0 }),
			[body(1), body(2)],
			onErrorBranch,
		);

		expect(pairs(errorOutput)).toEqual([1]);
		expect(testbed.shown('team')).toEqual(['1']);
	});
});
