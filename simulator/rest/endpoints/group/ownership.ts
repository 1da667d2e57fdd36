import { filled, text } from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { tellOwnerChanged } from '../../../callbacks/groupChanges';
import { groupCommand } from './groupCommand';

/** Transferring Group Ownership (1047/34966): to a member only. */
export const changeGroupOwner: Endpoint = groupCommand(
	'change_group_owner',
	{ NewOwner_Account: filled, 'From_Account?': text },
	(call, group) => {
		const member = group.members.get(String(call.body.NewOwner_Account));
		if (!member) return refuse(10004, 'the new owner is no member');
		const old = group.owner;
		const before = group.members.get(old);
		if (before) before.role = 'Member';
		member.role = 'Owner';
		group.owner = member.userId;
		tellOwnerChanged(call, group, old);
		return { response: {} };
	},
	{ ordinary: true },
);
