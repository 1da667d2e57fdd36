import { isInteger } from '../../../json';
import { groupTypes } from '../../../state/groups';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { groupRules, withinResponse } from './groupChecks';

const maxLimit = 10_000;

/** The sample of the page shows a Next wider than 32 bit: it is no offset that callers compute. */
const firstCursor = 2 ** 32;

/** Chat > Getting All Groups in an App (v4/group_open_http_svc/get_appid_group_list). */
export const getAllGroups: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/get_appid_group_list',
	callsPerSecond: 1,
	fields: ['Limit', 'Next', 'GroupType'],
	handle({ body, state }: Call): Outcome {
		const { Limit = maxLimit, Next = 0, GroupType } = body;
		if (!isInteger(Limit) || Limit < 1 || Limit > maxLimit) {
			return refuse(10004, `Limit has to be an Integer from 1 to ${maxLimit}`);
		}
		if (!isInteger(Next)) return refuse(10004, 'Next has to be an Integer');
		const start = Next === 0 ? 0 : Next - firstCursor;
		if (start < 0) return refuse(10004, 'Next is none that was given out');
		if (GroupType !== undefined && !groupTypes.some((type) => type === GroupType)) {
			return refuse(10004, 'GroupType is none of the group types');
		}
		const groups = [...state.world.groups.values()].filter(
			({ type }) => GroupType === undefined || type === GroupType,
		);
		const end = start + Limit;
		return withinResponse({
			TotalCount: groups.length,
			GroupIdList: groups.slice(start, end).map(({ groupId }) => ({ GroupId: groupId })),
			Next: end < groups.length ? firstCursor + end : 0,
		});
	},
};
