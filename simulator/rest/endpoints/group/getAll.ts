import { isInteger } from '../../../json';
import { GROUP_TYPES } from '../../../state/groups';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { GROUP_RULES, withinAnswer } from './groupChecks';

const MAX_LIMIT = 10_000;

/** The sample of the page shows a Next wider than 32 bit: it is no offset that callers compute. */
const FIRST_CURSOR = 2 ** 32;

/** Chat > Getting All Groups in an App (v4/group_open_http_svc/get_appid_group_list). */
export const getAllGroups: Endpoint = {
	...GROUP_RULES,
	path: 'group_open_http_svc/get_appid_group_list',
	callsPerSecond: 1,
	fields: ['Limit', 'Next', 'GroupType'],
	handle({ body, state }: Call): Outcome {
		const { Limit = MAX_LIMIT, Next = 0, GroupType } = body;
		if (!isInteger(Limit) || Limit < 1 || Limit > MAX_LIMIT) {
			return refuse(10004, `Limit has to be an Integer from 1 to ${MAX_LIMIT}`);
		}
		if (!isInteger(Next)) return refuse(10004, 'Next has to be an Integer');
		const start = Next === 0 ? 0 : Next - FIRST_CURSOR;
		if (start < 0) return refuse(10004, 'Next is none that was given out');
		if (GroupType !== undefined && !GROUP_TYPES.some((type) => type === GroupType)) {
			return refuse(10004, 'GroupType is none of the group types');
		}
		const groups = [...state.world.groups.values()].filter(
			({ type }) => GroupType === undefined || type === GroupType,
		);
		const end = start + Limit;
		return withinAnswer({
			TotalCount: groups.length,
			GroupIdList: groups.slice(start, end).map(({ groupId }) => ({ GroupId: groupId })),
			Next: end < groups.length ? FIRST_CURSOR + end : 0,
		});
	},
};
