import { testbeds, textBody } from '../harness/simulatorTestbed';

const open = testbeds();
const push = 'all_member_push/im_push';
let random = 0;
const body = (changes: Record<string, unknown> = {}) => ({
	MsgRandom: ++random,
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

	it.each(['all_member_push/im_push', 'timpush/push'])(
		'is ten a day on a trial edition: %s',
		async (path) => {
			const testbed = await open({ behaviour: { pushesPerDay: 10 } });
			const codes: number[] = [];

			for (let count = 0; count < 11; count += 1) {
				codes.push(await testbed.codeOf(path, body({ From_Account: 'alice' })));
				testbed.advance(1000);
			}

			expect(codes).toEqual([...Array.from({ length: 10 }, () => 0), 90047]);
		},
	);

	it.each([
		[604_800, 1],
		[1, 2],
	])('with the number of another is a copy for %i seconds', async (pushDedupSeconds, tasks) => {
		const testbed = await open({ behaviour: { pushDedupSeconds } });
		const first = await testbed.call(push, body({ MsgRandom: 7 }));
		testbed.advance(2000);
		const second = await testbed.call(push, body({ MsgRandom: 7, MsgBody: textBody('Other') }));

		expect(new Set([first.TaskId, second.TaskId]).size).toBe(tasks);
	});

	it.each(['all_member_push/im_push', 'timpush/push'])(
		'has at most 10 KB in all: %s',
		async (path) => {
			const testbed = await open();
			const large = { From_Account: 'alice', OfflinePushInfo: { Ext: 'x'.repeat(10 * 1024) } };

			expect(await testbed.codeOf(path, body(large))).toBe(90056);
		},
	);

	it('by the Push service has a sender, and a message or a notification', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const codeOf = async (changes: object) =>
			await testbed.codeOf('timpush/push', body({ MsgBody: undefined, ...changes }));
		const notification = { OfflinePushInfo: { Title: 'Sale' } };

		expect(await codeOf(notification)).toBe(90001);
		expect(await codeOf({ From_Account: 'alice' })).toBe(90001);
		expect(await codeOf({ From_Account: 'alice', ...notification })).toBe(0);
		testbed.advance(1000);
		expect(await codeOf({ From_Account: 'alice', MsgBody: textBody('Sale') })).toBe(0);
	});

	it('leaves out who has all tags of TagsNot', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const UserTags = [
			{ To_Account: 'alice', Tags: ['gold', 'muted', 'vip'] },
			{ To_Account: 'bob', Tags: ['gold', 'muted'] },
		];
		await testbed.call('timpush/add_tag', { UserTags });
		const Condition = { TagsOr: ['gold'], TagsNot: ['muted', 'vip'] };
		const { TaskId } = await testbed.call(
			'timpush/push',
			body({ From_Account: 'alice', Condition }),
		);

		expect(testbed.simulator.push().tasks.get(String(TaskId))?.receivers).toEqual(['bob']);
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

describe('the tags and attributes of the Push service', () => {
	const device = 'device-of-nobody';
	const failed = (To_Account: string, ErrorCode: number) => ({
		To_Account,
		ErrorCode,
		ErrorInfo: '',
	});
	const named = async (testbed: Awaited<ReturnType<typeof open>>) => {
		await testbed.call('timpush/set_attr_name', {
			AttrNames: { '0': 'level', '1': 'model' },
			AttrTypes: { '1': 1 },
		});
		await testbed.call('timpush/set_attr', {
			UserAttrs: [{ To_Account: 'alice', Attrs: { level: 'gold' } }],
		});
		await testbed.call('timpush/add_tag', { UserTags: [{ To_Account: 'alice', Tags: ['vip'] }] });
	};

	it.each<[string, object]>([
		['add_tag', { UserTags: [{ To_Account: 'ghost', Tags: ['a'] }] }],
		['get_tag', { To_Account: ['ghost', 'alice'] }],
		['remove_tag', { UserTags: [{ To_Account: 'ghost', Tags: ['a'] }] }],
		['clear_all_tags', { To_Account: ['ghost', 'alice'] }],
		['set_attr', { UserAttrs: [{ To_Account: 'ghost', Attrs: { level: 'gold' } }] }],
		['get_attr', { To_Account: ['ghost', 'alice'] }],
		['remove_attr', { UserAttrs: [{ To_Account: 'ghost', Attrs: ['level'] }] }],
	])('name an account that does not exist inside a good response: %s', async (command, request) => {
		const testbed = await open();
		await named(testbed);

		const response = await testbed.call(`timpush/${command}`, request);

		expect(response).toMatchObject({ ErrorCode: 0, ErrorList: [failed('ghost', 70107)] });
	});

	it.each<[string, object]>(
		[
			['add_tag', { UserTags: [{ To_Account: device, Tags: ['vip'] }] }],
			['set_attr', { UserAttrs: [{ To_Account: device, Attrs: { level: 'gold' } }] }],
			['set_attr', { UserAttrs: [{ To_Account: 'alice', Attrs: { model: 'X' } }] }],
			['remove_attr', { UserAttrs: [{ To_Account: device, Attrs: ['level'] }] }],
		].map(([command, request]): [string, object] => [command as string, request as object]),
	)('belong to one type of account: %s %j', async (command, request) => {
		const testbed = await open();
		await named(testbed);

		const { ErrorList } = await testbed.call(`timpush/${command}`, request);

		expect(ErrorList).toEqual([expect.objectContaining({ ErrorCode: 90035 })]);
	});

	it('have a type that stays', async () => {
		const testbed = await open();
		await named(testbed);

		expect(await testbed.call('timpush/get_attr_name', {})).toMatchObject({
			AttrTypes: { '0': 0, '1': 1 },
		});
		expect(
			await testbed.codeOf('timpush/set_attr_name', {
				AttrNames: { '1': 'model' },
				AttrTypes: { '1': 0 },
			}),
		).toBe(90001);
	});
});

describe('a push to users', () => {
	it('counts those whom it reaches', async () => {
		const testbed = await open({ behaviour: { pushReceiversPerSecond: 30 } });
		const To_Account = Array.from({ length: 30 }, (_unused, index) => `u${index}`);
		const request = (count: number) => ({
			From_Account: 'alice',
			To_Account: To_Account.slice(0, count),
			MsgRandom: ++random,
			OfflinePushInfo: { Title: 'Sale' },
		});
		const codeOf = async (count: number) => await testbed.codeOf('timpush/batch', request(count));

		expect([await codeOf(29), await codeOf(30), await codeOf(1)]).toEqual([0, 0, 60007]);
		testbed.advance(1000);
		expect(await codeOf(1)).toBe(0);
	});
});

it('a push to users whose DataId is too long is refused with 90057', async () => {
	const testbed = await open();
	const request = {
		From_Account: 'alice',
		To_Account: ['bob'],
		MsgRandom: ++random,
		OfflinePushInfo: { Title: 'Sale' },
	};

	expect(await testbed.codeOf('timpush/batch', { ...request, DataId: 'd'.repeat(65) })).toBe(90057);
	expect(await testbed.codeOf('timpush/batch', { ...request, DataId: 'd'.repeat(64) })).toBe(0);
});

describe('revoking a push', () => {
	const replaced = { OfflinePushInfo: { Title: 'Withdrawn' } };
	const message = { From_Account: 'alice', MsgBody: textBody('Sale') };
	const notification = { From_Account: 'alice', OfflinePushInfo: { Title: 'Sale' } };

	const pushed = async (testbed: Awaited<ReturnType<typeof open>>, path: string, more: object) => {
		const request = { ...more, MsgRandom: ++random };
		const { TaskId } = await testbed.call(path, request);
		return { TaskId };
	};

	it.each<[string, object, number, number]>([
		['all_member_push/im_push', message, 90049, 90049],
		['timpush/push', message, 0, 90050],
		['timpush/push', { ...message, OnlineOnlyFlag: 1 }, 90053, 0],
		['timpush/push', notification, 90053, 0],
		['timpush/batch', { ...notification, To_Account: ['bob'] }, 90053, 0],
	])(
		'of %s, with %j, answers %i without a notification and %i with one',
		async (path, request, without, withOne) => {
			const testbed = await open({ behaviour: { rateLimit: null } });
			const task = await pushed(testbed, path, request);

			expect(await testbed.codeOf('timpush/revoke', task)).toBe(without);
			expect(await testbed.codeOf('timpush/revoke', { ...task, ...replaced })).toBe(withOne);
		},
	);

	it('a second one within a second is refused with a code of its own', async () => {
		const testbed = await open();
		const codes = [
			await testbed.codeOf('timpush/revoke', { TaskId: 'none' }),
			await testbed.codeOf('timpush/revoke', { TaskId: 'none' }),
		];
		testbed.advance(1000);

		expect(codes).toEqual([90049, 90051]);
		expect(await testbed.codeOf('timpush/revoke', { TaskId: 'none' })).toBe(90049);
	});

	it('is for known ones of the last day, once', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const [early, late] = [
			await pushed(testbed, 'timpush/push', message),
			(testbed.advance(86_400_000), await pushed(testbed, 'timpush/push', message)),
		];
		testbed.advance(1);

		expect(await testbed.codeOf('timpush/revoke', { TaskId: 'none' })).toBe(90049);
		expect(await testbed.codeOf('timpush/revoke', early)).toBe(90052);
		expect(await testbed.codeOf('timpush/revoke', late)).toBe(0);
		expect(await testbed.codeOf('timpush/revoke', late)).toBe(90050);
	});
});
