import { isObject, type JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import {
	groupRules,
	groupObject,
	isCountOrAbsent,
	isListOrAbsent,
	memberObject,
	withinResponse,
} from './groupChecks';

const maxLimit = 5000;

/** Chat > Getting the Groups of a User (v4/group_open_http_svc/get_joined_group_list). */
export const getJoinedGroups: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/get_joined_group_list',
	fields: [
		'Member_Account',
		'WithHugeGroups',
		'WithNoActiveGroups',
		'Limit',
		'Offset',
		'GroupType',
		'SupportTopic',
		'ResponseFilter',
	],
	handle(call: Call): Outcome {
		const { Member_Account, WithHugeGroups, Limit, Offset, GroupType } = call.body;
		if (typeof Member_Account !== 'string' || Member_Account === '') {
			return refuse(10004, 'Member_Account has to be a String');
		}
		if (!isCountOrAbsent(Limit) || !isCountOrAbsent(Offset) || (Limit ?? 0) > maxLimit) {
			return refuse(10004, 'Limit and Offset have to be Integers, Limit up to 5000');
		}
		const { ResponseFilter: filter } = call.body;
		if (filter !== undefined && !isObject(filter)) {
			return refuse(10004, 'ResponseFilter has to be an Object');
		}
		const base = filter?.GroupBaseInfoFilter;
		const self = filter?.SelfInfoFilter;
		if (!isListOrAbsent(base) || !isListOrAbsent(self)) {
			return refuse(10004, 'a filter has to be an Array of String');
		}
		const joined = [...call.state.world.groups.values()].filter(
			({ members, type }) =>
				members.has(Member_Account) &&
				(GroupType === undefined || type === GroupType) &&
				(type !== 'AVChatRoom' || WithHugeGroups === 1),
		);
		const start = Offset ?? 0;
		const page = joined.slice(start, Limit === undefined ? undefined : start + Limit);
		return withinResponse({
			TotalCount: joined.length,
			GroupIdList: page.map((group): JsonObject => {
				const { Member_Account: _account, ...own } = memberObject(
					group.members.get(Member_Account)!,
					self,
				);
				return {
					GroupId: group.groupId,
					...(base && groupObject(group, base)),
					...(self && { SelfInfo: own }),
				};
			}),
		});
	},
};
