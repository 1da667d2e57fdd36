import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const robot = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'robot',
	operation,
	robotId: '={{ $json.id }}',
	options: {},
	...more,
});

const items = (...names: string[]) => names.map((name) => ({ id: `@RBT#${name}` }));
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);

describe('robots', () => {
	it('are made once, however often, are listed and deleted', async () => {
		const testbed = await open();
		await testbed.run(robot('create', { options: { nick: 'Helper' } }), items('a', 'a', 'b'));
		await testbed.run(robot('delete'), items('a'));

		const { output } = await testbed.run(robot('getMany', { returnAll: true }), [{}]);

		expect(jsons(output)).toEqual([{ Robot_Account: '@RBT#b' }]);
	});

	it('are twenty at most: the one too many fails alone', async () => {
		const testbed = await open();
		const all = items(...Array.from({ length: 21 }, (_unused, n) => `r${n}`));

		const { output, errorOutput } = await testbed.run(robot('create'), all, onErrorBranch);

		expect(output).toHaveLength(20);
		expect(pairs(errorOutput)).toEqual([20]);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(10008);
	});

	it('have an ID that begins as Tencent wants it', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(robot('create'), [{ id: 'helper' }], onErrorBranch);

		expect(failureIn(errorOutput[0]!).message).toContain("'Robot ID'");
		expect(testbed.calls('openim_robot_http_svc/create_robot')).toEqual([]);
	});

	it('say a message piece by piece, and as one in the chat', async () => {
		const testbed = await open();
		await testbed.run(robot('create'), items('helper'));
		const text = 'One sentence. Another one. And a last one, which is a little longer.';

		const { error } = await testbed.run(
			robot('sendStream', { toAccount: 'alice', text }),
			items('helper'),
		);

		expect(error).toBeUndefined();
		expect(testbed.shown()).toContain(text);
	});
});
