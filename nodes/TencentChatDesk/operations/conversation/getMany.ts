import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { conversationRateLimit, ofOwner, ownerProperty, readOwner } from './conversationFields';

/** Bits of AssistFlags: pinned ones are told, empty ones too, pinned ones are paged. */
const flags = { pinned: 1, empty: 2, pagedPinned: 4 } as const;

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get conversations of a user',
	description: 'List the conversations of a user, those that are pinned too',
	documentation: 'https://trtc.io/document/43087',
	shape: 'list',
	path: 'recentcontact/get_list',
	properties: [{ ...ownerProperty, description: 'User ID of the user whose list is read' }],
	options: [
		{
			displayName: 'Include Empty Conversations',
			name: 'withEmpty',
			type: 'boolean',
			default: false,
			description: 'Whether to return conversations without a message too',
		},
	],
	request: (fields) => ({
		From_Account: readOwner(fields),
		TimeStamp: 0,
		StartIndex: 0,
		TopTimeStamp: 0,
		TopStartIndex: 0,
		AssistFlags:
			flags.pinned +
			flags.pagedPinned +
			(fields
				.collection('options', 'Options')
				.optionalBoolean('withEmpty', 'Include Empty Conversations')
				? flags.empty
				: 0),
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: conversationRateLimit,
	list: {
		records: (response) => recordsIn(response, 'SessionItem'),
		nextPage: ({ CompleteFlag, TimeStamp, StartIndex, TopTimeStamp, TopStartIndex }, body) =>
			CompleteFlag === 0
				? { ...body, TimeStamp, StartIndex, TopTimeStamp, TopStartIndex }
				: undefined,
	},
};
