import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	testbeds,
	failureIn,
	pairs,
	allUsers,
	type Testbed,
	onErrorBranch,
} from '../../harness/engineTestbed';

const open = testbeds();
const service = 'group_open_http_svc';

const group = (
	operation: string,
	more: INodeParameters = {},
	options: INodeParameters = {},
): INodeParameters => ({
	resource: 'group',
	operation,
	groupId: { __rl: true, mode: 'id', value: '={{ $json.group ?? "team" }}' },
	options,
	...more,
});

const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);
const teamOf = (testbed: Testbed) => testbed.simulator.world().groups.get('team')!;

/** What the last call of a command held. */
const bodyOf = (testbed: Testbed, command: string) =>
	testbed.calls(`${service}/${command}`).at(-1)?.body as IDataObject;

const say = (text: string, options: INodeParameters = {}) =>
	group('sendMessage', { messageType: 'text', text }, options);

describe('creating a group', () => {
	const create = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		group('create', { groupType: 'Public', name: 'Order 4711', ...more }, options);

	it('under an ID of its own is done when the first response was lost', async () => {
		const testbed = await open();
		const path = `${service}/create_group`;
		testbed.simulator.behaviour.failNext.push({ path, fault: { kind: 'loseResponse' } });

		const { output } = await testbed.run(create({}, { groupId: 'order-4711' }), [{}]);

		expect(jsons(output)).toEqual([
			{ GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711', verified: true },
		]);
		expect(testbed.calls(path)).toHaveLength(2);
	});

	it('under an ID that is taken fails at the first attempt', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(create({}, { groupId: 'team' }), [{}], onErrorBranch);

		expect([10021, 10025]).toContain(failureIn(errorOutput[0]!).ErrorCode);
	});

	it('makes one with its owner, members, texts and custom fields', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			create(
				{},
				{
					groupId: 'order-4711',
					owner: 'alice',
					members: 'bob, carol',
					introduction: 'About the order',
					maxMemberCount: 10,
					applyJoinOption: 'FreeAccess',
					appDefinedData: '{"order": 4711}',
				},
			),
			[{}],
		);

		expect(jsons(output)).toEqual([{ GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711' }]);
		expect(testbed.simulator.world().groups.get('order-4711')).toMatchObject({
			owner: 'alice',
			introduction: 'About the order',
			maxMemberNum: 10,
			applyJoinOption: 'FreeAccess',
			appDefinedData: new Map([['order', '4711']]),
		});
		const { members } = testbed.simulator.world().groups.get('order-4711')!;
		expect([...members.keys()]).toEqual(['alice', 'bob', 'carol']);
	});

	it('takes the ID that Tencent makes when none is given', async () => {
		const testbed = await open();

		const { output } = await testbed.run(create(), [{}]);

		expect(output[0]?.json.GroupId).toMatch(/^@TGS#/);
	});

	it('says that a group with this ID is there already', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(create({}, { groupId: 'team' }), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 10021 });
	});

	it('is made sure of after a lost response when the group has an ID, and left alone when not', async () => {
		const testbed = await open();
		const path = `${service}/create_group`;
		const before = testbed.simulator.world().groups.size;
		const lost = { kind: 'status502', processed: false } as const;

		testbed.failNext(path, lost);
		const named = await testbed.run(create({}, { groupId: 'mine' }), [{}]);
		testbed.failNext(path, { ...lost, processed: true });
		const unnamed = await testbed.run(create(), [{}], onErrorBranch);

		expect(named.output[0]?.json.GroupId).toBe('mine');
		expect(failureIn(unnamed.errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.calls(path)).toHaveLength(3);
		expect(testbed.simulator.world().groups.size).toBe(before + 2);
	});

	it.each<[string, INodeParameters, INodeParameters]>([
		['Name', { name: 'x'.repeat(101) }, {}],
		['Introduction', {}, { introduction: 'x'.repeat(401) }],
		['Group ID', {}, { groupId: 'ä' }],
		['Group ID', {}, { groupId: '@TGS#own' }],
		['Group ID', { groupType: 'Community' }, { groupId: 'club' }],
		['Members', {}, { members: Array.from({ length: 101 }, (_u, i) => `m${i}`).join() }],
		['Members', { groupType: 'AVChatRoom' }, { members: 'bob' }],
		['Custom Fields (JSON)', {}, { appDefinedData: '{"a-key-of-17-bytes": 1}' }],
	])(
		'is refused without a call when %s is not one that Tencent takes',
		async (label, more, options) => {
			const testbed = await open();

			const { error } = await testbed.run(create(more, options), [{}]);

			expect(error?.message).toContain(`'${label}'`);
			expect(testbed.calls()).toEqual([]);
		},
	);
});

describe('getting groups', () => {
	it('asks for fifty at once, and tells each item about its own', async () => {
		const testbed = await open();
		const ids = ['team', 'nowhere', 'work', 'team'];

		const { output, errorOutput } = await testbed.run(
			group('get'),
			ids.map((id) => ({ group: id })),
			onErrorBranch,
		);

		expect(testbed.calls()).toHaveLength(1);
		expect(bodyOf(testbed, 'get_group_info').GroupIdList).toEqual(['team', 'nowhere', 'work']);
		expect(output.map(({ json }) => [json.GroupId, json.Name, json.MemberNum])).toEqual([
			['team', 'Team', 3],
			['work', 'work', 2],
			['team', 'Team', 3],
		]);
		expect(output[0]?.json).not.toHaveProperty('MemberList');
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'The group does not exist or has been dissolved',
			GroupId: 'nowhere',
			ErrorCode: 10010,
			mayHaveBeenSent: false,
		});
	});

	it('makes two calls for fifty-one groups', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			group('get'),
			Array.from({ length: 51 }, () => ({ group: 'team' })),
		);

		expect(output).toHaveLength(51);
		expect(testbed.calls()).toHaveLength(2);
	});

	it('returns members and custom fields where they are wanted, a call for each group', async () => {
		const testbed = await open();
		teamOf(testbed).appDefinedData.set('region', 'north');

		const { output } = await testbed.run(
			group('get', {}, { includeMembers: true, customFields: 'region' }),
			[{ group: 'team' }, { group: 'work' }],
		);

		expect(testbed.calls()).toHaveLength(2);
		expect(output[0]?.json).toMatchObject({
			AppDefinedData: { region: 'north' },
			MemberList: [{ Member_Account: 'alice', Role: 'Owner' }, {}, {}],
		});
	});

	it('returns newer fields of the profile where they are named', async () => {
		const testbed = await open();

		const standard = await testbed.run(group('get'), [{}]);
		const more = await testbed.run(group('get', {}, { moreFields: 'InviteJoinOption' }), [{}]);

		expect(standard.output[0]?.json).not.toHaveProperty('InviteJoinOption');
		expect(more.output[0]?.json).toEqual({
			...standard.output[0]?.json,
			InviteJoinOption: 'FreeAccess',
		});
	});
});

