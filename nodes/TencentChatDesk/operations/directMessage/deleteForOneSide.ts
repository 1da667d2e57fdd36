import { sent } from '../shared/responses';
import { failedParts } from '../shared/failedParts';
import { partFailed } from '../shared/partialFailure';
import type { SingleOperation } from '../operation';
import { betweenSides, readSides, sideProperties } from './pair';

const maxKeys = 30;

export const deleteForOneSide: SingleOperation = {
	value: 'deleteForOneSide',
	name: 'Delete for One Side',
	action: 'Delete direct messages for one side',
	description: 'Take messages out of the view of one user; the other side keeps them',
	documentation: 'https://cloud.tencent.com/document/product/269/101439',
	shape: 'single',
	path: 'openim/delete_c2c_msg_ramble',
	properties: [
		...sideProperties('the user who does not see the messages any more', 'the other side'),
		{
			displayName: 'Message Keys',
			name: 'msgKeys',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 31906_833502_1572869830',
			description: 'The MsgKey of each message, at most 30. Give a list, or text with commas.',
		},
	],
	options: [],
	request: (fields) => ({
		...readSides(fields),
		MsgKeyList: fields.ids('msgKeys', 'Message Keys', { max: maxKeys }),
	}),
	orderingKey: betweenSides,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret(response, { Operator_Account, Peer_Account, MsgKeyList }) {
		const failed = failedParts(response).flatMap(({ names }) => names);
		const data = { Operator_Account, Peer_Account, MsgKeyList };
		if (failed.length === 0) return sent(response, data);
		return partFailed(
			`Tencent does not know ${failed.length} of the keys: ${failed.join(', ')}`,
			"The other messages are gone for this side. A key is what sending gave as 'MsgKey'.",
			{ ...data, InvalidMsgKeyList: failed },
		);
	},
};
