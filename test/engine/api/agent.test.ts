import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, pairs } from '../../harness/engineTestbed';

const open = testbeds();

const createCommand = 'desk_http_svc/create_members';
const all = 'desk_http_svc/get_member_list';
const inGroup = 'desk_http_svc/get_member_list_in_group';
const updateCommand = 'desk_http_svc/update_member';
const status = 'desk_http_svc/set_member_status';
const onError = { onError: 'continueErrorOutput' } as const;

const agent = (operation: string, more: INodeParameters = {}) => ({
	resource: 'agent',
	operation,
	options: {},
	...more,
});

const newcomers = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_unused, index) => ({ mail: `new${index}@example.com` }));

describe('creating agents', () => {
	const create = (options: INodeParameters = {}, more: INodeParameters = {}) =>
		agent('create', { memberMail: '={{ $json.mail }}', options, ...more });

	it('takes up to ten in a call and gives back each one on its item', async () => {
		const testbed = await open();
		const { output, error } = await testbed.run(create(), newcomers(23));

		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.MemberMail)).toEqual(
			newcomers(23).map(({ mail }) => mail),
		);
		expect(pairs(output)).toEqual(Array.from({ length: 23 }, (_unused, index) => index));
		const sizes = testbed.calls(createCommand).map(({ body }) => (body as IDataObject).MemberList);
		expect(sizes.map((list) => (list as unknown[]).length).sort()).toEqual([10, 10, 3]);
		expect(testbed.simulator.world().agents.has('new22@example.com')).toBe(true);
	});

	it('sends name, roles, groups and limit, and no password where that is not wanted', async () => {
		const testbed = await open();
		const options = {
			roleIds: '5, 101',
			groupIds: '={{ [9465, "9466"] }}',
			avatar: 'https://example.com/a.png',
			receptionLimit: 3,
			receptionLimitEnabled: true,
			sendPassword: false,
		};
		await testbed.run(create(options, { nickName: 'Ada' }), newcomers(1));

		expect(testbed.calls(createCommand)[0]?.body).toEqual({
			MemberList: [
				{
					NickName: 'Ada',
					MemberMail: 'new0@example.com',
					RoleIDList: [5, 101],
					MemberGroupIDList: [9465, 9466],
					Avatar: 'https://example.com/a.png',
					MemberReceptionLimit: 3,
					MemberReceptionLimitEnabled: 1,
				},
			],
			SendPassword: false,
		});
		expect(testbed.simulator.world().agents.get('new0@example.com')).toMatchObject({
			nickName: 'Ada',
			groupIds: [9465, 9466],
			receptionLimit: 3,
		});
	});

	it('keeps those who get a password apart from those who do not', async () => {
		const testbed = await open();
		const items = newcomers(4).map((item, index) => ({ ...item, send: index % 2 === 0 }));
		await testbed.run(create({ sendPassword: '={{ $json.send }}' }), items);

		const calls = testbed.calls(createCommand).map(({ body }) => body as IDataObject);
		expect(calls.map(({ SendPassword }) => SendPassword).sort()).toEqual([false, true]);
	});

	it.each([
		["'Nickname' has 33 characters, 32 are allowed", {}, { nickName: 'ä'.repeat(33) }],
		["'Role IDs' holds 'boss', which is not a number", { roleIds: 'boss' }, {}],
		["'Email' is empty", {}, { memberMail: '={{ $json.missing ?? "" }}' }],
	])('is refused when %s', async (problem, options, more) => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(create(options, more), newcomers(1), onError);
		expect(failureIn(errorOutput[0]!).message).toBe(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it('is not repeated when nobody knows whether the passwords went out', async () => {
		const testbed = await open();
		testbed.failNext(createCommand, { kind: 'errorCode', code: 141002 });
		const { errorOutput } = await testbed.run(create(), newcomers(2), onError);
		expect(errorOutput.map((item) => failureIn(item).mayHaveBeenSent)).toEqual([true, true]);
		expect(testbed.calls(createCommand)).toHaveLength(1);
	});
});

