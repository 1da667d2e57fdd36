import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome } from '../../contract';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import { recordsIn } from '../shared/records';
import {
	conversationKey,
	conversationProperties,
	conversationRateLimit,
	ofOwner,
	readConversation,
	readOwner,
} from './conversationFields';
import { withFolderNames } from './folders';

/** Page 1047/53442. */
const maxConversations = 300;

/** A conversation without groups and marks is left out of the response. */
function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const [wanted = {}] = recordsIn(body, 'ContactItem');
	const found = recordsIn(response, 'ContactResultItem').find(
		(record) => conversationKey(record) === conversationKey(wanted),
	);
	const record: IDataObject = { From_Account: body.From_Account, ...wanted, ...found };
	return { done: true, output: withFolderNames(record, response) };
}

export const getMarks: BatchOperation = {
	value: 'getMarks',
	name: 'Get Marks',
	action: 'Get the marks of a conversation',
	description: 'Read the marks and the folders of a conversation; items of one user share calls',
	documentation: 'https://trtc.io/document/53442',
	shape: 'batch',
	path: 'recentcontact/search_contact_group',
	properties: conversationProperties,
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		ContactItem: [readConversation(fields, 'ToGroupId')],
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: conversationRateLimit,
	batch: {
		maxSize: maxConversations,
		key: ({ From_Account }) => JSON.stringify(From_Account),
		about: (body) => recordsIn(body, 'ContactItem').map(conversationKey),
		merge: joining('ContactItem'),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
