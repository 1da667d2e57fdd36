import type { INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Body, ListRule, RateLimit, TargetLimit } from '../../contract';
import { room, readRoom } from './resourceLocators';
import { importsAccounts } from './importAccounts';
import { maxMessageBytes } from './limits';
import { messageOutcome, responseOf } from './liveResponses';
import type { ListOperation, SingleOperation } from '../operation';

/** Live > Overview: 200 calls a second where a page says nothing else. */
export const liveRateLimit: RateLimit = { default: 100, max: 200 };

/** The pages of the robots and of the room's statistics allow 100 calls a second. */
export const slowerLiveRateLimit: RateLimit = { default: 50, max: 100 };

/** Use Limits: messages a second that one group, and so one live room, may get. */
const messagesPerRoom: TargetLimit = {
	perSecond: 40,
	target: ({ RoomId }) => `room ${String(RoomId)}`,
};

/** What a room answers where the sender does not exist: its page has no code of its own for that. */
const badParameter = 100_002;

/** What happens to one room stays in order. */
export const inRoom = ({ RoomId }: Body): string => JSON.stringify([RoomId]);

/** How a message to the audience of a room is sent. */
export const roomMessage = {
	shape: 'single',
	orderingKey: inRoom,
	// No field tells a copy from a second message: the audience would see or act on it twice.
	retry: { policy: 'unsafe' },
	rateLimit: liveRateLimit,
	targetLimit: messagesPerRoom,
	maxBodyBytes: maxMessageBytes,
	recovery: importsAccounts(({ Sender_Account }) => [Sender_Account], [badParameter]),
	interpret: messageOutcome,
} satisfies Partial<SingleOperation>;

/** A list that belongs to one room and comes in one response. */
export const listOfRoom = (records: ListRule['records']) =>
	({
		properties: [room],
		options: [],
		request: (fields) => ({ RoomId: readRoom(fields) }),
		orderingKey: inRoom,
		retry: { policy: 'idempotent' },
		rateLimit: liveRateLimit,
		shape: 'list',
		list: { records, nextPage: () => undefined },
	}) satisfies Partial<ListOperation>;

/** The next page of a list by the offset that a response names. */
export function nextByOffset(response: ApiResponse, body: Body): Body | undefined {
	const { NextOffset: Offset } = responseOf(response);
	return typeof Offset === 'number' && Offset > 0 ? { ...body, Offset } : undefined;
}

/** A list that belongs to one room and is read page by page. */
export const pagedListOfRoom = (
	records: ListRule['records'],
	nextPage: ListRule['nextPage'] = nextByOffset,
) =>
	({
		...listOfRoom(records),
		request: (fields) => ({ RoomId: readRoom(fields), Offset: 0 }),
		list: { page: { field: 'Limit', max: 100 }, records, nextPage },
	}) satisfies Partial<ListOperation>;

/** The control for one user in a room. */
export const memberProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of somebody who is in the room',
};

/** The control for several users of a room. */
export const membersProperty: INodeProperties = {
	displayName: 'User IDs',
	name: 'userIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice, bob',
	description: 'User IDs with commas between them, or an expression that gives a list',
};

/** The control for the sender of a message to a room. */
export const senderProperty: INodeProperties = {
	displayName: 'Sender User ID',
	name: 'senderAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID that the audience sees as sender',
};
