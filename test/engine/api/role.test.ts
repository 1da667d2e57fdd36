import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn } from '../../harness/engineTestbed';

const open = testbeds();

const update = (updateFields: INodeParameters, more: INodeParameters = {}) => ({
	resource: 'role',
	operation: 'update',
	roleId: 101,
	updateFields,
	options: {},
	...more,
});

describe('the list of roles', () => {
	const list = (options: INodeParameters = {}) => ({
		resource: 'role',
		operation: 'getMany',
		returnAll: true,
		options,
	});
	const nightShift = {
		RoleID: 101,
		RoleName: 'Night shift',
		MemberList: [],
		PermissionList: [],
		MemberGroupIDList: [9467],
	};

	it('has the roles that the team made, an item for each', async () => {
		const testbed = await open();

		const { output } = await testbed.run(list(), [{}]);

		expect(output.map(({ json }) => json)).toEqual([nightShift]);
		expect(testbed.calls('desk_http_svc/get_role_list')[0]?.body).toEqual({});
	});

	it('has those of one agent, under the same name although Tencent spells it differently', async () => {
		const testbed = await open();
		testbed.simulator.world().office.roles.get(101)!.members = ['noah@example.com'];

		const { output } = await testbed.run(list({ memberMail: 'noah@example.com' }), [{}]);
		const { output: none } = await testbed.run(list({ memberMail: 'mia@example.com' }), [{}]);

		expect(output.map(({ json }) => json)).toEqual([
			{ ...nightShift, MemberList: ['noah@example.com'] },
		]);
		expect(none).toEqual([]);
		expect(testbed.calls('desk_http_svc/get_role_list')[0]?.body).toEqual({
			SpecifiedMember: 'noah@example.com',
		});
	});
});

describe('updating a role', () => {
	it('sets who has it, what it allows and which groups it sees', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			update({
				name: 'Owls',
				memberMails: 'noah@example.com',
				permissions: ['CHAT_WORKBENCH'],
				groupIds: '9467',
			}),
			[{}],
		);
		expect(output[0]?.json).toEqual({ RoleID: 101 });
		expect(testbed.calls('desk_http_svc/modify_role')[0]?.body).toEqual({
			RoleID: 101,
			RoleName: 'Owls',
			MemberList: ['noah@example.com'],
			PermissionList: ['CHAT_WORKBENCH'],
			MemberGroupIDList: [9467],
		});
		expect(testbed.simulator.world().office.roles.get(101)).toMatchObject({
			name: 'Owls',
			members: ['noah@example.com'],
		});
	});

	it('leaves alone what is not given', async () => {
		const testbed = await open();
		await testbed.run(update({ name: 'Agents' }, { roleId: 5 }), [{}]);
		expect(testbed.simulator.world().office.roles.get(5)).toEqual({
			roleId: 5,
			name: 'Agents',
			members: ['mia@example.com'],
			permissions: ['CHAT_WORKBENCH'],
			groupIds: [9465],
		});
	});

	it('is refused for a role that is no number', async () => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(update({}, { roleId: '={{ "boss" }}' }), [{}], {
			onError: 'continueErrorOutput',
		});
		expect(failureIn(errorOutput[0]!).message).toBe("'Role ID' is not a whole number");
	});
});
