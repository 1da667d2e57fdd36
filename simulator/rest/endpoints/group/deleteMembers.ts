import { tellMembersLeft } from '../../../callbacks/group';
import { isZeroOrOne } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findOrdinaryGroup, groupRules, readAccounts } from './groupChecks';

/** Chat > Deleting Group Members (v4/group_open_http_svc/delete_group_member). */
export const deleteGroupMembers: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/delete_group_member',
	fields: ['GroupId', 'MemberToDel_Account', 'Silence', 'Reason'],
	handle(call: Call): Outcome {
		const group = findOrdinaryGroup(call, 10004);
		if ('code' in group) return group;
		const { MemberToDel_Account, Silence, Reason } = call.body;
		if (Silence !== undefined && !isZeroOrOne(Silence)) {
			return refuse(10004, 'Silence has to be 0 or 1');
		}
		if (Reason !== undefined && typeof Reason !== 'string') {
			return refuse(10004, 'Reason has to be a String');
		}
		const accounts = readAccounts(MemberToDel_Account, 'MemberToDel_Account', 100);
		if ('code' in accounts) return accounts;
		// "A user who is not in the group still gives success."
		const left = accounts.filter((account) => group.members.delete(account));
		tellMembersLeft(call, group, left);
		return { response: {} };
	},
};
