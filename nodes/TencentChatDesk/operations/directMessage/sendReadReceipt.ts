import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { betweenPair, messageKeyProperty } from './pair';

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
		{
			displayName: 'Account',
			name: 'operatorAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. user45',
			description: 'UserID of the user who has read the message',
		},
		{
			displayName: 'Peer User ID',
			name: 'peerAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'UserID of the user who sent it, with a read receipt',
		},
		messageKeyProperty,
	],
	options: [],
	request(fields) {
		const Operator_Account = fields.id('operatorAccount', 'Account');
		const Peer_Account = fields.id('peerAccount', 'Peer User ID');
		const MsgKey = fields.id('msgKey', 'Message Key');
		return {
			Operator_Account,
			Peer_Account,
			C2CMsgInfo: [{ From_Account: Peer_Account, To_Account: Operator_Account, MsgKey }],
		};
	},
	orderingKey: ({ Operator_Account, Peer_Account }) => betweenPair(Operator_Account, Peer_Account),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { Operator_Account, Peer_Account, C2CMsgInfo }) =>
		sent(response, { Operator_Account, Peer_Account, C2CMsgInfo }),
};
