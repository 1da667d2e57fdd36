import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { betweenPair, peerProperty, readPeer } from './pair';

export const markAsRead: SingleOperation = {
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark a conversation of two users as read',
	description: 'Mark the messages that a user got from another one as read',
	documentation: 'https://trtc.io/document/38996',
	shape: 'single',
	path: 'openim/admin_set_msg_read',
	properties: [
		{
			displayName: 'User ID',
			name: 'reportAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of the user who has read the messages',
		},
		peerProperty('the user who sent them'),
	],
	options: [
		{
			displayName: 'Read Until',
			name: 'msgReadTime',
			type: 'dateTime',
			default: '',
			description:
				'Messages up to this time become read: a date, or the seconds since 1970; all of them when left out',
		},
	],
	request(fields) {
		const option = fields.collection('options', 'Options');
		const time = option.optionalSeconds('msgReadTime', 'Read Until');
		return withoutAbsent({
			Report_Account: fields.id('reportAccount', 'User ID'),
			Peer_Account: readPeer(fields),
			// The field table types it as String.
			MsgReadTime: time === undefined ? undefined : String(time),
		});
	},
	orderingKey: ({ Report_Account, Peer_Account }) => betweenPair(Report_Account, Peer_Account),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { Report_Account, Peer_Account, MsgReadTime }) =>
		sent(response, { Report_Account, Peer_Account, MsgReadTime }),
};
