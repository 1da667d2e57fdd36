import type { ListOperation } from '../operation';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import { appIdField, maxPage, moderationRateLimit, ofApp } from './moderationFields';

export const getWordLists: ListOperation = {
	value: 'getWordLists',
	name: 'Get Word Lists',
	action: 'Get word lists of the moderation',
	description: 'List the libraries of words that messages are checked for in the cloud',
	documentation: 'https://trtc.io/document/77829',
	shape: 'list',
	path: 'im_msg_audit_mgr/get_cloud_audit_keywords_ids',
	properties: [],
	options: [],
	request: () => ({ Offset: 0 }),
	appIdField,
	orderingKey: ofApp,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	list: {
		page: { field: 'Limit', max: maxPage },
		records: (response) => recordsIn(response, 'Infos'),
		nextPage: nextOffset,
	},
};