describe('changing a group', () => {
	it('changes what is given and nothing else', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			group('update', { updateFields: { notification: 'Closed today', muteAllMember: true } }),
			[{}],
		);

		expect(bodyOf(testbed, 'modify_group_base_info')).toEqual({
			GroupId: 'team',
			Notification: 'Closed today',
			MuteAllMember: 'On',
		});
		expect(output[0]?.json).toEqual(bodyOf(testbed, 'modify_group_base_info'));
		expect(teamOf(testbed)).toMatchObject({ name: 'Team', notification: 'Closed today' });
	});

	it('is refused when there is nothing to change', async () => {
		const testbed = await open();

		const { error } = await testbed.run(group('update', { updateFields: {} }), [{}]);

		expect(error?.message).toContain("'Update Fields' is empty");
	});

	it('deletes it, after which it is not there any more', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(group('delete'), [{}, {}], onErrorBranch);

		expect(jsons(output)).toEqual([{ GroupId: 'team', deleted: true }]);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(10010);
	});

	it.each([10010, 10015])(
		'counts as deleted when the first response was lost and the repeat meets %i',
		async (code) => {
			const testbed = await open();
			const path = 'group_open_http_svc/destroy_group';
			testbed.failNext(path, { kind: 'loseResponse' });
			testbed.failNext(path, { kind: 'errorCode', code });

			const { output, errorOutput } = await testbed.run(group('delete'), [{}], onErrorBranch);

			expect(errorOutput).toEqual([]);
			expect(output[0]?.json).toMatchObject({ GroupId: 'team', deleted: true });
		},
	);
});

