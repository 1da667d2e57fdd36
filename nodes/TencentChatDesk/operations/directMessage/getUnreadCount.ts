import { withoutAbsent } from '../../parameters/fields';
import { responseFields, sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { failedParts } from '../shared/failedParts';
import { adviceFor, partFailed } from '../shared/partialFailure';

const maxPeers = 10;

export const getUnreadCount: SingleOperation = {
	value: 'getUnreadCount',
	name: 'Get Unread Count',
	action: 'Get the unread count of a user',
	description: 'Count the one-to-one messages that a user has not read',
	documentation: 'https://trtc.io/document/41046',
	shape: 'single',
	path: 'openim/get_c2c_unread_msg_num',
	properties: [
		{
			displayName: 'User ID',
			name: 'toAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of the user whose unread messages are counted',
		},
		{
			displayName: 'Peer User IDs',
			name: 'peerAccounts',
			type: 'string',
			default: '',
			placeholder: 'e.g. bob, carol',
			description:
				'User IDs of up to ten senders, each counted alone: a list, or a text with commas. All senders together when left empty.',
		},
	],
	options: [],
	request: (fields) =>
		withoutAbsent({
			To_Account: fields.id('toAccount', 'User ID'),
			Peer_Account: fields.optionalIds('peerAccounts', 'Peer User IDs', { max: maxPeers }),
		}),
	orderingKey: ({ To_Account }) => JSON.stringify([To_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret(response, { To_Account }) {
		const failed = failedParts(response);
		const [first] = failed;
		if (!first) {
			const { ErrorList: _none, ...rest } = response;
			return sent(rest, { To_Account });
		}
		const names = failed.flatMap((part) => part.names).join(', ');
		return partFailed(
			`The messages of some senders could not be counted: ${names}`,
			adviceFor(failed),
			withoutAbsent({ ErrorCode: first.code, To_Account, ...responseFields(response) }),
		);
	},
};
