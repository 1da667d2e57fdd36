import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const group = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'group',
	operation,
	groupId: 'team',
	options: {},
	...more,
});
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);
const service = (command: string) => `group_open_http_svc/${command}`;
const withReceipt = group('sendMessage', {
	text: '={{ $json.text }}',
	options: { needReadReceipt: true, supportMessageExtension: true },
});

describe('a message that is in a group', () => {
	it('is read by members, who are counted and named', async () => {
		const testbed = await open();
		await testbed.run(withReceipt, [{ text: 'one' }, { text: 'two' }]);
		const read: INodeParameters = {
			resource: 'conversation',
			operation: 'markGroupAsRead',
			groupId: 'team',
			userId: 'bob',
			msgSeqs: '1',
		};
		expect((await testbed.run(read, [{}])).error).toBeUndefined();

		const counts = await testbed.run(group('getReadCounts', { msgSeq: '={{ $json.seq }}' }), [
			{ seq: 1 },
			{ seq: 2 },
		]);
		const readers = await testbed.run(group('getReaders', { msgSeq: 1, returnAll: true }), [{}]);

		expect(jsons(counts.output)).toMatchObject([
			{ MsgSeq: 1, ReadNum: 1 },
			{ MsgSeq: 2, ReadNum: 0 },
		]);
		expect(testbed.calls(service('get_group_msg_receipt'))).toHaveLength(1);
		expect(jsons(readers.output)).toEqual([{ Member_Account: 'bob', Read: true }]);
	});

	it('has nobody who read it where it was sent without a receipt, and says so', async () => {
		const testbed = await open();
		const without = group('sendMessage', { text: 'one', options: {} });
		await testbed.run(without, [{}]);

		const counts = await testbed.run(group('getReadCounts', { msgSeq: 1 }), [{}], onErrorBranch);
		const readers = await testbed.run(
			group('getReaders', { msgSeq: 1, returnAll: true }),
			[{}],
			onErrorBranch,
		);

		for (const { output, errorOutput } of [counts, readers]) {
			expect(output).toEqual([]);
			expect(failureIn(errorOutput[0]!)).toMatchObject({
				ErrorCode: 10062,
				advice: expect.stringMatching(/receipt/i),
			});
		}
	});

	it('is replaced; one that is not there fails alone', async () => {
		const testbed = await open();
		await testbed.run(withReceipt, [{ text: 'one' }]);

		const { output, errorOutput } = await testbed.run(
			group('updateMessage', { msgSeq: '={{ $json.seq }}', text: 'Good morning' }),
			[{ seq: 1 }, { seq: 99 }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
		const { output: now } = await testbed.run(group('getMessages', { returnAll: true }), [{}]);
		expect(JSON.stringify(jsons(now))).toContain('Good morning');
	});

	it('has a number from 1 on, or no call is made', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			group('updateMessage', { msgSeq: '={{ 0 }}', text: 'Good morning' }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Message Sequence'");
		expect(testbed.calls('openim/modify_group_msg')).toEqual([]);
	});
});

describe('messages of another system', () => {
	it('come seven in a call, in their order; one of an earlier time fails alone', async () => {
		const testbed = await open();
		testbed.simulator.world().groups.get('team')!.createTime = 1_600_000_000;
		const messages = Array.from({ length: 9 }, (_unused, n) => ({
			at: n === 4 ? 1_650_000_000 : 1_700_000_000 + n,
			text: `message ${n}`,
		}));

		const { output, errorOutput } = await testbed.run(
			group('importMessage', {
				fromAccount: 'alice',
				sendTime: '={{ $json.at }}',
				text: '={{ $json.text }}',
			}),
			messages,
			onErrorBranch,
		);

		expect(pairs(errorOutput)).toEqual([4]);
		expect(output).toHaveLength(8);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(10004);
		expect(testbed.calls(service('import_group_msg'))).toHaveLength(2);
	});
});

describe('a broadcast', () => {
	it('reaches every live group at once, and says so once', async () => {
		const testbed = await open();

		const { output, error } = await testbed.run(
			group('sendBroadcast', { text: 'The show begins' }),
			[{}],
		);

		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(testbed.calls(service('send_broadcast_msg'))).toHaveLength(1);
	});
});