describe('the members of a group', () => {
	const members = (operation: string, list: string, options: INodeParameters = {}) =>
		group(operation, { members: list }, options);

	it('are added, whether the list is text, JSON or a list of the item', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			members('addMembers', '={{ $json.list }}', { silence: true }),
			[{ list: 'dave, bob,' }, { list: '["erin"]' }, { list: ['frank', 'frank'] }],
		);

		expect(output[0]?.json).toEqual({
			GroupId: 'team',
			MemberList: [
				{ Member_Account: 'dave', Result: 1 },
				{ Member_Account: 'bob', Result: 2 },
			],
		});
		expect(bodyOf(testbed, 'add_group_member').Silence).toBe(1);
		expect([...teamOf(testbed).members.keys()]).toEqual(
			expect.arrayContaining(['dave', 'erin', 'frank']),
		);
	});

	it('that do not fit are named', async () => {
		const testbed = await open();
		teamOf(testbed).maxMemberNum = 4;

		const { errorOutput } = await testbed.run(
			members('addMembers', 'dave,erin'),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: '1 of 2 members could not be added: erin',
			MemberList: [
				{ Member_Account: 'dave', Result: 1 },
				{ Member_Account: 'erin', Result: 0 },
			],
		});
	});

	it('are imported first when Tencent does not know them, where that is wanted', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			members('addMembers', 'new-1,new-2', { importMissingAccount: true }),
			[{}],
		);

		expect(output).toHaveLength(1);
		expect(teamOf(testbed).members.has('new-2')).toBe(true);
	});

	it('are removed, with the reason', async () => {
		const testbed = await open();

		await testbed.run(members('removeMembers', 'bob,nobody', { reason: 'Done' }), [{}]);

		expect(bodyOf(testbed, 'delete_group_member')).toEqual({
			GroupId: 'team',
			MemberToDel_Account: ['bob', 'nobody'],
			Silence: 0,
			Reason: 'Done',
		});
		expect([...teamOf(testbed).members.keys()]).toEqual(['alice', 'carol']);
	});

	it.each([
		['addMembers', 300],
		['removeMembers', 100],
		['muteMembers', 500],
	])('%s takes at most %i', async (operation, max) => {
		const testbed = await open();
		const list = Array.from({ length: max + 1 }, (_unused, index) => `m${index}`).join();

		const { error } = await testbed.run(group(operation, { members: list, muteTime: 60 }), [{}]);

		expect(error?.message).toBe(
			`'Members' holds ${max + 1} entries, more than the ${max} that Tencent takes`,
		);
		expect(testbed.calls()).toEqual([]);
	});

	it('who are muted cannot write until the mute is lifted', async () => {
		const testbed = await open();
		const mute = (muteTime: number) => group('muteMembers', { members: 'bob', muteTime });

		const muted = await testbed.run(mute(600), [{}]);
		const refused = await testbed.run(say('hello', { fromAccount: 'bob' }), [{}], onErrorBranch);
		await testbed.run(mute(0), [{}]);
		const written = await testbed.run(say('hello', { fromAccount: 'bob' }), [{}]);

		expect(jsons(muted.output)).toEqual([
			{ GroupId: 'team', Members_Account: ['bob'], MuteTime: 600 },
		]);
		expect(failureIn(refused.errorOutput[0]!).ErrorCode).toBe(10017);
		expect(written.output).toHaveLength(1);
	});

	it('who are muted are listed with the time of its end', async () => {
		const testbed = await open();
		const now = Math.floor(Date.now() / 1000);
		await testbed.run(group('muteMembers', { members: 'bob, carol', muteTime: 600 }), [{}]);
		await testbed.run(group('muteMembers', { members: 'carol', muteTime: 0 }), [{}]);

		const { output } = await testbed.run(group('getMuted'), [{}, { group: 'work' }]);

		expect(jsons(output)).toEqual([{ Member_Account: 'bob', MutedUntil: expect.any(Number) }]);
		expect(output[0]?.json.MutedUntil).toBeGreaterThanOrEqual(now + 600);
		expect(pairs(output)).toEqual([0]);
	});
});

