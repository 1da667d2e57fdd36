import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	appIdField,
	inLibrary,
	libraryProperty,
	moderationRateLimit,
	readLibrary,
	readWords,
	wordsProperty,
} from './moderationFields';
import { areGone } from './wordsGone';

export const removeWords: SingleOperation = {
	value: 'removeWords',
	name: 'Remove Words',
	action: 'Remove words from a word list',
	description: 'Take words out of a library that messages are checked for',
	documentation: 'https://trtc.io/document/77832',
	shape: 'single',
	path: 'im_msg_audit_mgr/delete_cloud_audit_keywords',
	properties: [libraryProperty, wordsProperty],
	options: [],
	request: (fields) => ({ LibID: readLibrary(fields), Keywords: readWords(fields) }),
	appIdField,
	orderingKey: inLibrary,
	retry: { policy: 'idempotent' },
	rateLimit: moderationRateLimit,
	lookup: areGone,
	interpret: (response, { LibID }) => sent(response, { LibID }),
};
