import type { SingleOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { sent } from '../shared/responses';
import {
	conversationProperties,
	conversationRateLimit,
	ofOwner,
	readConversation,
	readOwner,
} from './conversationFields';

/** `OperationType` of recentcontact/top (1047/78304). */
const operations = { pin: 1, unpin: 2 } as const;

/** How a conversation is put at the top, or back; no page prints how many a call may name. */
export const pinning = (operation: keyof typeof operations) =>
	({
		documentation: 'https://trtc.io/document/78304',
		shape: 'single',
		path: 'recentcontact/top',
		properties: conversationProperties,
		options: [],
		request: (fields) => ({
			From_Account: readOwner(fields),
			OperationType: operations[operation],
			RecentContactItem: [readConversation(fields, 'GroupId')],
		}),
		orderingKey: ofOwner,
		retry: { policy: 'idempotent' },
		rateLimit: conversationRateLimit,
		interpret: (response, body) =>
			sent(response, {
				From_Account: body.From_Account,
				...recordsIn(body, 'RecentContactItem')[0],
				pinned: operation === 'pin',
			}),
	}) satisfies Partial<SingleOperation>;
