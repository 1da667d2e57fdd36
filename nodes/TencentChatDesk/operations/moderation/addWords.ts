import { withoutAbsent } from '../../parameters/fields';
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

export const addWords: SingleOperation = {
	value: 'addWords',
	name: 'Add Words',
	action: 'Add words to a word list',
	description: 'Add words to a library that messages are checked for in the cloud',
	documentation: 'https://trtc.io/document/77831',
	shape: 'single',
	path: 'im_msg_audit_mgr/add_cloud_audit_keywords',
	properties: [libraryProperty, wordsProperty],
	options: [
		{
			displayName: 'Label',
			name: 'wordLabel',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ad',
			description: 'What the words stand for, such as Ad, Abuse, Porn or Illegal',
		},
	],
	request(fields) {
		const label = fields.collection('options', 'Options').optionalText('wordLabel', 'Label');
		return {
			LibID: readLibrary(fields),
			UserKeywords: readWords(fields).map((Content) => withoutAbsent({ Content, Label: label })),
		};
	},
	appIdField,
	orderingKey: inLibrary,
	// What a second call says of a word that is there is printed nowhere.
	retry: { policy: 'unsafe' },
	rateLimit: moderationRateLimit,
	interpret: (response, { LibID, UserKeywords }) => sent(response, { LibID, UserKeywords }),
};
