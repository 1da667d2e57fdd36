import { tellMembersJoined } from '../../../callbacks/group';
import { isObject, isZeroOrOne, type JsonObject } from '../../../json';
import { addMember } from '../../../state/groups';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findOrdinaryGroup, groupRules, seconds } from './groupChecks';

/** The error table says 300; a page on limits has fewer for some types of groups. */
const maxMembersOfACall = 300;

const failed = 0;
const added = 1;
const alreadyIn = 2;

/**
 * Chat > Adding Group Members (v4/group_open_http_svc/add_group_member). No page says why a
 * Result is 0; here it is for who does not fit any more when others still did.
 */
export const addGroupMembers: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/add_group_member',
	fields: ['GroupId', 'MemberList', 'Silence'],
	handle(call: Call): Outcome {
		const group = findOrdinaryGroup(call);
		if ('code' in group) return group;
		const { MemberList, Silence } = call.body;
		if (Silence !== undefined && !isZeroOrOne(Silence)) {
			return refuse(10004, 'Silence has to be 0 or 1');
		}
		if (!Array.isArray(MemberList) || MemberList.length === 0) {
			return refuse(10004, 'MemberList has to be an Array');
		}
		if (MemberList.length > maxMembersOfACall) return refuse(10005, 'more than 300 members');
		const accounts: string[] = [];
		for (const item of MemberList) {
			const account = isObject(item) ? item.Member_Account : undefined;
			if (typeof account !== 'string') return refuse(10004, 'Member_Account is missing');
			if (!accountExists(call.state.world, account)) {
				return refuse(10019, `${account} does not exist`);
			}
			accounts.push(account);
		}
		if (group.members.size >= group.maxMemberNum) {
			const others = accounts.filter((account) => !group.members.has(account));
			if (others.length > 0) return refuse(10014, 'the group is full');
		}
		const joined: string[] = [];
		const results = accounts.map((account): JsonObject => {
			if (group.members.has(account)) return { Member_Account: account, Result: alreadyIn };
			if (group.members.size >= group.maxMemberNum) {
				return { Member_Account: account, Result: failed };
			}
			addMember(group, account, 'Member', seconds(call));
			joined.push(account);
			return { Member_Account: account, Result: added };
		});
		tellMembersJoined(call, group, joined);
		return { response: { MemberList: results } };
	},
};
