import type { IDataObject } from 'n8n-workflow';
import type { ListSearch } from '../../../contract';
import type { Fields } from '../../../parameters/fields';
import { recordsIn } from '../records';
import { named } from './paging';

const isPersonal = (panel: Fields) =>
	panel.optionalChoice('kind', 'Kind', ['shared', 'personal']) === 'personal';

/** Replies come in a list, or in one list for each category (CN269-119752, CN269-119756). */
const repliesIn = (records: IDataObject[]): IDataObject[] =>
	records.flatMap((record) =>
		Array.isArray(record.QuickReplyList) ? (record.QuickReplyList as IDataObject[]) : [record],
	);

/** Quick replies of the chosen category, or of the chosen agent, by their titles. */
export const quickReplies: ListSearch = {
	path: (panel) =>
		isPersonal(panel)
			? 'desk_http_svc/get_available_quick_reply_list'
			: 'desk_http_svc/get_quick_reply_list',
	perSecond: 50,
	body: (_filter, _token, panel) =>
		isPersonal(panel)
			? { MemberId: panel.id('memberId', 'Agent') }
			: { GroupId: panel.id('categoryId', 'Category') },
	choices: (response) =>
		repliesIn(recordsIn(response, 'Data')).map(({ QuickReplyId, Title }) => {
			const value = String(QuickReplyId);
			return { name: named(Title, value), value };
		}),
	nextToken: () => undefined,
};
