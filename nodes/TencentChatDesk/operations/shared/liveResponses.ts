import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { dropped } from './dropped';
import { responseFields } from './responses';
import { objectIn, recordsIn } from './records';

/** Live responses keep what they have to say under `Response`, beside a `RequestId`. */
export const responseOf = (response: ApiResponse): IDataObject => objectIn(response, 'Response');

/** The objects of a list under `Response`. */
export const recordsOf = (response: ApiResponse, name: string): IDataObject[] =>
	recordsIn(responseOf(response), name);

/** A list of UserIDs under `Response`, as records of the name that other lists give them. */
export function accountsOf(response: ApiResponse, name: string): IDataObject[] {
	const { [name]: list } = responseOf(response);
	return Array.isArray(list) ? list.map((account) => ({ Member_Account: String(account) })) : [];
}

/** A change that was made: what it was made to, and the RequestId that support asks for. */
export function changed(response: ApiResponse, identity: IDataObject): Outcome {
	const { Response: _response, ...rest } = responseFields(response);
	return {
		done: true,
		output: { ...withoutAbsent(identity), ...rest, ...responseOf(response) },
	};
}

/** Something that was read: what it belongs to, then what stands in the response. */
export function read(response: ApiResponse, identity: IDataObject = {}): Outcome {
	return { done: true, output: { ...identity, ...responseOf(response) } };
}

/** What the response to a message means: ErrorCode is 0 for a dropped message too. */
export function messageOutcome(envelope: ApiResponse, { RoomId, Sender_Account }: Body): Outcome {
	const { Response: _response, ...rest } = responseFields(envelope);
	const response = responseOf(envelope);
	const { MsgDropReason: dropReason, ...message } = response;
	return (
		dropped('live room', dropReason, { ...rest, ...response }) ?? {
			done: true,
			output: { RoomId, Sender_Account, ...rest, ...message },
		}
	);
}
