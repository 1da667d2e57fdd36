import type { IDataObject } from 'n8n-workflow';
import { readMsgBody } from '../messages/plainText';
import { eventOf, type MessageFields } from './events';
import type { CallbackQuery } from './verification';

/** For messages of commands that are not documented yet. */
const fieldNames: MessageFields = {
	sender: 'From_Account',
	recipient: 'To_Account',
	group: 'GroupId',
	session: 'SessionId',
};

function flat(body: IDataObject, msgBody: unknown[], fields: MessageFields): IDataObject {
	const event = typeof body.Event === 'string' ? body.Event : '';
	const direction =
		fields.directions && Object.hasOwn(fields.directions, event) ? fields.directions[event] : [];
	const [sender = fields.sender, recipient = fields.recipient] = direction ?? [];
	const values: Array<[string, unknown]> = [
		['senderId', sender && body[sender]],
		['recipientId', recipient && body[recipient]],
		['groupId', fields.group && body[fields.group]],
		['sessionId', fields.session && body[fields.session]],
	];
	const known = values.filter(([, value]) => typeof value === 'string' && value !== '');
	return { ...readMsgBody(msgBody), ...Object.fromEntries(known) };
}

/**
 * What a workflow gets of a callback: the body as it came, what the address said, and for messages
 * who wrote what to whom, whatever the type of the message, and what kind of message it is.
 *
 * @param receivedAt milliseconds since the epoch
 */
export function itemOf(
	command: string,
	query: CallbackQuery,
	body: IDataObject,
	receivedAt: number,
): IDataObject {
	const { MsgBody } = body;
	return {
		...body,
		callbackCommand: command,
		sdkAppId: Number(query.sdkAppId),
		clientIp: query.clientIp ?? '',
		optPlatform: query.optPlatform ?? '',
		receivedAt: new Date(receivedAt).toISOString(),
		...(Array.isArray(MsgBody) ? flat(body, MsgBody, eventOf(command)?.message ?? fieldNames) : {}),
	};
}
