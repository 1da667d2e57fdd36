import { byId } from '../editor/workflows';
import { once, step, type Story, withErrorBranch } from './story';

const newcomers = Array.from({ length: 12 }, (_unused, index) => ({
	mail: `agent${index}@example.com`,
	name: `Agent ${index}`,
}));
const theirMails = newcomers.map(({ mail }) => mail);

export const agentStories: Story[] = [
	{
		name: 'takes on twelve agents in two calls, with a group and a role for them',
		items: newcomers,
		steps: [
			step('Take on', 'agent.create', {
				memberMail: '={{ $json.mail }}',
				nickName: '={{ $json.name }}',
			}),
			step(
				'Make a group',
				'agentGroup.create',
				{
					name: 'Summer',
					memberMails: "={{ $('Take on').all().map((item) => item.json.MemberMail) }}",
				},
				once,
			),
			step('Change the role', 'role.update', {
				roleId: 101,
				updateFields: { name: 'Summer staff', groupIds: '={{ $json.MemberGroupID }}' },
			}),
			step('Look', 'agent.getMany', {
				agentsOf: 'group',
				groupId: "={{ $('Make a group').item.json.MemberGroupID }}",
				returnAll: true,
			}),
		],
		check(end) {
			expect(end.calls('desk_http_svc/create_members')).toHaveLength(2);
			expect(end.json('Take on').map(({ MemberMail }) => MemberMail)).toEqual(theirMails);
			expect(end.json('Look').map(({ MemberMail }) => MemberMail)).toEqual(theirMails);
			expect(end.world.agents.get('agent11@example.com')?.nickName).toBe('Agent 11');
			expect(end.world.office.roles.get(101)).toMatchObject({
				name: 'Summer staff',
				groupIds: [end.json('Make a group')[0]?.MemberGroupID],
			});
		},
	},
	{
		name: 'sends agents to lunch under their new names, and says which one does not exist',
		items: [
			{ mail: 'mia@example.com', name: 'Mia B.' },
			{ mail: 'nobody@example.com', name: 'Nobody' },
		],
		steps: [
			step(
				'Lunch',
				'agent.setStatus',
				{ memberId: '={{ $json.mail }}', status: 'STATUS_REST', restReason: 'Lunch' },
				withErrorBranch,
			),
			step('Rename', 'agent.update', {
				memberId: '={{ $json.MemberMail }}',
				updateFields: { nickName: "={{ $('Start').item.json.name }}" },
			}),
		],
		check(end) {
			expect(end.failures('Lunch')).toMatchObject([{ item: 1, error: { ErrorCode: 141010 } }]);
			expect(end.json('Rename')).toEqual([{ MemberMail: 'mia@example.com' }]);
			expect(end.world.agents.get('mia@example.com')).toMatchObject({
				state: 'onBreak',
				nickName: 'Mia B.',
			});
		},
	},
	{
		name: 'renames an agent group, looks at all of them, and deletes it',
		steps: [
			step('Rename', 'agentGroup.update', {
				groupId: byId(9467),
				updateFields: { name: 'Evenings', memberMails: 'mia@example.com' },
			}),
			step('All groups', 'agentGroup.getMany', { returnAll: true }),
			step('Delete', 'agentGroup.delete', { groupId: byId(9467) }, once),
		],
		check(end) {
			expect(end.json('All groups')).toContainEqual(
				expect.objectContaining({ MemberGroupName: 'Evenings', GroupMemberCount: 1 }),
			);
			expect(end.json('Delete')).toEqual([{ MemberGroupID: 9467, deleted: true }]);
			expect([...end.world.agentGroups.keys()]).toEqual([9465, 9466]);
		},
	},
];
