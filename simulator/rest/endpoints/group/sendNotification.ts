import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findGroup, groupRules, isListOrAbsent } from './groupChecks';

/** Chat > Sending System Messages in a Group (v4/group_open_http_svc/send_group_system_notification). */
export const sendGroupNotification: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/send_group_system_notification',
	fields: ['GroupId', 'Content', 'ToMembers_Account', 'TopicId'],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		const { Content, ToMembers_Account: to } = call.body;
		if (typeof Content !== 'string' || Content === '') return refuse(10004, 'Content is missing');
		if (!isListOrAbsent(to) || (to?.length ?? 0) > 500) {
			return refuse(10004, 'ToMembers_Account has to be an Array of up to 500 String');
		}
		const everybody = to === undefined || to.length === 0;
		if (!everybody && group.type === 'AVChatRoom') {
			return refuse(10004, 'in a live group everybody gets it');
		}
		group.notifications.push({
			content: Content,
			to: everybody ? [...group.members.keys()] : to.filter((id) => group.members.has(id)),
		});
		return { response: {} };
	},
};
