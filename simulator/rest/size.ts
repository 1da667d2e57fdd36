import type { Json } from '../json';
import type { Call } from './endpoint';

/**
 * Whether a message is longer than the app may send: Chat Desk > Send Messages, 93000, and
 * Live > Send Normal Message, 100603. `message` is the part that the recipient sees.
 */
export function isTooLong(call: Call, message: Json | undefined): boolean {
	const { maxMessageBytes, sizeCounts } = call.behaviour;
	if (call.bytes <= maxMessageBytes) return false;
	if (sizeCounts === 'packet') return true;
	return message !== undefined && Buffer.byteLength(JSON.stringify(message)) > maxMessageBytes;
}
