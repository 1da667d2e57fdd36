import { isObject, type JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import {
	groupRules,
	groupNamed,
	groupObject,
	isListOrAbsent,
	memberObject,
	readAccounts,
	withinResponse,
} from './groupChecks';

/** Chat > Getting Group Profiles (v4/group_open_http_svc/get_group_info). */
export const getGroupInfo: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/get_group_info',
	fields: ['GroupIdList', 'ResponseFilter'],
	handle(call: Call): Outcome {
		const ids = readAccounts(call.body.GroupIdList, 'GroupIdList', 50);
		if ('code' in ids) return ids;
		const { ResponseFilter: filter } = call.body;
		if (filter !== undefined && !isObject(filter)) {
			return refuse(10004, 'ResponseFilter has to be an Object');
		}
		const base = filter?.GroupBaseInfoFilter;
		const members = filter?.MemberInfoFilter;
		const custom = filter?.AppDefinedDataFilter_Group;
		const ofMembers = filter?.AppDefinedDataFilter_GroupMember;
		if (
			!isListOrAbsent(base) ||
			!isListOrAbsent(members) ||
			!isListOrAbsent(custom) ||
			!isListOrAbsent(ofMembers)
		) {
			return refuse(10004, 'a filter has to be an Array of String');
		}
		const infos = ids.map((groupId): JsonObject => {
			const group = groupNamed(call, groupId);
			if ('code' in group) {
				return { GroupId: groupId, ErrorCode: group.code, ErrorInfo: group.info };
			}
			// "Once filters are given only named fields come back."
			const wanted = (list: string[] | undefined) => (filter ? (list ?? []) : undefined);
			const fields = wanted(custom);
			const data = [...group.appDefinedData].filter(([key]) => fields?.includes(key) ?? true);
			return {
				GroupId: groupId,
				ErrorCode: 0,
				ErrorInfo: '',
				Appid: call.state.app.sdkAppId,
				...groupObject(group, wanted(base)),
				...((!filter || custom) && {
					AppDefinedData: data.map(([Key, Value]) => ({ Key, Value })),
				}),
				...((!filter || members) && {
					MemberList: [...group.members.values()].map((member) =>
						memberObject(member, members, ofMembers),
					),
				}),
			};
		});
		return withinResponse({ GroupInfo: infos });
	},
};
