import type { World } from '../../../simulator';
import { byId } from '../editor/workflows';
import { once, step, type Story, withErrorBranch } from './story';

const order = byId('order-4711');
const team = byId('team');

const now = () => Math.floor(Date.now() / 1000);
const eightDays = 8 * 86_400;

/** Messages that somebody wrote into the team's group, the last of them just now. */
function plant({ groups }: World, count: number): void {
	const group = groups.get('team')!;
	group.lastSeq = count;
	for (let seq = 1; seq <= count; seq++) {
		group.messages.push({
			sender: 'alice',
			seq,
			random: seq,
			time: now(),
			elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text: `message ${seq}` } }],
			priority: 1,
			place: 0,
			system: false,
		});
	}
}

export const groupStories: Story[] = [
	{
		name: 'runs the group of an order, from its opening to its end',
		steps: [
			step('Open', 'group.create', {
				name: 'Order 4711',
				options: { groupId: 'order-4711', owner: 'alice', members: 'bob' },
			}),
			step('Add', 'group.addMembers', { groupId: order, members: 'carol, dave' }),
			step('Describe', 'group.update', {
				groupId: order,
				updateFields: { introduction: 'About order 4711' },
			}),
			step('Tell', 'group.sendMessage', {
				groupId: order,
				text: 'It was shipped',
				options: { fromAccount: 'alice' },
			}),
			step('Mute', 'group.muteMembers', { groupId: order, members: 'bob', muteTime: 3600 }),
			step('Quiet', 'group.getMuted', { groupId: order }),
			step('Dismiss', 'group.removeMembers', { groupId: order, members: 'dave' }),
			step('Members', 'group.getMembers', { groupId: order, returnAll: true }),
			step('Look', 'group.get', { groupId: order }, once),
			step('Of Carol', 'group.getJoined', { userId: 'carol', returnAll: true }),
			step('Close', 'group.delete', { groupId: order }, once),
		],
		check(end) {
			expect(end.json('Open')).toMatchObject([{ GroupId: 'order-4711' }]);
			expect(end.json('Add')).toMatchObject([
				{
					MemberList: [
						{ Member_Account: 'carol', Result: 1 },
						{ Member_Account: 'dave', Result: 1 },
					],
				},
			]);
			expect(end.seen('order-4711')).toEqual(['It was shipped']);
			expect(end.json('Quiet')).toEqual([
				{ Member_Account: 'bob', MutedUntil: expect.any(Number) as number },
			]);
			expect(end.json('Members')).toMatchObject([
				{ Member_Account: 'alice', Role: 'Owner', MuteUntil: 0 },
				{ Member_Account: 'bob', MuteUntil: expect.any(Number) },
				{ Member_Account: 'carol', MuteUntil: 0 },
			]);
			expect(Number(end.json('Members')[1]?.MuteUntil)).toBeGreaterThan(now());
			expect(end.json('Look')).toMatchObject([
				{ Introduction: 'About order 4711', MemberNum: 3, NextMsgSeq: 2 },
			]);
			expect(end.json('Of Carol')).toContainEqual(
				expect.objectContaining({ GroupId: 'order-4711', Role: 'Member' }),
			);
			expect(end.json('Close')).toEqual([{ GroupId: 'order-4711', deleted: true }]);
			expect(end.world.groups.has('order-4711')).toBe(false);
		},
	},
	{
		name: "notifies the apps of a group's members, without a message that people see",
		items: [{ order: 'A-1' }, { order: 'A-2' }],
		steps: [
			step('Notify', 'group.sendNotification', {
				groupId: team,
				content: '={{ { shipped: $json.order } }}',
				options: { toMembers: 'bob, carol' },
			}),
		],
		check(end) {
			expect(end.pairs('Notify')).toEqual([0, 1]);
			expect(end.world.groups.get('team')?.notifications).toEqual([
				{ content: '{"shipped":"A-1"}', to: ['bob', 'carol'] },
				{ content: '{"shipped":"A-2"}', to: ['bob', 'carol'] },
			]);
			expect(end.seen('team')).toEqual([]);
		},
	},
	{
		name: 'recalls the third message, and says that the second was too old',
		items: [{ seq: 3 }, { seq: 2 }],
		before(world) {
			plant(world, 3);
			world.groups.get('team')!.messages[1]!.time -= eightDays;
		},
		steps: [
			step(
				'Recall',
				'group.recallMessages',
				{ groupId: team, msgSeq: '={{ $json.seq }}' },
				withErrorBranch,
			),
		],
		check(end) {
			expect(end.json('Recall')).toEqual([{ GroupId: 'team', MsgSeq: 3, recalled: true }]);
			expect(end.failures('Recall')).toMatchObject([
				{ item: 1, error: { message: 'The group message is too old to be taken back', MsgSeq: 2 } },
			]);
			expect(end.world.groups.get('team')?.messages.map(({ place }) => place)).toEqual([0, 0, 2]);
			expect(end.calls('group_open_http_svc/group_msg_recall')).toHaveLength(1);
		},
	},
	{
		name: 'reads all messages of a group over several pages, the newest first',
		before: (world) => plant(world, 45),
		steps: [step('Messages', 'group.getMessages', { groupId: team, returnAll: true })],
		check(end) {
			expect(end.json('Messages').map(({ MsgSeq }) => MsgSeq)).toEqual(
				Array.from({ length: 45 }, (_unused, index) => 45 - index),
			);
			expect(end.calls('group_open_http_svc/group_msg_get_simple')).toHaveLength(3);
		},
	},
];
