import type { BatchOperation } from '../operation';
import { checkProperty, readCheck } from './checkFields';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';
import { maxFriends } from './friendFields';

export const check: BatchOperation = {
	value: 'check',
	name: 'Check',
	action: 'Check whether users are contacts',
	description:
		'Find out who of two users has the other as a contact; items of one user share calls',
	documentation: 'https://trtc.io/document/34907',
	path: 'sns/friend_check',
	properties: [ownerProperty, contactProperty, checkProperty],
	options: [],
	request: (fields) => ({
		...readOwnerAndContact(fields),
		CheckType: `CheckResult_Type_${readCheck(fields)}`,
	}),
	...contactResults({
		list: 'To_Account',
		results: 'InfoItem',
		maxSize: maxFriends,
		failed: 'could not be checked',
		output: ({ Relation }) => ({
			IsContact: ['CheckResult_Type_BothWay', 'CheckResult_Type_AWithB'].includes(String(Relation)),
		}),
	}),
};
