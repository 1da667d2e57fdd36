import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { benches, failureIn, pairs, type Bench } from '../support';

const open = benches();
const SERVICE = 'all_member_push';

const push = (
	operation: string,
	more: INodeParameters = {},
	options: INodeParameters = {},
): INodeParameters => ({ resource: 'push', operation, ...more, options });

const onErrorBranch = { onError: 'continueErrorOutput' } as const;
const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);
const bodyOf = (bench: Bench) => bench.calls().at(-1)?.body as IDataObject;

/** Items for so many users, each with one tag. */
const users = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ user: `u${index}`, tag: `t${index}` }));

const forUser = { userId: '={{ $json.user }}' };

describe('the tags of users', () => {
	const tagged = { ...forUser, tags: '={{ $json.tag }}' };

	it('are added a hundred users a call, and read as many at once', async () => {
		const bench = await open();

		const added = await bench.run(push('addTags', tagged), users(120));
		const read = await bench.run(push('getTags', forUser), users(120));

		expect(added.output).toHaveLength(120);
		expect(jsons(read.output)).toEqual(
			users(120).map(({ user, tag }) => ({ To_Account: user, Tags: [tag] })),
		);
		expect(bench.calls(`${SERVICE}/im_add_tag`)).toHaveLength(2);
		expect(bench.calls(`${SERVICE}/im_get_tag`)).toHaveLength(2);
	});

	it('are removed one by one, and all at once', async () => {
		const bench = await open();
		const only = [{ user: 'u1', tag: 'gold, berlin' }];

		await bench.run(push('addTags', tagged), [{ user: 'u1', tag: ['gold', 'berlin', 'vip'] }]);
		await bench.run(push('removeTags', tagged), only);
		const left = await bench.run(push('getTags', forUser), only);
		const removed = await bench.run(push('removeAllTags', forUser), only);
		const none = await bench.run(push('getTags', forUser), only);

		expect(left.output[0]?.json).toEqual({ To_Account: 'u1', Tags: ['vip'] });
		expect(removed.output[0]?.json).toEqual({ To_Account: 'u1', Tags: [] });
		expect(none.output[0]?.json).toEqual({ To_Account: 'u1', Tags: [] });
	});

	it.each([
		["'Tags' is too long: 51 bytes of the 50", 'x'.repeat(51)],
		["'Tags' holds 11", 'a,b,c,d,e,f,g,h,i,j,k'],
		["'Tags' is empty", ' , '],
	])('are refused without a call, and alone: %s', async (problem, tag) => {
		const bench = await open();

		const { output, errorOutput } = await bench.run(
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
		const bench = await open();
		const one = [{ user: 'u1' }];

		await bench.run(push('setAttributeNames', names), [{}]);
		const named = await bench.run(push('getAttributeNames'), [{}]);
		const set = await bench.run(push('setAttributes', attributes), [
			{ user: 'u1', attributes: { level: 3, city: 'Berlin' } },
		]);
		await bench.run(push('removeAttributes', { ...forUser, attributeNames: 'city' }), one);
		const left = await bench.run(push('getAttributes', forUser), one);

		expect(named.output[0]?.json).toEqual({ AttrNames: { '0': 'level', '1': 'city' } });
		expect(set.output[0]?.json).toEqual({
			To_Account: 'u1',
			Attrs: { level: '3', city: 'Berlin' },
		});
		expect(left.output[0]?.json).toEqual({ To_Account: 'u1', Attrs: { level: '3' } });
	});

	it('that the app does not know fail for the items that have them, and for no other', async () => {
		const bench = await open();
		await bench.run(push('setAttributeNames', names), [{}]);

		const { output, errorOutput } = await bench.run(
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
		expect(bench.calls(`${SERVICE}/im_set_attr`)).toHaveLength(2);
	});

	it.each([
		["'Names (JSON)' has 10", '{"10": "level"}'],
		["'Names (JSON)' is empty", '{}'],
		["'Names (JSON)' is too long", JSON.stringify({ '0': 'x'.repeat(51) })],
	])('have names that are checked first: %s', async (problem, namesByNumber) => {
		const bench = await open();

		const { error } = await bench.run(push('setAttributeNames', { namesByNumber }), [{}]);

		expect(error?.message).toContain(problem);
		expect(bench.calls()).toEqual([]);
	});
});

describe('a push to all', () => {
	const toAll = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		push(
			'sendToAll',
			{ audience: 'everyone', messageType: 'text', text: 'Sale', ...more },
			options,
		);
	const receivers = (bench: Bench, taskId: unknown) =>
		bench.simulator.push().tasks.get(String(taskId))?.receivers;

	it('goes to everybody', async () => {
		const bench = await open();

		const { output } = await bench.run(
			toAll({ offlinePush: { title: 'Sale' } }, { fromAccount: 'alice', msgLifeTime: 3600 }),
			[{}],
		);

		expect(bodyOf(bench)).toEqual({
			From_Account: 'alice',
			MsgRandom: expect.any(Number),
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Sale' } }],
			MsgLifeTime: 3600,
			OfflinePushInfo: { PushFlag: 0, Title: 'Sale' },
		});
		expect(output[0]?.json).toEqual({
			MsgRandom: bodyOf(bench).MsgRandom,
			TaskId: expect.any(String),
		});
		expect(receivers(bench, output[0]?.json.TaskId)).toEqual(
			expect.arrayContaining(['alice', 'u0', 'u39']),
		);
	});

	it('goes to those with the right tags only', async () => {
		const bench = await open();
		const tagged = { ...forUser, tags: '={{ $json.tag }}' };
		await bench.run(push('addTags', tagged), [
			{ user: 'u1', tag: 'gold, berlin' },
			{ user: 'u2', tag: 'gold' },
			{ user: 'u3', tag: 'silver, berlin' },
		]);

		const { output } = await bench.run(
			toAll({ audience: 'tags', tagsOr: 'gold, silver', tagsAnd: 'berlin' }),
			[{}],
		);

		expect(bodyOf(bench).Condition).toEqual({ TagsOr: ['gold', 'silver'], TagsAnd: ['berlin'] });
		expect(receivers(bench, output[0]?.json.TaskId)).toEqual(['u1', 'u3']);
	});

	it('goes to those with the right attributes only', async () => {
		const bench = await open();
		await bench.run(push('setAttributeNames', { namesByNumber: { '0': 'level' } }), [{}]);
		await bench.run(push('setAttributes', { ...forUser, attributes: '{"level": "gold"}' }), [
			{ user: 'u4' },
		]);

		const { output } = await bench.run(
			toAll({ audience: 'attributes', attrsAnd: '{"level": "gold"}' }),
			[{}],
		);

		expect(receivers(bench, output[0]?.json.TaskId)).toEqual(['u4']);
	});

	it('is refused rather than sent to everybody when the tags are missing', async () => {
		const bench = await open();

		const { error } = await bench.run(toAll({ audience: 'tags', tagsOr: '' }), [{}]);

		expect(error?.message).toBe('No tags are given');
		expect(bench.calls()).toEqual([]);
	});

	it('is not made again when nobody knows whether it went out', async () => {
		const bench = await open();
		bench.failNext(`${SERVICE}/im_push`, { kind: 'status502', processed: true });

		const { errorOutput } = await bench.run(toAll(), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(bench.calls()).toHaveLength(1);
	});

	it('says that the pushes of the day are used up', async () => {
		const bench = await open();
		const yesterday = Date.now() - 3_600_000;
		bench.simulator.push().toAll.push(...Array.from({ length: 100 }, () => yesterday));

		const { errorOutput } = await bench.run(toAll(), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 90047,
			message: 'The pushes for today are used up',
		});
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

	it('goes to each, and can be revoked once', async () => {
		const bench = await open();

		const sent = await bench.run(toUsers({}, { dataId: 'orders' }), [{}]);
		const body = bodyOf(bench);
		const { TaskId } = sent.output[0]!.json;
		const revoke = push('revoke', { taskId: '={{ $json.task }}' });
		const revoked = await bench.run(revoke, [{ task: TaskId! }]);
		const again = await bench.run(revoke, [{ task: TaskId! }], onErrorBranch);

		expect(body).toEqual({
			From_Account: 'administrator',
			To_Account: ['alice', 'bob'],
			MsgRandom: expect.any(Number),
			OfflinePushInfo: { PushFlag: 0, Title: 'Order 4711', Desc: 'It is on its way' },
			DataId: 'orders',
		});
		expect(revoked.output[0]?.json).toEqual({ TaskId, revoked: true });
		expect(bench.simulator.push().tasks.get(String(TaskId))?.revoked).toBe(true);
		expect(failureIn(again.errorOutput[0]!).ErrorCode).toBe(90050);
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		[
			"'To Accounts' holds 501",
			{ toAccounts: Array.from({ length: 501 }, (_u, i) => i).join() },
			{},
		],
		["'Offline Push' is empty", { offlinePush: {} }, {}],
		["'Data ID' is too long: 65 bytes of the 64", {}, { dataId: 'x'.repeat(65) }],
	])('is refused without a call: %s', async (problem, more, options) => {
		const bench = await open();

		const { error } = await bench.run(toUsers(more, options), [{}]);

		expect(error?.message).toContain(problem);
		expect(bench.calls()).toEqual([]);
	});
});
