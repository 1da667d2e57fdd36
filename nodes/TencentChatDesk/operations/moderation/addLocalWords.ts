import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	filterProperty,
	localPage,
	readFilter,
	readWordType,
	wordTypeProperty,
} from './localWords';
import {
	appIdField,
	moderationRateLimit,
	ofApp,
	readWords,
	wordsProperty,
} from './moderationFields';

const replace = 1;

export const addLocalWords: SingleOperation = {
	value: 'addLocalWords',
	name: 'Add Local Words',
	action: 'Add words to the local filter',
	description: 'Add words that the local filter replaces or blocks',
	documentation: localPage,
	shape: 'single',
	path: 'im_msg_audit_mgr/add_local_audit_keywords',
	properties: [
		wordsProperty,
		wordTypeProperty,
		filterProperty,
		{
			displayName: 'Replace With',
			name: 'replacedContent',
			type: 'string',
			default: '***',
			displayOptions: { show: { filterType: [replace] } },
			placeholder: 'e.g. ***',
			description: 'What is shown in place of the words',
		},
	],
	options: [],
	request(fields) {
		const FilterType = readFilter(fields);
		const WordType = readWordType(fields);
		const ReplacedContent =
			FilterType === replace ? fields.optionalText('replacedContent', 'Replace With') : undefined;
		return {
			LocalAuditWords: readWords(fields).map((Keyword) =>
				withoutAbsent({ Keyword, WordType, FilterType, ReplacedContent }),
			),
		};
	},
	appIdField,
	orderingKey: ofApp,
	retry: { policy: 'unsafe' },
	rateLimit: moderationRateLimit,
	interpret: (response, { LocalAuditWords }) => sent(response, { LocalAuditWords }),
};
