import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { allUsers, failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const details = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'groupDetails',
	operation,
	groupId: 'team',
	options: {},
	...more,
});
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);
const service = (command: string) => `group_open_http_svc/${command}`;

describe('members', () => {
	it('share a call, and who is none fails alone', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			details('getMember', { userId: '={{ $json.id }}' }),
			['bob', 'dave', 'carol'].map((id) => ({ id })),
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(testbed.calls(service('get_specified_group_member_info'))).toHaveLength(1);
	});

	it('become administrators, which their role says', async () => {
		const testbed = await open();
		const admin = { userId: 'bob', updateFields: { role: 'Admin' } };
		await testbed.run(details('updateMember', admin), [{}]);

		const { output } = await testbed.run(
			details('getRole', { userId: '={{ $json.id }}' }),
			['alice', 'bob', 'dave'].map((id) => ({ id })),
		);

		expect(jsons(output).map(({ Role }) => Role)).toEqual(['Owner', 'Admin', 'NotMember']);
	});
});

describe('a live group', () => {
	const show = (operation: string, more: INodeParameters = {}) =>
		details(operation, { groupId: 'show', ...more });

	it('lists all who watch, over several pages', async () => {
		const testbed = await open();
		const { members } = testbed.simulator.world().groups.get('show')!;
		const alice = members.get('alice')!;
		for (let n = 0; n < 1_100; n += 1) members.set(`v${n}`, { ...alice });

		const { output } = await testbed.run(show('getViewers', { returnAll: true }), [{}]);

		const calls = testbed.calls('group_open_avchatroom_http_svc/get_members');
		expect(calls.length).toBeGreaterThan(1);
		expect(new Set(jsons(output).map(({ Member_Account }) => Member_Account)).size).toBe(
			output.length,
		);
		expect(output.length).toBeGreaterThan(1_000);
	});

	it('keeps out who was banned, until the ban is lifted', async () => {
		const testbed = await open();
		await testbed.run(show('ban', { users: 'bob, carol' }), [{}]);
		await testbed.run(show('unban', { users: 'bob' }), [{}]);

		const { output } = await testbed.run(show('getBanned', { returnAll: true }), [{}]);

		expect(jsons(output)).toMatchObject([{ Member_Account: 'carol' }]);
	});

	it('does not ban for no time at all', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			show('ban', { users: 'bob', duration: '={{ 0 }}' }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Duration'");
		expect(testbed.calls(service('ban_group_member'))).toEqual([]);
	});
});

describe('counters', () => {
	const counters = { counter: [{ key: 'likes', amount: 5 }] };

	it('count on, and are set; only setting is repeated when its response was lost', async () => {
		const testbed = await open();
		const path = service('update_group_counter');
		const lose = () =>
			testbed.simulator.behaviour.failNext.push({ path, fault: { kind: 'loseResponse' } });
		await testbed.run(details('updateCounters', { counters }), [{}]);
		lose();
		const counting = await testbed.run(
			details('updateCounters', { counters }),
			[{}],
			onErrorBranch,
		);
		expect(failureIn(counting.errorOutput[0]!).mayHaveBeenSent).toBe(true);
		lose();
		const setting = details('updateCounters', { counters, counterMode: 'Set' });
		expect((await testbed.run(setting, [{}])).error).toBeUndefined();

		const { output } = await testbed.run(details('getCounters', { returnAll: true }), [{}]);

		expect(jsons(output)).toMatchObject([{ Key: 'likes', Value: 5 }]);
	});

	it('fail alone in a group that is not there', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			details('updateCounters', { groupId: '={{ $json.group }}', counters }),
			[{ group: 'team' }, { group: 'nowhere' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
	});
});

describe('attributes', () => {
	it('are changed, replaced and cleared', async () => {
		const testbed = await open();
		const attributes = (...attribute: IDataObject[]) =>
			({ groupAttributes: { attribute } }) as INodeParameters;
		const read = async () =>
			(await testbed.run(details('getAttributes'), [{}])).output[0]!.json.Attributes;
		await testbed.run(details('updateAttributes', attributes({ key: 'state', value: 'open' })), [
			{},
		]);
		await testbed.run(details('replaceAttributes', attributes({ key: 'topic', value: 'spring' })), [
			{},
		]);
		expect(await read()).toEqual({ topic: 'spring' });
		await testbed.run(details('clearAttributes'), [{}]);
		expect(await read()).toEqual({});
	});

	it('are sixteen at most', async () => {
		const testbed = await open();
		const attribute = allUsers.slice(0, 17).map((key) => ({ key, value: 'x' }));

		const { errorOutput } = await testbed.run(
			details('updateAttributes', { groupAttributes: { attribute } }),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Attributes'");
	});
});
