import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { maxUnsigned } from '../shared/limits';
import {
	filterProperty,
	localPage,
	readFilter,
	readWordType,
	wordTypeProperty,
} from './localWords';
import { appIdField, moderationRateLimit, ofApp } from './moderationFields';

export const removeLocalWord: SingleOperation = {
	value: 'removeLocalWord',
	name: 'Remove Local Word',
	action: 'Remove a word from the local filter',
	description: 'Take a word out of the local filter, as Get Local Words lists it',
	documentation: localPage,
	shape: 'single',
	path: 'im_msg_audit_mgr/delete_local_audit_keywords',
	properties: [
		{
			displayName: 'Word',
			name: 'word',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. spam',
			description: 'The word as the list has it',
		},
		wordTypeProperty,
		filterProperty,
	],
	options: [
		{
			displayName: 'Word ID',
			name: 'wordId',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 7',
			description: 'The ID of the word, where the list gives one',
		},
	],
	request: (fields) => ({
		LocalAuditWords: [
			withoutAbsent({
				Id: fields
					.collection('options', 'Options')
					.optionalInteger('wordId', 'Word ID', { min: 0, max: maxUnsigned }),
				Keyword: fields.text('word', 'Word'),
				WordType: readWordType(fields),
				FilterType: readFilter(fields),
			}),
		],
	}),
	appIdField,
	orderingKey: ofApp,
	retry: { policy: 'unsafe' },
	rateLimit: moderationRateLimit,
	interpret: (response, { LocalAuditWords }) => sent(response, { LocalAuditWords }),
};
