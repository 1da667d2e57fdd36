import type { ChoiceList } from '../../contract';
import { recordsIn } from '../records';

/** A search wants them all; more at once would come near the largest answer, 1 MB. */
const searched = 5_000;
const shown = 100;

/** Chat groups, by ID alone (D23, "Getting All Groups in an App"). */
export const groups: ChoiceList = {
	path: 'group_open_http_svc/get_appid_group_list',
	perSecond: 1,
	body: (filter, token) => ({ Limit: filter ? searched : shown, Next: Number(token ?? 0) }),
	choices: (answer) =>
		recordsIn(answer, 'GroupIdList').map(({ GroupId }) => {
			const value = String(GroupId);
			return { name: value, value };
		}),
	// Wider than 32 bit, and 0 at the end.
	next: ({ Next: next }) => (Number(next ?? 0) === 0 ? undefined : String(next)),
};