describe('listing members', () => {
	const join = (testbed: Testbed, groupId: string, count: number) => {
		const { members } = testbed.simulator.world().groups.get(groupId)!;
		const bob = members.get('bob')!;
		for (let index = 0; index < count; index += 1) {
			members.set(`n${index}`, { ...bob, userId: `n${index}` });
		}
	};

	it.each([
		['team', [0, 100, 200]],
		['@TGS#_club', ['', 'cursor-100', 'cursor-200']],
	])('reads all pages of %s', async (groupId, starts) => {
		const testbed = await open();
		join(testbed, groupId, 207);

		const { output } = await testbed.run(group('getMembers', { returnAll: true }), [
			{ group: groupId },
		]);

		expect(output).toHaveLength(210);
		expect(new Set(jsons(output).map(({ Member_Account }) => Member_Account)).size).toBe(210);
		expect(
			testbed.calls().map(({ body }) => {
				const { Offset, Next } = body as IDataObject;
				return Offset ?? Next;
			}),
		).toEqual(starts);
	});

	it('returns those with a role only, and no more than wanted', async () => {
		const testbed = await open();

		const owner = await testbed.run(group('getMembers', {}, { roles: ['Owner'] }), [{}]);
		const first = await testbed.run(group('getMembers', { limit: 2 }), [{}]);

		expect(owner.output[0]?.json).toMatchObject({ Member_Account: 'alice', Role: 'Owner' });
		expect(owner.output).toHaveLength(1);
		expect(first.output.map(({ json }) => json.Member_Account)).toEqual(['alice', 'bob']);
		expect(bodyOf(testbed, 'get_group_member_info').Limit).toBe(2);
	});

	it('of a live group is refused with what Tencent says', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			group('getMembers'),
			[{ group: 'show' }],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(10007);
	});
});

describe('listing the groups of a user', () => {
	const joined = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		group('getJoined', { userId: '={{ $json.user }}', ...more }, options);

	it('names each group with the part that the user has in it', async () => {
		const testbed = await open();

		const { output } = await testbed.run(joined({}, { groupType: 'Private' }), [
			{ user: 'alice' },
			{ user: 'bob' },
		]);

		expect(output.map(({ json }) => [json.GroupId, json.Type, json.Role])).toEqual([
			['work', 'Private', 'Owner'],
			['work', 'Private', 'Member'],
		]);
		expect(pairs(output)).toEqual([0, 1]);
	});

	it('has live groups where they are wanted', async () => {
		const testbed = await open();

		const without = await testbed.run(joined(), [{ user: 'alice' }]);
		const withThem = await testbed.run(joined({}, { withHugeGroups: true }), [{ user: 'alice' }]);

		expect(withThem.output.length - without.output.length).toBe(1);
	});

	it('reads on when there are more than a page', async () => {
		const testbed = await open();
		const { groups } = testbed.simulator.world();
		for (let index = 0; index < 600; index += 1) {
			groups.set(`g${index}`, { ...teamOf(testbed), groupId: `g${index}` });
		}

		const { output } = await testbed.run(joined({ returnAll: true }), [{ user: 'carol' }]);

		expect(output).toHaveLength(602);
		expect(testbed.calls()).toHaveLength(2);
	});
});

