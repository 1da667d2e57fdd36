import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import {
	findOrdinaryGroup,
	groupRules,
	isCountOrAbsent,
	isListOrAbsent,
	memberObject,
	withinResponse,
} from './groupChecks';

const maxByOffset = 200;
const maxByNext = 100;

/** Chat > Getting Profiles of Group Members (v4/group_open_http_svc/get_group_member_info). */
export const getGroupMembers: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/get_group_member_info',
	fields: [
		'GroupId',
		'Limit',
		'Offset',
		'Next',
		'MemberInfoFilter',
		'MemberRoleFilter',
		'AppDefinedDataFilter_GroupMember',
	],
	handle(call: Call): Outcome {
		const group = findOrdinaryGroup(call);
		if ('code' in group) return group;
		const { Limit, Offset, Next, MemberInfoFilter: filter, MemberRoleFilter: roles } = call.body;
		if (!isCountOrAbsent(Limit) || !isCountOrAbsent(Offset)) {
			return refuse(10004, 'Limit and Offset have to be Integers');
		}
		const { AppDefinedDataFilter_GroupMember: custom } = call.body;
		if (!isListOrAbsent(filter) || !isListOrAbsent(roles) || !isListOrAbsent(custom)) {
			return refuse(10004, 'a filter has to be an Array of String');
		}
		const members = [...group.members.values()].filter(
			({ role }) => roles === undefined || roles.includes(role),
		);
		if (group.type === 'Community') {
			// Only communities have the cursor, and they need it: "" at first.
			if (typeof Next !== 'string' || Offset !== undefined) {
				return refuse(10004, 'a community takes Next and no Offset');
			}
			if (Limit !== undefined && Limit > maxByNext) return refuse(10004, 'Limit is over 100');
			const start = Next === '' ? 0 : Number(Next.replace('cursor-', ''));
			if (Number.isNaN(start)) return refuse(10004, 'Next is none that was given');
			const end = start + (Limit ?? maxByNext);
			return withinResponse({
				MemberNum: group.members.size,
				MemberList: members.slice(start, end).map((member) => memberObject(member, filter, custom)),
				Next: end < members.length ? `cursor-${end}` : '',
			});
		}
		if (Next !== undefined) return refuse(10004, 'only communities take Next');
		if (Limit !== undefined && Limit > maxByOffset) return refuse(10004, 'Limit is over 200');
		const start = Offset ?? 0;
		const end = Limit === undefined ? undefined : start + Limit;
		return withinResponse({
			MemberNum: group.members.size,
			MemberList: members.slice(start, end).map((member) => memberObject(member, filter, custom)),
		});
	},
};
