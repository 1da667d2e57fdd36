import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	conversationProperties,
	conversationRateLimit,
	ofOwner,
	readConversation,
	readOwner,
} from './conversationFields';

export const destroy: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a conversation',
	description: 'Take a conversation out of the list of one user; the others keep it',
	documentation: 'https://trtc.io/document/43088',
	shape: 'single',
	path: 'recentcontact/delete',
	properties: conversationProperties,
	options: [
		{
			displayName: 'Clear Messages',
			name: 'clearRamble',
			type: 'boolean',
			default: false,
			description: 'Whether this user loses the stored messages of the conversation too',
		},
	],
	request: (fields) =>
		withoutAbsent({
			From_Account: readOwner(fields),
			// With a small i in this command alone.
			...readConversation(fields, 'ToGroupid'),
			ClearRamble: fields
				.collection('options', 'Options')
				.optionalFlag('clearRamble', 'Clear Messages'),
		}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: conversationRateLimit,
	interpret: (response, { From_Account, Type, To_Account, ToGroupid }) =>
		sent(response, { From_Account, Type, To_Account, GroupId: ToGroupid, deleted: true }),
};
