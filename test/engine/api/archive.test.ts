import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, testbeds } from '../../harness/engineTestbed';

const open = testbeds();
const hour = '2026010121';

const archive = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'conversation',
	operation: 'getArchive',
	chatType: 'C2C',
	archiveHour: hour,
	returnAll: true,
	options: {},
	...more,
});

const message = (text: string, index: number) => ({
	From_Account: 'alice',
	To_Account: 'bob',
	MsgTimestamp: 1_767_274_800 + index,
	MsgSeq: index,
	MsgRandom: 7,
	MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
});

const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);

describe('the message archive', () => {
	it('is downloaded, unpacked and read, an item for each message', async () => {
		const testbed = await open();
		const texts = Array.from({ length: 2_000 }, (_one, index) => `message ${index} – ü\n"]}`);
		testbed.simulator.world().archive.set(`C2C-${hour}`, texts.map(message));

		const { output } = await testbed.run(archive(), [{}]);

		expect(jsons(output).map(({ Text }) => Text)).toEqual(texts);
		expect(output[1]!.json).toMatchObject({
			From_Account: 'alice',
			To_Account: 'bob',
			MsgTimeStamp: 1_767_274_801,
		});
	});

	it('gives as many messages as are wanted', async () => {
		const testbed = await open();
		testbed.simulator.world().archive.set(`C2C-${hour}`, ['a', 'b', 'c'].map(message));

		const { output } = await testbed.run(archive({ returnAll: false, limit: 2 }), [{}]);

		expect(jsons(output).map(({ Text }) => Text)).toEqual(['a', 'b']);
	});

	it('says that there is no file for an hour', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			archive({ delivery: {}, options: { maxRetries: 0 } }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 1004 });
	});

	it('refuses an hour that no clock shows, before a call', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			archive({ archiveHour: '2026023021' }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Hour'");
		expect(testbed.calls('open_msg_svc/get_history')).toEqual([]);
	});
});
