import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { betweenSides, messageKeyProperty, readSides, sideProperties } from './pair';

/** Known from a public server SDK; the page that is linked explains how messages become read. */
export const sendReadReceipt: SingleOperation = {
	value: 'sendReadReceipt',
	name: 'Send Read Receipt',
	action: 'Send the read receipt of a direct message',
	description: 'Tell the sender of one message that it was read, in the name of the recipient',
	documentation: 'https://trtc.io/document/38996',
	shape: 'single',
	path: 'openim/c2c_msg_read_receipt',
	properties: [
		...sideProperties(
			'the user who has read the message',
			'the user who sent it, with a read receipt',
		),
		messageKeyProperty,
	],
	options: [],
	request(fields) {
		const sides = readSides(fields);
		const MsgKey = fields.id('msgKey', 'Message Key');
		return {
			...sides,
			C2CMsgInfo: [
				{ From_Account: sides.Peer_Account, To_Account: sides.Operator_Account, MsgKey },
			],
		};
	},
	orderingKey: betweenSides,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { Operator_Account, Peer_Account, C2CMsgInfo }) =>
		sent(response, { Operator_Account, Peer_Account, C2CMsgInfo }),
};
