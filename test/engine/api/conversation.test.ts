import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { allUsers, failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const conversation = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'conversation',
	operation,
	userId: 'alice',
	options: {},
	...more,
});
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);
const withPeer = { conversationWith: 'user', peerAccount: '={{ $json.id }}' };

describe('the conversations of a user', () => {
	it('come all, over several pages, the pinned one first', async () => {
		const testbed = await open();
		const { groups } = testbed.simulator.world();
		const team = groups.get('team')!;
		for (let n = 0; n < 230; n += 1) {
			groups.set(`g${n}`, { ...team, groupId: `g${n}`, lastMsgTime: 1_700_000_000 + n });
		}
		const pinned = conversation('pin', { conversationWith: 'group', groupId: 'g5' });
		expect((await testbed.run(pinned, [{}])).error).toBeUndefined();

		const { output } = await testbed.run(conversation('getMany', { returnAll: true }), [{}]);

		const ids = jsons(output).map(({ GroupId }) => GroupId);
		expect(ids[0]).toBe('g5');
		expect(new Set(ids).size).toBeGreaterThanOrEqual(230);
		expect(testbed.calls('recentcontact/get_list').length).toBeGreaterThanOrEqual(3);
	});

	it('have room for so many at the top: the next one fails alone', async () => {
		const testbed = await open();
		const others = [...allUsers, ...allUsers.slice(0, 9).map((id) => `x${id}`), 'bob', 'carol'];

		const { output, errorOutput } = await testbed.run(
			conversation('pin', withPeer),
			others.map((id) => ({ id })),
			onErrorBranch,
		);

		expect(output).toHaveLength(50);
		expect(pairs(errorOutput)).toEqual([50]);
	});

	it('need somebody whose they are', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			conversation('getMany', { userId: '={{ "" }}' }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'User ID'");
		expect(testbed.calls('recentcontact/get_list')).toEqual([]);
	});

	it('of a group have a count that is set for one member, and no other', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			conversation('setUnreadCount', {
				groupId: 'team',
				userId: '={{ $json.id }}',
				unreadNum: 3,
			}),
			[{ id: 'bob' }, { id: 'nobody' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
	});
});
