import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';

/** What is known of a reply: who wrote what to whom, and when. */
export interface ReplyFields {
	/** UserID of who was asked. */
	from: string;
	/** UserID of who asked. */
	to: string;
	session?: string;
	/** Seconds since the epoch. */
	writtenAt?: number;
	said: string;
}

/** The controls that describe a reply; they stand at the fields of the trigger. */
export const replyProperties: INodeProperties[] = [
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '={{ $json.senderId }}',
		required: true,
		placeholder: 'e.g. alice',
		description: 'User ID of who wrote the message: the customer or colleague who was asked',
	},
	{
		displayName: 'Asked By',
		name: 'askedBy',
		type: 'string',
		default: '={{ $json.recipientId }}',
		required: true,
		placeholder: 'e.g. @customer_service_account',
		description:
			'User ID of the account to which it was written, and which asked: the service account, or the sender of the direct message',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: "={{ $json.text ?? '' }}",
		description:
			'What was written. A tap on a choice sends its words. Without any, the message is no answer.',
	},
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: "={{ $json.sessionId ?? '' }}",
		placeholder: 'e.g. fd8a2e30-54de-4e40-bcaf-02718409c5cf',
		description:
			'The Desk session of the message, where there is one. A question that was sent by session ID is answered in the same session only.',
	},
	{
		displayName: 'Written At',
		name: 'writtenAt',
		type: 'dateTime',
		default:
			"={{ $json.MsgTime ?? $json.EventTime ?? $json.body?.MsgTime ?? $json.body?.EventTime ?? '' }}",
		description:
			'When it was written: a date, or the seconds or milliseconds since 1970. A question that was asked later is not answered by it.',
	},
];

/** What was written; empty for what is no message, or one without words. */
export const readSaid = (fields: Fields): string =>
	(fields.optionalText('text', 'Text') ?? '').trim();

/** @throws InvalidParameter naming the control that has to change. */
export function readReplyFields(fields: Fields): ReplyFields {
	const session = fields.optionalId('sessionId', 'Session ID');
	const writtenAt = fields.optionalSeconds('writtenAt', 'Written At');
	return {
		from: fields.id('userId', 'User ID'),
		to: fields.id('askedBy', 'Asked By'),
		said: readSaid(fields),
		...(session === undefined ? {} : { session }),
		...(writtenAt === undefined ? {} : { writtenAt }),
	};
}
