import type { ListSearch } from '../../../contract';
import type { Fields } from '../../../parameters/fields';
import { recordsIn } from '../records';
import { named, nextPage } from './paging';

/** The group that is chosen beside the agent; an expression has no value yet in the editor. */
function chosenGroup(panel: Fields): number | undefined {
	const chosen = ['groupId', 'options.groupId']
		.map((name) => panel.optionalId(name, 'Agent Group', { kind: 'word' }))
		.find((group) => group !== undefined && /^\d+$/.test(group));
	return chosen === undefined ? undefined : Number(chosen);
}

/** Agents of Desk, or those of the chosen group (CN269-124319, CN269-127649). */
export const agents: ListSearch = {
	path: (panel) =>
		chosenGroup(panel) === undefined
			? 'desk_http_svc/get_member_list'
			: 'desk_http_svc/get_member_list_in_group',
	perSecond: 50,
	body(_filter, token, panel) {
		const group = chosenGroup(panel);
		return {
			...(group === undefined ? {} : { MemberGroupID: group }),
			PageSize: 100,
			PageNum: Number(token ?? 0),
		};
	},
	choices: (response) =>
		recordsIn(response, 'MemberList')
			.map(({ NickName, MemberMail }) => {
				const value = String(MemberMail);
				return { name: named(NickName, value), value };
			})
			// They come in the order in which they were created.
			.sort((one, other) => one.name.localeCompare(other.name)),
	nextToken: (response, body) =>
		nextPage(response, body, 'PageNum', recordsIn(response, 'MemberList').length)?.toString(),
};
