import type { GroupMember } from '../../../state/groups';
import type { Call, Endpoint, Outcome } from '../../endpoint';
import { findGroup, groupRules, seconds, withinResponse } from './groupChecks';

/** Chat > Getting the Muted Members of a Group (v4/group_open_http_svc/get_group_muted_account). */
export const getMutedMembers: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/get_group_muted_account',
	fields: ['GroupId', 'TopicId'],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		const isMuted = ({ muteUntil }: GroupMember) => muteUntil > seconds(call);
		return withinResponse({
			GroupId: group.groupId,
			MutedAccountList: [...group.members.values()]
				.filter(isMuted)
				.map(({ userId, muteUntil }) => ({ Member_Account: userId, MutedUntil: muteUntil })),
		});
	},
};
