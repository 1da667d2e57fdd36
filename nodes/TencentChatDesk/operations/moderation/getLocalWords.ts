import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import { filterProperty, localPage, readFilter } from './localWords';
import {
	appIdField,
	maxPage,
	moderationRateLimit,
	ofApp,
	readSearch,
	searchOption,
} from './moderationFields';

export const getLocalWords: ListOperation = {
	value: 'getLocalWords',
	name: 'Get Local Words',
	action: 'Get words of the local filter',
	description: 'List the words that the local filter replaces or blocks',
	documentation: localPage,
	shape: 'list',
	path: 'im_msg_audit_mgr/get_local_audit_keywords',
	properties: [filterProperty],
	options: [searchOption],
	request: (fields) =>
		withoutAbsent({
			FilterType: readFilter(fields),
			Offset: 0,
			Keyword: readSearch(fields),
		}),
	appIdField,
	orderingKey: ofApp,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	list: {
		page: { field: 'Limit', max: maxPage },
		records: (response) => recordsIn(response, 'LocalAuditWords'),
		nextPage: nextOffset,
	},
};
