import type { ListSearch } from '../../../contract';
import type { Fields } from '../../../parameters/fields';
import { recordsIn } from '../records';
import { named } from './paging';

/** A search wants them all; more at once would come near the largest response, 1 MB. */
const searched = 5_000;
/** As many as get their names with one more call. */
const shown = 50;
const shownWithNames = 100;
/** Joined groups come with their names, so that fewer make a large response. */
const searchedWithNames = 500;

/** Who sends, where the panel says so; an expression has no value yet in the editor. */
function senderIn(panel: Fields): string | undefined {
	const account = panel.optionalId('options.fromAccount', 'From User ID', { kind: 'word' });
	return account?.startsWith('=') ? undefined : account;
}

/**
 * Chat groups: of the app, by ID (D23, "Getting All Groups in an App"), or those that the chosen
 * sender has joined (D23, "Getting the Groups of a User").
 */
export const groups: ListSearch = {
	path: (panel) =>
		senderIn(panel) === undefined
			? 'group_open_http_svc/get_appid_group_list'
			: 'group_open_http_svc/get_joined_group_list',
	perSecond: 1,
	body(filter, token, panel) {
		const sender = senderIn(panel);
		if (sender === undefined) {
			return { Limit: filter ? searched : shown, Next: Number(token ?? 0) };
		}
		return {
			Member_Account: sender,
			Limit: filter ? searchedWithNames : shownWithNames,
			Offset: Number(token ?? 0),
			WithHugeGroups: 1,
			ResponseFilter: { GroupBaseInfoFilter: ['Name'] },
		};
	},
	choices: (response) =>
		recordsIn(response, 'GroupIdList').map(({ GroupId, Name }) => {
			const value = String(GroupId);
			return { name: named(Name, value), value };
		}),
	naming: {
		path: 'group_open_http_svc/get_group_info',
		perSecond: 50,
		max: 50,
		body: (choices) => ({
			GroupIdList: choices.map(({ value }) => value),
			ResponseFilter: { GroupBaseInfoFilter: ['Name'] },
		}),
		names: (response) =>
			new Map(
				recordsIn(response, 'GroupInfo').map(({ GroupId, Name }) => {
					const id = String(GroupId);
					return [id, named(Name, id)];
				}),
			),
	},
	nextToken(response, { Offset: offset }) {
		if (offset === undefined) {
			// Wider than 32 bit, and 0 at the end.
			return Number(response.Next ?? 0) === 0 ? undefined : String(response.Next);
		}
		const { length } = recordsIn(response, 'GroupIdList');
		const read = Number(offset) + length;
		return length > 0 && read < Number(response.TotalCount ?? 0) ? String(read) : undefined;
	},
};
