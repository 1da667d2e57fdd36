import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	testbeds,
	failureIn,
	pairs,
	type Testbed,
	onErrorBranch,
} from '../../harness/engineTestbed';

const open = testbeds();
const service = 'all_member_push';

const push = (
	operation: string,
	more: INodeParameters = {},
	options: INodeParameters = {},
): INodeParameters => ({ resource: 'push', operation, ...more, options });

const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);
const bodyOf = (testbed: Testbed) => testbed.calls().at(-1)?.body as IDataObject;

/** Items for so many users, each with one tag. */
const users = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ user: `u${index}`, tag: `t${index}` }));

const forUser = { userId: '={{ $json.user }}' };

describe('the tags of users', () => {
	const tagged = { ...forUser, tags: '={{ $json.tag }}' };

	it('are added a hundred users a call, and read as many at once', async () => {
		const testbed = await open();

		const added = await testbed.run(push('addTags', tagged), users(120));
		const read = await testbed.run(push('getTags', forUser), users(120));

		expect(added.output).toHaveLength(120);
		expect(jsons(read.output)).toEqual(
			users(120).map(({ user, tag }) => ({ To_Account: user, Tags: [tag] })),
		);
		expect(testbed.calls(`${service}/im_add_tag`)).toHaveLength(2);
		expect(testbed.calls(`${service}/im_get_tag`)).toHaveLength(2);
	});

	it('are removed one by one, and all at once', async () => {
		const testbed = await open();
		const only = [{ user: 'u1', tag: 'gold, berlin' }];

		await testbed.run(push('addTags', tagged), [{ user: 'u1', tag: ['gold', 'berlin', 'vip'] }]);
		await testbed.run(push('removeTags', tagged), only);
		const left = await testbed.run(push('getTags', forUser), only);
		const removed = await testbed.run(push('removeAllTags', forUser), only);
		const none = await testbed.run(push('getTags', forUser), only);

		expect(left.output[0]?.json).toEqual({ To_Account: 'u1', Tags: ['vip'] });
		expect(removed.output[0]?.json).toEqual({ To_Account: 'u1', Tags: [] });
		expect(none.output[0]?.json).toEqual({ To_Account: 'u1', Tags: [] });
	});

	it.each([
		["'Tags' is too long: 51 bytes of the 50", 'x'.repeat(51)],
		["'Tags' holds 11", 'a,b,c,d,e,f,g,h,i,j,k'],
		["'Tags' is empty", ' , '],
	])('are refused without a call, and alone: %s', async (problem, tag) => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			push('addTags', tagged),
			[
				{ user: 'u0', tag: 'fine' },
				{ user: 'u1', tag },
			],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(failureIn(errorOutput[0]!).message).toContain(problem);
	});
});

