import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import {
	appIdField,
	inLibrary,
	libraryProperty,
	maxPage,
	moderationRateLimit,
	readLibrary,
	readSearch,
	searchOption,
} from './moderationFields';

export const getWords: ListOperation = {
	value: 'getWords',
	name: 'Get Words',
	action: 'Get words of a word list',
	description: 'List the words of a library that messages are checked for',
	documentation: 'https://trtc.io/document/77830',
	shape: 'list',
	path: 'im_msg_audit_mgr/get_cloud_audit_keywords',
	properties: [libraryProperty],
	options: [searchOption],
	request: (fields) =>
		withoutAbsent({
			LibID: readLibrary(fields),
			Offset: 0,
			Content: readSearch(fields),
		}),
	appIdField,
	orderingKey: inLibrary,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	list: {
		page: { field: 'Limit', max: maxPage },
		records: (response) => recordsIn(response, 'Infos'),
		nextPage: nextOffset,
	},
};