describe('a message to a group', () => {
	it('is shown to its members, and what recalling it needs comes back', async () => {
		const testbed = await open();

		const { output } = await testbed.run(say('hello', { fromAccount: 'alice' }), [{}]);

		expect(testbed.shown('team')).toEqual(['hello']);
		expect(output[0]?.json).toEqual({
			GroupId: 'team',
			From_Account: 'alice',
			Random: expect.any(Number),
			MsgTime: expect.any(Number),
			MsgSeq: 1,
		});
	});

	it('mentions up to 30 members, and refuses more before a call', async () => {
		const testbed = await open();
		const to = (count: number) => ({
			people: Array.from({ length: count }, (_, at) => `user${at}`),
		});

		const { output, errorOutput } = await testbed.run(
			say('@all of you', { mentions: '={{ $json.people }}' }),
			[to(30), to(31)],
			onErrorBranch,
		);

		expect([output.length, errorOutput.length]).toEqual([1, 1]);
		expect(failureIn(errorOutput[0]!)?.message).toContain("'Mention'");
		expect(testbed.calls(`${service}/send_group_msg`)).toHaveLength(1);
	});

	it('carries every option under its documented name', async () => {
		const testbed = await open();

		const { error } = await testbed.run(
			group(
				'sendMessage',
				{ messageType: 'text', text: '@everybody @bob', offlinePush: { title: 'Team' } },
				{
					mentions: '@all, bob',
					msgPriority: 'High',
					msgRandom: 7,
					toAccount: 'bob',
					sendMsgControl: ['NoLastMsg', 'NoUnread'],
					forbidCallbackControl: ['ForbidAfterSendMsgCallback'],
					cloudCustomData: 'data',
					supportMessageExtension: true,
					topicId: 'topic',
				},
			),
			[{}],
		);

		expect(error).toBeUndefined();
		expect(bodyOf(testbed, 'send_group_msg')).toEqual({
			GroupId: 'team',
			TopicId: 'topic',
			Random: 7,
			MsgPriority: 'High',
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '@everybody @bob' } }],
			GroupAtInfo: [{ GroupAtAllFlag: 1 }, { GroupAtAllFlag: 0, GroupAt_Account: 'bob' }],
			To_Account: ['bob'],
			SendMsgControl: ['NoLastMsg', 'NoUnread'],
			ForbidCallbackControl: ['ForbidAfterSendMsgCallback'],
			CloudCustomData: 'data',
			SupportMessageExtension: 1,
			OfflinePushInfo: { PushFlag: 0, Title: 'Team' },
		});
		expect(testbed.calls()[0]?.unknownFields).toEqual([]);
	});

	it('is shown once when the response to it is lost', async () => {
		const testbed = await open();
		testbed.failNext(`${service}/send_group_msg`, { kind: 'status502', processed: true });

		const { output } = await testbed.run(say('hello'), [{}]);

		expect(output).toHaveLength(1);
		expect(testbed.calls()).toHaveLength(2);
		expect(testbed.shown('team')).toEqual(['hello']);
	});

	it('that the group drops is not reported as sent', async () => {
		const testbed = await open({ liveRoomPerSecond: 1 });

		const { output, errorOutput } = await testbed.run(
			group('sendMessage', { messageType: 'text', text: '={{ $json.text }}' }, { maxRetries: 0 }),
			[{ text: 'one' }, { text: 'two' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(testbed.shown('team')).toEqual(['one']);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'The group dropped the message (MsgFreqCtrl)',
			MsgDropReason: 'MsgFreqCtrl',
			mayHaveBeenSent: false,
		});
	});

	it('keeps its place among the messages of its group', async () => {
		const testbed = await open({ latencyMs: 5, latencyJitterMs: 20 });
		const texts = Array.from({ length: 8 }, (_unused, index) => `${index}`);

		await testbed.run(
			group('sendMessage', { messageType: 'text', text: '={{ $json.text }}' }),
			texts.map((text) => ({ text })),
		);

		expect(testbed.shown('team')).toEqual(texts);
	});

	it('from a sender that Tencent does not know goes out once the account is imported', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			say('hello', { fromAccount: 'newcomer', importMissingAccount: true }),
			[{}],
		);

		expect(output).toHaveLength(1);
		expect(testbed.simulator.world().accounts.has('newcomer')).toBe(true);
	});

	it.each<[string, INodeParameters]>([
		["'Online Only' and 'Send Control'", { onlineOnly: true, sendMsgControl: ['NoUnread'] }],
		["'Only To' holds 51", { toAccount: Array.from({ length: 51 }, (_u, i) => `m${i}`).join() }],
		["'Message Random' is 4294967296", { msgRandom: 2 ** 32 }],
	])('is refused without a call: %s', async (problem, options) => {
		const testbed = await open();

		const { error } = await testbed.run(say('hello', options), [{}]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it('longer than 12 KB is refused without a call', async () => {
		const testbed = await open();

		const { error } = await testbed.run(say('x'.repeat(12_300)), [{}]);

		expect(error?.message).toContain('too long');
		expect(testbed.calls()).toEqual([]);
	});
});

describe('a system notification', () => {
	const notify = (options: INodeParameters = {}) =>
		group('sendNotification', { content: '={{ ({ event: "shipped" }) }}' }, options);

	it('reaches everybody, or those who are named', async () => {
		const testbed = await open();

		await testbed.run(notify(), [{}]);
		await testbed.run(notify({ toMembers: 'bob' }), [{}]);

		expect(teamOf(testbed).notifications).toEqual([
			{ content: '{"event":"shipped"}', to: ['alice', 'bob', 'carol'] },
			{ content: '{"event":"shipped"}', to: ['bob'] },
		]);
	});

	it('is not sent again when its response is lost: nothing would tell the copy', async () => {
		const testbed = await open();
		testbed.failNext(`${service}/send_group_system_notification`, {
			kind: 'status502',
			processed: true,
		});

		const { errorOutput } = await testbed.run(notify(), [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(teamOf(testbed).notifications).toHaveLength(1);
	});
});

/** A group in which so many messages were written. */
async function openWithMessages(count: number): Promise<Testbed> {
	const testbed = await open();
	await testbed.run(
		group('sendMessage', { messageType: 'text', text: '={{ $json.text }}' }, { keepOrder: true }),
		Array.from({ length: count }, (_unused, index) => ({ text: `message ${index + 1}` })),
	);
	return testbed;
}

describe('recalling messages', () => {
	const recall = group('recallMessages', { msgSeq: '={{ $json.seq }}' });

	it('recalls the third message, and says that the second was too old', async () => {
		const testbed = await openWithMessages(3);
		teamOf(testbed).messages[1]!.time -= 8 * 86_400;

		const { output, errorOutput } = await testbed.run(
			recall,
			[{ seq: 3 }, { seq: 2 }, { seq: 99 }],
			onErrorBranch,
		);

		expect(jsons(output)).toEqual([{ GroupId: 'team', MsgSeq: 3, recalled: true }]);
		expect(teamOf(testbed).messages.map(({ place }) => place)).toEqual([0, 0, 2]);
		expect(pairs(errorOutput)).toEqual([1, 2]);
		expect(errorOutput.map(failureIn)).toMatchObject([
			{ message: 'The group message is too old to be taken back', MsgSeq: 2, RetCode: 10031 },
			{ message: 'The group message to take back was not found', MsgSeq: 99, RetCode: 10030 },
		]);
		expect(testbed.calls(`${service}/group_msg_recall`)).toHaveLength(1);
	});

	it('makes a call for each group and ten messages', async () => {
		const testbed = await openWithMessages(12);
		const items = [
			...Array.from({ length: 12 }, (_unused, index) => ({ seq: index + 1, group: 'team' })),
			{ seq: 1, group: 'work' },
		];

		const { output } = await testbed.run(recall, items, onErrorBranch);

		expect(pairs(output)).toEqual(items.slice(0, 12).map((_item, index) => index));
		const sizes = testbed.calls(`${service}/group_msg_recall`).map(({ body }) => {
			const { GroupId, MsgSeqList } = body as { GroupId: string; MsgSeqList: unknown[] };
			return [GroupId, MsgSeqList.length];
		});
		expect(sizes.sort()).toEqual([
			['team', 10],
			['team', 2],
			['work', 1],
		]);
	});

	it('is refused without a number of the message', async () => {
		const testbed = await open();

		const { error } = await testbed.run(recall, [{ seq: 0 }]);

		expect(error?.message).toContain("'Message Sequence' is 0");
	});
});

describe('reading the messages of a group', () => {
	const sequences = (items: Array<{ json: IDataObject }>) =>
		items.map(({ json }) => Number(json.MsgSeq));

	it('gives them newest first, over as many pages as it takes', async () => {
		const testbed = await openWithMessages(45);

		const { output } = await testbed.run(group('getMessages', { returnAll: true }), [{}]);

		expect(sequences(output)).toEqual(Array.from({ length: 45 }, (_unused, index) => 45 - index));
		expect(output[0]?.json).toMatchObject({ Text: 'message 45', messageKind: 'text' });
		expect(output[0]?.json.MsgBody).toEqual([
			{ MsgType: 'TIMTextElem', MsgContent: { Text: 'message 45' } },
		]);
		expect(testbed.calls(`${service}/group_msg_get_simple`)).toHaveLength(3);
	});

	it('starts where it is told to, and ends at the limit', async () => {
		const testbed = await openWithMessages(10);

		const { output } = await testbed.run(group('getMessages', { limit: 3 }, { startSeq: 8 }), [{}]);

		expect(sequences(output)).toEqual([8, 7, 6]);
		expect(bodyOf(testbed, 'group_msg_get_simple')).toEqual({
			GroupId: 'team',
			ReqMsgSeq: 8,
			ReqMsgNumber: 3,
		});
	});

	it('leaves out what was recalled unless it is wanted', async () => {
		const testbed = await openWithMessages(3);
		await testbed.run(group('recallMessages', { msgSeq: 2 }), [{}]);

		const without = await testbed.run(group('getMessages'), [{}]);
		const withIt = await testbed.run(group('getMessages', {}, { withRecalled: true }), [{}]);

		expect(sequences(without.output)).toEqual([3, 1]);
		expect(withIt.output[1]?.json).toMatchObject({ MsgSeq: 2, IsPlaceMsg: 2, MsgBody: [] });
	});
});

it('IDs of members and groups that are numbers go out as text', async () => {
	const testbed = await open();

	await testbed.run(group('removeMembers', { members: '={{ [12345, $json.user] }}' }), [
		{ group: 777, user: allUsers[0]! },
	]);

	expect(bodyOf(testbed, 'delete_group_member')).toMatchObject({
		GroupId: '777',
		MemberToDel_Account: ['12345', 'u0'],
	});
});
