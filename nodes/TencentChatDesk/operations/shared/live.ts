import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Body, ListRule, Outcome, RateLimit, TargetLimit } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { responseFields } from './responses';
import { room, readRoom } from './resourceLocators';
import type { ListOperation } from '../operation';
import { objectIn, recordsIn } from './records';

/** Live > Overview: 200 calls a second where a page says nothing else. */
export const liveRateLimit: RateLimit = { default: 100, max: 200 };

/** The pages of the robots and of the room's statistics allow 100 calls a second. */
export const slowerLiveRateLimit: RateLimit = { default: 50, max: 100 };

/** Use Limits: messages a second that one group, and so one live room, may get. */
export const messagesPerRoom: TargetLimit = {
	perSecond: 40,
	target: ({ RoomId }) => `room ${String(RoomId)}`,
};

/** What a room answers where the sender does not exist: its page has no code of its own for that. */
export const badParameter = 100_002;

/** What happens to one room stays in order. */
export const inRoom = ({ RoomId }: Body): string => JSON.stringify([RoomId]);

/** Live answers keep what they have to say under `Response`, beside a `RequestId`. */
export const responseOf = (answer: ApiResponse): IDataObject => objectIn(answer, 'Response');

/** The objects of a list under `Response`. */
export const recordsOf = (answer: ApiResponse, name: string): IDataObject[] =>
	recordsIn(responseOf(answer), name);

/** A list of UserIDs under `Response`, as records of the name that other lists give them. */
export function accountsOf(answer: ApiResponse, name: string): IDataObject[] {
	const { [name]: list } = responseOf(answer);
	return Array.isArray(list) ? list.map((account) => ({ Member_Account: String(account) })) : [];
}

/** A change that was made: what it was made to, and the RequestId that support asks for. */
export function changed(answer: ApiResponse, identity: IDataObject): Outcome {
	const { Response: _response, ...rest } = responseFields(answer);
	return {
		done: true,
		output: { ...withoutAbsent(identity), ...rest, ...responseOf(answer) },
	};
}

/** Something that was read: what it belongs to, then what stands in the answer. */
export function read(answer: ApiResponse, identity: IDataObject = {}): Outcome {
	return { done: true, output: { ...identity, ...responseOf(answer) } };
}

/** A list that belongs to one room and comes in one answer. */
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

/** The only reason that is documented: the room got more messages than it may. */
const tooFrequent = 'MsgFreqCtrl';

/** What the answer to a message means: ErrorCode is 0 for a dropped message too. */
export function messageOutcome(answer: ApiResponse, { RoomId, Sender_Account }: Body): Outcome {
	const { Response: _response, ...rest } = responseFields(answer);
	const response = responseOf(answer);
	const { MsgDropReason: dropReason, ...message } = response;
	// The field is empty unless the message was dropped.
	if (typeof dropReason === 'string' && dropReason !== '') {
		return {
			done: false,
			kind: dropReason === tooFrequent ? 'frequency' : 'permanent',
			message: `The live room dropped the message (${dropReason})`,
			advice:
				"The room receives more messages than it may, so nobody saw this one. Send it again later, or lower 'Requests per Second' in the options.",
			data: { ...rest, ...response },
		};
	}
	return { done: true, output: { RoomId, Sender_Account, ...rest, ...message } };
}

/** The control for one user in a room. */
export const memberProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. user1',
	description: 'UserID of somebody who is in the room',
};

/** The control for several users of a room. */
export const membersProperty: INodeProperties = {
	displayName: 'User IDs',
	name: 'userIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. user1, user2',
	description: 'UserIDs with commas between them, or an expression that gives a list',
};

/** The control for the sender of a message to a room. */
export const senderProperty: INodeProperties = {
	displayName: 'Sender Account',
	name: 'senderAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. user1',
	description: 'UserID that the audience sees as sender',
};
