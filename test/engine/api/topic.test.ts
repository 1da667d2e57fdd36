import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const community = '@TGS#_club';
const news = `${community}@TOPIC#_news`;
const topic = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'topic',
	operation,
	groupId: community,
	options: {},
	...more,
});
const service = (command: string) => `million_group_open_http_svc/${command}`;
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);
const opened = topic('create', { name: 'News', options: { topicId: news } });

describe('a topic', () => {
	it('is opened, renamed, listed with the others and deleted', async () => {
		const testbed = await open();
		await testbed.run(topic('create', { name: '={{ $json.name }}' }), [
			{ name: 'A' },
			{ name: 'B' },
		]);
		await testbed.run(opened, [{}]);
		const rename = { topicId: news, updateFields: { name: 'News of today' } };
		await testbed.run(topic('update', rename), [{}]);

		const listed = topic('getMany', { userId: 'alice', returnAll: true });
		const { output } = await testbed.run(listed, [{}]);
		expect(jsons(output).map(({ TopicName }) => TopicName)).toEqual(['A', 'B', 'News of today']);

		await testbed.run(topic('delete', { topicId: news }), [{}]);
		expect((await testbed.run(listed, [{}])).output).toHaveLength(2);
	});

	it('is opened once under its own ID, though the first response was lost', async () => {
		const testbed = await open();
		const path = service('create_topic');
		testbed.simulator.behaviour.failNext.push({ path, fault: { kind: 'loseResponse' } });

		const { output, error } = await testbed.run(opened, [{}]);

		expect(error).toBeUndefined();
		expect(jsons(output)).toMatchObject([{ TopicId: news }]);
		expect(testbed.calls(path)).toHaveLength(2);
	});

	it('fails alone where there is no such community', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			topic('create', { groupId: '={{ $json.group }}', name: 'News' }),
			[{ group: community }, { group: '@TGS#_none' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
	});

	it('has an ID of its community, or is refused before a call', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			topic('create', { name: 'News', options: { topicId: 'news' } }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Topic ID'");
		expect(testbed.calls(service('create_topic'))).toEqual([]);
	});
});
