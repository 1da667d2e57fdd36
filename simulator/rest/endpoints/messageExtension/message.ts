import type { DirectFacts } from '../../../state/directFacts';
import { refuse, type Call, type Refusal } from '../../endpoint';
import { findMessage } from '../openim/pair';

/** The pages of the message extension share these codes: 10004 for parameters. */
export const extensionCodes = { notAdmin: 60010, notJson: 60003, notAnObject: 10004 } as const;

/** The message that a call names; 23004 where there is none, 23002 where it takes no extension. */
export function readMessage(call: Call): DirectFacts | Refusal {
	const { From_Account = call.identifier, To_Account, MsgKey } = call.body;
	if (
		typeof From_Account !== 'string' ||
		typeof To_Account !== 'string' ||
		typeof MsgKey !== 'string'
	) {
		return refuse(10004, 'From_Account, To_Account and MsgKey have to be Strings');
	}
	const facts = findMessage(call, From_Account, To_Account, MsgKey)?.direct;
	if (!facts) return refuse(23004, 'there is no such message');
	return facts.extensible ? facts : refuse(23002, 'the message does not support extensions');
}
