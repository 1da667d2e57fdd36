import type { IDataObject } from 'n8n-workflow';
import { readMsgBody } from '../../messages/plainText';
import { objectsIn } from '../../parameters/json';

/** What a message of a list says, in the spelling of the API, and what kind of message it is. */
export function messageReading(msgBody: unknown): IDataObject {
	const { text, ...reading } = readMsgBody(objectsIn(msgBody));
	return { Text: text, ...reading };
}