describe('listing agents', () => {
	it('makes an item of each, with what most workflows need', async () => {
		const testbed = await open();
		const { output } = await testbed.run(agent('getMany', { agentsOf: 'all' }), [{}]);
		expect(output).toHaveLength(5);
		expect(output[0]?.json).toEqual({
			MemberMail: 'mia@example.com',
			NickName: '',
			RoleIDList: [],
			MemberGroupIDList: [9465, 9466],
			EffectiveReceptionLimit: 0,
		});
	});

	it('reads all pages of a long list, a hundred at a time', async () => {
		const testbed = await open();
		const { agents } = testbed.simulator.world();
		for (let index = 0; index < 200; index++) {
			const memberId = `a${index}@example.com`;
			agents.set(memberId, {
				memberId,
				state: 'offline',
				receptionLimit: null,
				receptions: 0,
				groupIds: [9465],
			});
		}
		const parameters = agent('getMany', { agentsOf: 'all', returnAll: true });
		const { output } = await testbed.run(parameters, [{}]);
		expect(output).toHaveLength(205);
		expect(testbed.calls(all).map(({ body }) => body)).toEqual([
			{ PageSize: 100, PageNum: 0 },
			{ PageSize: 100, PageNum: 1 },
			{ PageSize: 100, PageNum: 2 },
		]);
	});

	it('lists those of one group, the newest first, up to the limit', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			agent('getMany', {
				agentsOf: 'group',
				groupId: { __rl: true, mode: 'list', value: 9465 },
				limit: 2,
				options: { newestFirst: true, simplify: false },
			}),
			[{}],
		);
		expect(output.map(({ json }) => json.MemberMail)).toEqual([
			'liam@example.com',
			'olivia@example.com',
		]);
		expect(output[0]?.json).toMatchObject({ MemberReceptionLimit: 5, Avatar: '' });
		expect(testbed.calls(inGroup)[0]?.body).toEqual({
			MemberGroupID: 9465,
			PageSize: 2,
			PageNum: 0,
			Order: 1,
		});
	});
});

describe('updating an agent', () => {
	const update = (updateFields: INodeParameters) =>
		agent('update', {
			memberId: { __rl: true, mode: 'id', value: 'mia@example.com' },
			updateFields,
		});

	it('changes what is given and leaves the rest', async () => {
		const testbed = await open();
		const { output } = await testbed.run(update({ nickName: 'Mia', receptionLimit: 8 }), [{}]);
		expect(output[0]?.json).toEqual({ MemberMail: 'mia@example.com' });
		expect(testbed.calls(updateCommand)[0]?.body).toEqual({
			MemberMail: 'mia@example.com',
			NickName: 'Mia',
			MemberReceptionLimit: 8,
		});
		expect(testbed.simulator.world().agents.get('mia@example.com')).toMatchObject({
			nickName: 'Mia',
			receptionLimit: 8,
			groupIds: [9465, 9466],
		});
	});

	it('takes all roles away and moves the agent to the default group', async () => {
		const testbed = await open();
		await testbed.run(update({ clearRoles: true, moveToDefaultGroup: true }), [{}]);
		expect(testbed.calls(updateCommand)[0]?.body).toMatchObject({
			RoleIDList: [],
			MemberGroupIDList: [],
		});
		expect(testbed.simulator.world().agents.get('mia@example.com')?.groupIds).toEqual([9465]);
	});

	it('is refused where roles are given and taken away at once', async () => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(
			update({ roleIds: '5', clearRoles: true }),
			[{}],
			onError,
		);
		expect(failureIn(errorOutput[0]!).message).toBe(
			"'Role IDs' and 'Clear Roles' exclude each other",
		);
	});
});

describe('setting the status of agents', () => {
	const set = (more: INodeParameters) =>
		agent('setStatus', { memberId: '={{ $json.mail }}', ...more });

	it('sends one on a break with a reason, and says who does not exist', async () => {
		const testbed = await open();
		const items = [{ mail: 'mia@example.com' }, { mail: 'nobody@example.com' }];
		const { output, errorOutput } = await testbed.run(
			set({ status: 'STATUS_REST', restReason: 'Lunch' }),
			items,
			onError,
		);
		expect(output.map(({ json }) => json)).toEqual([
			{ MemberMail: 'mia@example.com', Status: 'STATUS_REST', RestReason: 'Lunch' },
		]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141010 });
		expect(testbed.simulator.world().agents.get('mia@example.com')?.state).toBe('onBreak');
	});

	it('keeps a reason that is left over in the panel to itself', async () => {
		const testbed = await open();
		await testbed.run(set({ status: 'STATUS_FREE', restReason: 'Lunch' }), [
			{ mail: 'noah@example.com' },
		]);
		expect(testbed.calls(status)[0]?.body).toEqual({
			MemberMail: 'noah@example.com',
			Status: 'STATUS_FREE',
		});
		expect(testbed.simulator.world().agents.get('noah@example.com')?.state).toBe('online');
	});
});

describe('an agent who was forced offline', () => {
	it('may sign in again', async () => {
		const testbed = await open();
		const { agents } = testbed.simulator.world();
		agents.get('mia@example.com')!.forcedOffline = true;

		const { output, errorOutput } = await testbed.run(
			agent('restoreOnline', { memberId: '={{ $json.mail }}' }),
			[{ mail: 'mia@example.com' }, { mail: 'nobody@example.com' }],
			onError,
		);

		expect(output.map(({ json }) => json)).toEqual([{ MemberMail: 'mia@example.com' }]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141010 });
		expect(agents.get('mia@example.com')?.forcedOffline).toBeUndefined();
	});
});
