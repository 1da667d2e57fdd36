import type { BatchOperation } from '../operation';
import { checkProperty, readCheck } from './checkFields';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';
import { maxFriends } from './friendFields';

export const checkBlocked: BatchOperation = {
	value: 'checkBlocked',
	name: 'Check Blocked',
	action: 'Check whether a user is blocked',
	description: 'Find out who of two users has blocked the other; items of one user share calls',
	documentation: 'https://trtc.io/document/34913',
	path: 'sns/black_list_check',
	properties: [ownerProperty, contactProperty, checkProperty],
	options: [],
	request: (fields) => ({
		...readOwnerAndContact(fields),
		CheckType: `BlackCheckResult_Type_${readCheck(fields)}`,
	}),
	...contactResults({
		list: 'To_Account',
		results: 'BlackListCheckItem',
		maxSize: maxFriends,
		failed: 'could not be checked',
		output: ({ Relation }) => ({
			IsBlocked: ['BlackCheckResult_Type_BothWay', 'BlackCheckResult_Type_AWithB'].includes(
				String(Relation),
			),
		}),
	}),
};
