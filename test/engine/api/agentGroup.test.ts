import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, pairs } from '../../harness/engineTestbed';

const open = testbeds();

const createCommand = 'desk_http_svc/create_member_group';
const list = 'desk_http_svc/get_member_group_list';
const updateCommand = 'desk_http_svc/update_member_group';
const onError = { onError: 'continueErrorOutput' } as const;

const group = (operation: string, more: INodeParameters = {}) => ({
	resource: 'agentGroup',
	operation,
	options: {},
	...more,
});
const create = (more: INodeParameters = {}) => group('create', { name: 'VIP', ...more });

describe('creating an agent group', () => {
	it('gives back its number, and the agents are in it', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			create({
				memberMails: 'mia@example.com, noah@example.com,',
				options: { receptionLimit: 999 },
			}),
			[{}],
		);
		expect(output[0]?.json).toEqual({ MemberGroupName: 'VIP', MemberGroupID: 9468 });
		expect(testbed.calls(createCommand)[0]?.body).toEqual({
			MemberGroupName: 'VIP',
			ReceptionLimit: 999,
			MemberList: ['mia@example.com', 'noah@example.com'],
		});
		expect(testbed.simulator.world().agents.get('noah@example.com')?.groupIds).toContain(9468);
	});

	it('is not repeated when the first call may have made the group', async () => {
		const testbed = await open();
		testbed.failNext(createCommand, { kind: 'errorCode', code: 141002 });
		const { errorOutput } = await testbed.run(create(), [{}], onError);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141002, mayHaveBeenSent: true });
		expect(testbed.calls(createCommand)).toHaveLength(1);
	});

	it.each([
		["'Name' has 33 characters, 32 are allowed", { name: 'x'.repeat(33) }],
		["'Name' is empty", { name: '={{ "" }}' }],
		["'Reception Limit' is 1000, out of its range", { options: { receptionLimit: 1000 } }],
	])('is refused when %s', async (problem, more) => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(create(more), [{}], onError);
		expect(failureIn(errorOutput[0]!).message).toBe(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('listing agent groups', () => {
	it('gives each with the number of its agents', async () => {
		const testbed = await open();
		const { output } = await testbed.run(group('getMany'), [{}]);
		expect(output.map(({ json }) => json)).toEqual([
			{ MemberGroupID: 9465, MemberGroupName: 'Everyone', ReceptionLimit: 0, GroupMemberCount: 5 },
			{ MemberGroupID: 9466, MemberGroupName: 'Internal', ReceptionLimit: 0, GroupMemberCount: 1 },
			{ MemberGroupID: 9467, MemberGroupName: 'Nights', ReceptionLimit: 0, GroupMemberCount: 1 },
		]);
	});

	it('reads on until it has them all', async () => {
		const testbed = await open();
		const { agentGroups } = testbed.simulator.world();
		for (let groupId = 10_000; groupId < 10_120; groupId++) {
			agentGroups.set(groupId, { groupId, name: `${groupId}`, serviceAccounts: 'all' });
		}
		const { output } = await testbed.run(group('getMany', { returnAll: true }), [{}]);
		expect(output).toHaveLength(123);
		expect(testbed.calls(list).map(({ body }) => body)).toEqual([
			{ PageSize: 100, PageNumber: 0 },
			{ PageSize: 100, PageNumber: 1 },
		]);
	});
});

describe('updating an agent group', () => {
	const update = (updateFields: INodeParameters) =>
		group('update', { groupId: { __rl: true, mode: 'list', value: 9466 }, updateFields });

	it('renames it and leaves its agents', async () => {
		const testbed = await open();
		const { output } = await testbed.run(update({ name: 'Inner circle' }), [{}]);
		expect(output[0]?.json).toEqual({ MemberGroupID: 9466 });
		expect(testbed.calls(updateCommand)[0]?.body).toEqual({
			MemberGroupID: 9466,
			MemberGroupName: 'Inner circle',
		});
		const { agents, agentGroups } = testbed.simulator.world();
		expect(agentGroups.get(9466)?.name).toBe('Inner circle');
		expect(agents.get('mia@example.com')?.groupIds).toContain(9466);
	});

	it('replaces its agents, under the name that this command has for the list', async () => {
		const testbed = await open();
		await testbed.run(update({ memberMails: '={{ ["noah@example.com"] }}' }), [{}]);
		expect(testbed.calls(updateCommand)[0]?.body).toEqual({
			MemberGroupID: 9466,
			MemberMailList: ['noah@example.com'],
		});
		const { agents } = testbed.simulator.world();
		expect(agents.get('noah@example.com')?.groupIds).toContain(9466);
		expect(agents.get('mia@example.com')?.groupIds).not.toContain(9466);
	});
});

describe('deleting agent groups', () => {
	it('removes the one that exists, and says which item named one that does not', async () => {
		const testbed = await open();
		const { output, errorOutput } = await testbed.run(
			group('delete', { groupId: '={{ $json.id }}' }),
			[{ id: 9466 }, { id: '4711' }],
			onError,
		);
		expect(output.map(({ json }) => json)).toEqual([{ MemberGroupID: 9466, deleted: true }]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141004 });
		expect([...testbed.simulator.world().agentGroups.keys()]).toEqual([9465, 9467]);
	});
});
