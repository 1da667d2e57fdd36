import { testbeds, textBody } from '../harness/simulatorTestbed';

const open = testbeds();
const push = 'all_member_push/im_push';
const body = (changes: Record<string, unknown> = {}) => ({
	MsgRandom: 1,
	MsgBody: textBody('Sale'),
	...changes,
});

describe('a push to all', () => {
	it('has to be more than a second after the last, a hundred a day', async () => {
		const testbed = await open();
		const codes: number[] = [];

		for (let count = 0; count < 101; count += 1) {
			codes.push(await testbed.codeOf(push, body()));
			if (count === 0) expect(await testbed.codeOf(push, body())).toBe(90024);
			testbed.advance(1000);
		}

		expect(codes).toEqual([...Array.from({ length: 100 }, () => 0), 90047]);
	});

	it.each([
		[90005, { MsgRandom: undefined }],
		[90007, { MsgBody: 'Sale' }],
		[90026, { MsgLifeTime: 604_801 }],
		[90039, { Condition: { TagsOr: ['a'], AttrsOr: { level: 'gold' } } }],
		[90032, { Condition: { TagsOr: [...'abcdefghijk'] } }],
		[90040, { Condition: { TagsOr: [''] } }],
		[90020, { Condition: { TagsAnd: ['x'.repeat(51)] } }],
		[90022, { Condition: { TagsOr: ['a'], TagsAnd: ['a'] } }],
		[90033, { Condition: { AttrsOr: { level: 'gold' } } }],
	])('is refused with %i for %j', async (expected, changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(push, body(changes))).toBe(expected);
	});
});

describe('tags and attributes', () => {
	const users = Array.from({ length: 101 }, (_unused, index) => `u${index}`);

	it.each([
		[90018, 'im_get_tag', { To_Account: users }],
		[90018, 'im_add_tag', { UserTags: users.map((To_Account) => ({ To_Account, Tags: ['a'] })) }],
		[90032, 'im_add_tag', { UserTags: [{ To_Account: 'u', Tags: [...'abcdefghijk'] }] }],
		[90034, 'im_add_tag', { UserTags: [{ To_Account: 'u', Tags: ['x'.repeat(51)] }] }],
		[90001, 'im_set_attr_name', { AttrNames: { '10': 'level' } }],
		[90033, 'im_set_attr', { UserAttrs: [{ To_Account: 'u', Attrs: { level: 'gold' } }] }],
		[90033, 'im_remove_attr', { UserAttrs: [{ To_Account: 'u', Attrs: ['level'] }] }],
	])('answer %i to %s where it asks for too much', async (expected, command, request) => {
		const testbed = await open();

		expect(await testbed.codeOf(`all_member_push/${command}`, request)).toBe(expected);
	});
});

describe('revoking a push', () => {
	it('is for known ones of the last day', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const { TaskId } = await testbed.call(push, body());

		expect(await testbed.codeOf('timpush/revoke', { TaskId: 'none' })).toBe(90049);
		expect(await testbed.codeOf('timpush/revoke', { TaskId })).toBe(0);
		expect(await testbed.codeOf('timpush/revoke', { TaskId })).toBe(90050);
	});
});
