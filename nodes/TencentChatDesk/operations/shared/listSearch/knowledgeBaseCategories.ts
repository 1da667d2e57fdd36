import type { ListSearch } from '../../../contract';
import { recordsIn } from '../records';
import { named } from './paging';

/** Categories of FAQ questions, all in one answer (C1229-68849). */
export const knowledgeBaseCategories: ListSearch = {
	path: 'openim_console_http_svc/desc_faq_category',
	perSecond: 2.5,
	body: () => ({}),
	choices: (response) =>
		recordsIn(response, 'List').map(({ CategoryId, Title }) => {
			const value = Number(CategoryId);
			return { name: named(Title, value), value };
		}),
	nextToken: () => undefined,
};