describe('the attributes of users', () => {
	const names = { namesByNumber: { '0': 'level', '1': 'city' } };
	const attributes = { ...forUser, attributes: '={{ $json.attributes }}' };

	it('are named, set, read and removed', async () => {
		const testbed = await open();
		const one = [{ user: 'u1' }];

		await testbed.run(push('setAttributeNames', names), [{}]);
		const named = await testbed.run(push('getAttributeNames'), [{}]);
		const set = await testbed.run(push('setAttributes', attributes), [
			{ user: 'u1', attributes: { level: 3, city: 'Berlin' } },
		]);
		await testbed.run(push('removeAttributes', { ...forUser, attributeNames: 'city' }), one);
		const left = await testbed.run(push('getAttributes', forUser), one);

		expect(named.output[0]?.json).toEqual({ AttrNames: { '0': 'level', '1': 'city' } });
		expect(set.output[0]?.json).toEqual({
			To_Account: 'u1',
			Attrs: { level: '3', city: 'Berlin' },
		});
		expect(left.output[0]?.json).toEqual({ To_Account: 'u1', Attrs: { level: '3' } });
	});

	it('that the app does not know fail for the items that have them, and for no other', async () => {
		const testbed = await open();
		await testbed.run(push('setAttributeNames', names), [{}]);

		const { output, errorOutput } = await testbed.run(
			push('setAttributes', attributes),
			[
				{ user: 'u0', attributes: { level: 'gold' } },
				{ user: 'u1', attributes: { size: 'XL' } },
				{ user: 'u2', attributes: { level: 'silver' } },
			],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(90033);
		expect(testbed.calls(`${service}/im_set_attr`)).toHaveLength(2);
	});

	it.each([
		["'Names (JSON)' has 10", '{"10": "level"}'],
		["'Names (JSON)' is empty", '{}'],
		["'Names (JSON)' is too long", JSON.stringify({ '0': 'x'.repeat(51) })],
	])('have names that are checked first: %s', async (problem, namesByNumber) => {
		const testbed = await open();

		const { error } = await testbed.run(push('setAttributeNames', { namesByNumber }), [{}]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('a push to all', () => {
	const toAll = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		push(
			'sendToAll',
			{ audience: 'everyone', messageType: 'text', text: 'Sale', ...more },
			options,
		);
	const receivers = (testbed: Testbed, taskId: unknown) =>
		testbed.simulator.push().tasks.get(String(taskId))?.receivers;

	it('goes to everybody', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			toAll({ offlinePush: { title: 'Sale' } }, { fromAccount: 'alice', msgLifeTime: 3600 }),
			[{}],
		);

		expect(bodyOf(testbed)).toEqual({
			From_Account: 'alice',
			MsgRandom: expect.any(Number),
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Sale' } }],
			MsgLifeTime: 3600,
			OfflinePushInfo: { PushFlag: 0, Title: 'Sale' },
		});
		expect(output[0]?.json).toEqual({
			MsgRandom: bodyOf(testbed).MsgRandom,
			TaskId: expect.any(String),
		});
		expect(receivers(testbed, output[0]?.json.TaskId)).toEqual(
			expect.arrayContaining(['alice', 'u0', 'u39']),
		);
	});

	it('goes to those with the right tags only', async () => {
		const testbed = await open();
		const tagged = { ...forUser, tags: '={{ $json.tag }}' };
		await testbed.run(push('addTags', tagged), [
			{ user: 'u1', tag: 'gold, berlin' },
			{ user: 'u2', tag: 'gold' },
			{ user: 'u3', tag: 'silver, berlin' },
		]);

		const { output } = await testbed.run(
			toAll({ audience: 'tags', tagsOr: 'gold, silver', tagsAnd: 'berlin' }),
			[{}],
		);

		expect(bodyOf(testbed).Condition).toEqual({ TagsOr: ['gold', 'silver'], TagsAnd: ['berlin'] });
		expect(receivers(testbed, output[0]?.json.TaskId)).toEqual(['u1', 'u3']);
	});

	it('goes to those with the right attributes only', async () => {
		const testbed = await open();
		await testbed.run(push('setAttributeNames', { namesByNumber: { '0': 'level' } }), [{}]);
		await testbed.run(push('setAttributes', { ...forUser, attributes: '{"level": "gold"}' }), [
			{ user: 'u4' },
		]);

		const { output } = await testbed.run(
			toAll({ audience: 'attributes', attrsAnd: '{"level": "gold"}' }),
			[{}],
		);

		expect(receivers(testbed, output[0]?.json.TaskId)).toEqual(['u4']);
	});

	it('is refused rather than sent to everybody when the tags are missing', async () => {
		const testbed = await open();

		const { error } = await testbed.run(toAll({ audience: 'tags', tagsOr: '' }), [{}]);

		expect(error?.message).toBe("'Audience' is users with tags, and no tags are given");
		expect(testbed.calls()).toEqual([]);
	});

	it('is not made again when nobody knows whether it went out', async () => {
		const testbed = await open();
		testbed.failNext(`${service}/im_push`, { kind: 'status502', processed: true });

		const { errorOutput } = await testbed.run(toAll(), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.calls()).toHaveLength(1);
	});

	it('has 10 KB in all, and says which part is too long', async () => {
		const testbed = await open();

		const { error } = await testbed.run(toAll({ text: 'x'.repeat(10 * 1024) }), [{}]);

		expect(error?.message).toMatch(/^The message is too long: .* of the 10240 \(10 KB\)/);
		expect(testbed.calls()).toEqual([]);
	});

	it('says that the pushes of the day are used up', async () => {
		const testbed = await open();
		const yesterday = Date.now() - 3_600_000;
		testbed.simulator.push().toAll.push(...Array.from({ length: 100 }, () => yesterday));

		const { errorOutput } = await testbed.run(toAll(), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 90047,
			message: 'The pushes for today are used up',
		});
	});
});

describe('the Push service', () => {
	const present = { pushApi: 'timpush' };
	const device = 'device-of-nobody';
	const tagged = { ...present, ...forUser, tags: '={{ $json.tag }}' };
	const names = { ...present, namesByNumber: { '0': 'level', '1': 'model' } };
	const attributes = { ...present, ...forUser, attributes: '{"level": "gold"}' };
	const items = [{ user: 'alice' }, { user: 'ghost' }, { user: 'bob' }];

	it.each<[string, string, INodeParameters]>([
		['addTags', 'add_tag', { tags: 'gold' }],
		['getTags', 'get_tag', {}],
		['removeTags', 'remove_tag', { tags: 'gold' }],
		['removeAllTags', 'clear_all_tags', {}],
		['setAttributes', 'set_attr', { attributes: '{"level": "gold"}' }],
		['getAttributes', 'get_attr', {}],
		['removeAttributes', 'remove_attr', { attributeNames: 'level' }],
	])('fails for the user alone who does not exist: %s', async (operation, command, more) => {
		const testbed = await open();
		await testbed.run(push('setAttributeNames', names), [{}]);

		const { output, errorOutput } = await testbed.run(
			push(operation, { ...present, ...forUser, ...more }),
			items,
			onErrorBranch,
		);

		expect(testbed.calls(`timpush/${command}`)).toHaveLength(1);
		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 70107, To_Account: 'ghost' });
	});

	it('replaces the tags of users, up to a hundred of each, apart from those that are added', async () => {
		const testbed = await open();
		const many = Array.from({ length: 100 }, (_unused, index) => `t${index}`);
		await testbed.run(push('addTags', tagged), [{ user: 'alice', tag: 'gold' }]);

		const replaces = '={{ $json.replaces }}';
		await testbed.run(push('addTags', { ...tagged, replaceTags: replaces }), [
			{ user: 'alice', tag: many, replaces: true },
			{ user: 'bob', tag: 'vip', replaces: false },
			{ user: 'carol', tag: 'vip', replaces: true },
		]);
		const read = await testbed.run(push('getTags', { ...present, ...forUser }), [
			{ user: 'alice' },
			{ user: 'bob' },
		]);

		expect(jsons(read.output).map(({ Tags }) => Tags)).toEqual([many, ['vip']]);
		const sent = testbed.calls('timpush/add_tag').slice(1);
		const bodies = sent.map(({ body }) => body as { Replace?: number; UserTags: object[] });
		expect(bodies.map(({ Replace, UserTags }) => [Replace, UserTags.length])).toEqual([
			[1, 2],
			[undefined, 1],
		]);
	});

	it('adds ten tags at most', async () => {
		const testbed = await open();
		const tag = Array.from({ length: 11 }, (_unused, index) => `t${index}`);

		const { errorOutput } = await testbed.run(
			push('addTags', tagged),
			[{ user: 'alice', tag }],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Tags'");
		expect(testbed.calls('timpush/add_tag')).toEqual([]);
	});

	it('says that a tag or an attribute belongs to the other type of account', async () => {
		const testbed = await open();
		await testbed.run(push('setAttributeNames', names), [{}]);
		await testbed.run(push('addTags', tagged), [{ user: 'alice', tag: 'gold' }]);

		const tags = await testbed.run(
			push('addTags', tagged),
			[
				{ user: device, tag: 'gold' },
				{ user: 'bob', tag: 'gold' },
			],
			onErrorBranch,
		);
		const set = await testbed.run(
			push('setAttributes', attributes),
			[{ user: device }],
			onErrorBranch,
		);

		expect(pairs(tags.output)).toEqual([1]);
		for (const { errorOutput } of [tags, set]) {
			expect(failureIn(errorOutput[0]!)).toMatchObject({
				ErrorCode: 90035,
				message: 'The tag or the attribute belongs to the other type of account',
			});
		}
	});

	it('has attributes for devices without a user', async () => {
		const testbed = await open();
		const forDevices = { ...names, registrationNumbers: '1' };

		await testbed.run(push('setAttributeNames', forDevices), [{}]);
		const { output } = await testbed.run(push('getAttributeNames', present), [{}]);
		const unnamed = await testbed.run(
			push('setAttributeNames', { ...names, registrationNumbers: '1, 2' }),
			[{}],
		);

		expect(output[0]?.json).toEqual({
			AttrNames: { '0': 'level', '1': 'model' },
			AttrTypes: { '0': 0, '1': 1 },
		});
		expect(unnamed.error?.message).toBe("'For RegistrationIDs' has a number without a name");
	});

	it('sends a message to all, and takes it back without a notification', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			push(
				'sendToAll',
				{ ...present, fromAccount: 'alice', audience: 'everyone', text: 'Sale' },
				{ onlineOnly: false },
			),
			[{}],
		);
		const body = bodyOf(testbed);
		const { TaskId } = output[0]!.json;
		const revoked = await testbed.run(push('revoke', { taskId: String(TaskId) }), [{}]);

		expect(testbed.calls('timpush/push')).toHaveLength(1);
		expect(body).toEqual({
			From_Account: 'alice',
			MsgRandom: expect.any(Number),
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Sale' } }],
			OnlineOnlyFlag: 0,
		});
		expect(revoked.output[0]?.json).toEqual({ TaskId, revoked: true });
	});

	const notify = (more: INodeParameters = {}) =>
		push('notifyAll', {
			fromAccount: 'alice',
			audience: 'everyone',
			offlinePush: { title: 'Sale' },
			...more,
		});

	it('notifies those with some tags and not with others', async () => {
		const testbed = await open();
		await testbed.run(push('addTags', tagged), [
			{ user: 'u1', tag: 'gold, muted' },
			{ user: 'u2', tag: 'gold' },
		]);

		const { output } = await testbed.run(
			notify({ audience: 'tags', tagsOr: 'gold', tagsNot: 'muted' }),
			[{}],
		);

		expect(bodyOf(testbed)).toEqual({
			From_Account: 'alice',
			Condition: { TagsOr: ['gold'], TagsNot: ['muted'] },
			MsgRandom: expect.any(Number),
			OfflinePushInfo: { PushFlag: 0, Title: 'Sale' },
		});
		const { TaskId } = output[0]!.json;
		expect(testbed.simulator.push().tasks.get(String(TaskId))?.receivers).toEqual(['u2']);
	});

	it('sends the title and the text of the main panel, with the settings below them', async () => {
		const testbed = await open();
		const more = { title: 'Sale', text: 'Until Sunday', offlinePush: { ext: '{"open": 1}' } };

		await testbed.run(notify(more), [{}], { typeVersion: 1.2 });

		expect(testbed.calls()[0]?.body).toMatchObject({
			OfflinePushInfo: { PushFlag: 0, Title: 'Sale', Desc: 'Until Sunday', Ext: '{"open": 1}' },
		});
	});

	it.each<[string, INodeParameters]>([
		[
			"'But Not With All of These Tags' is set without any tags to include",
			{ audience: 'tags', tagsNot: 'muted' },
		],
		['The notification is empty', { offlinePush: {} }],
		["'Offline Push' is too long", { offlinePush: { ext: 'x'.repeat(10 * 1024) } }],
	])('notifies nobody without a call that is right: %s', async (problem, more) => {
		const testbed = await open();

		const { error } = await testbed.run(notify(more), [{}]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it('takes nothing back that went out by the older commands, and says what it needs', async () => {
		const testbed = await open();
		const older = await testbed.run(push('sendToAll', { audience: 'everyone', text: 'Sale' }), [
			{},
		]);
		const notified = await testbed.run(
			push('sendToUsers', {
				fromAccount: 'alice',
				toAccounts: 'bob',
				offlinePush: { title: 'Sale' },
			}),
			[{}],
		);
		const revoke = async ({ output }: typeof older) =>
			await testbed.run(
				push('revoke', { taskId: String(output[0]!.json.TaskId) }),
				[{}],
				onErrorBranch,
			);

		expect(failureIn((await revoke(older)).errorOutput[0]!)).toMatchObject({
			ErrorCode: 90049,
			advice: expect.stringContaining("'All-Member Push' cannot be taken back"),
		});
		expect(failureIn((await revoke(notified)).errorOutput[0]!)).toMatchObject({
			ErrorCode: 90053,
			advice: expect.stringContaining("'Offline Push'"),
		});
	});
});

describe('the API that a node means', () => {
	const tags = { ...forUser, tags: 'gold' };

	it.each([
		[1, {}, 'all_member_push/im_add_tag'],
		[1, { pushApi: 'timpush' }, 'timpush/add_tag'],
		[1.1, {}, 'timpush/add_tag'],
		[1.1, { pushApi: 'allMemberPush' }, 'all_member_push/im_add_tag'],
	])('of version %d, with %j, calls %s', async (typeVersion, chosen, path) => {
		const testbed = await open();

		const parameters = push('addTags', { ...tags, ...chosen });
		await testbed.run(parameters, [{ user: 'alice' }], { typeVersion });

		expect(testbed.calls().map((call) => call.path)).toEqual([path]);
	});
});

describe('a push to users', () => {
	const toUsers = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		push(
			'sendToUsers',
			{
				fromAccount: 'administrator',
				toAccounts: 'alice, bob',
				offlinePush: { title: 'Order 4711', desc: 'It is on its way' },
				...more,
			},
			options,
		);

	it('says whom it did not reach, though the response says OK, and who has it', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			toUsers({ toAccounts: '={{ $json.to }}' }),
			[{ to: 'alice' }, { to: 'alice, nobody' }, { to: 'nobody' }],
			onErrorBranch,
		);

		expect(jsons(output)).toEqual([expect.objectContaining({ To_Account: ['alice'] })]);
		expect(errorOutput.map((item) => failureIn(item))).toMatchObject([
			{
				message: 'The push did not reach 1 of 2 accounts: nobody',
				advice: expect.stringMatching(/^The other accounts of this item have it: .* import it/),
				ErrorCode: 70107,
				ErrorList: [{ To_Account: 'nobody' }],
			},
			{ message: "The push did not reach 'nobody'", ErrorCode: 70107 },
		]);
	});

	it('goes to each, and can be revoked once', async () => {
		const testbed = await open();

		const sent = await testbed.run(toUsers({}, { dataId: 'orders' }), [{}]);
		const body = bodyOf(testbed);
		const { TaskId } = sent.output[0]!.json;
		const revoke = push('revoke', {
			taskId: '={{ $json.task }}',
			offlinePush: { title: 'Never mind' },
		});
		const revoked = await testbed.run(revoke, [{ task: TaskId! }]);
		const again = await testbed.run(revoke, [{ task: TaskId! }], onErrorBranch);

		expect(body).toEqual({
			From_Account: 'administrator',
			To_Account: ['alice', 'bob'],
			MsgRandom: expect.any(Number),
			OfflinePushInfo: { PushFlag: 0, Title: 'Order 4711', Desc: 'It is on its way' },
			DataId: 'orders',
		});
		expect(revoked.output[0]?.json).toEqual({ TaskId, revoked: true });
		expect(testbed.simulator.push().tasks.get(String(TaskId))?.revoked).toBe(true);
		expect(failureIn(again.errorOutput[0]!).ErrorCode).toBe(90050);
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		[
			"'To User IDs' holds 501",
			{ toAccounts: Array.from({ length: 501 }, (_u, i) => i).join() },
			{},
		],
		['The notification is empty', { offlinePush: {} }, {}],
		["'Data ID' is too long: 65 bytes of the 64", {}, { dataId: 'x'.repeat(65) }],
	])('is refused without a call: %s', async (problem, more, options) => {
		const testbed = await open();

		const { error } = await testbed.run(toUsers(more, options), [{}]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});
