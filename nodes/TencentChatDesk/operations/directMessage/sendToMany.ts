import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { customerMessageProperties, readCustomerMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { maxMessageBytes } from '../shared/limits';
import { sendControlOption } from '../shared/messageOptions';
import type { BatchOperation } from '../operation';
import { reachedAccounts } from '../shared/partialFailure';
import { readSendOptions, sendOptions } from './sendOptions';

/** Error 90011: more accounts than this in one call. */
const maxAccounts = 500;

const sendControls = ['NoUnread', 'NoLastMsg', 'WithMuteNotifications'] as const;

const accountsOf = ({ To_Account }: Body) => To_Account as string[];

/** Error 93000. Five hundred accounts alone exceed it, so the recipients cannot count. */
function checkSize(message: Body): void {
	const size = Buffer.byteLength(JSON.stringify(message));
	if (size <= maxMessageBytes) return;
	throw new InvalidParameter(
		`The message is too long: ${size} bytes of the ${maxMessageBytes} (12 KB) that Tencent takes`,
		'Shorten the text, or split it into several messages. Characters outside plain English take 2 to 4 bytes each.',
	);
}

/** What the response to a call means for the accounts of one of its items. */
function outcomeFor(response: Body, body: Body): Outcome {
	const accounts = accountsOf(body);
	const identity = withoutAbsent({
		From_Account: body.From_Account,
		To_Account: accounts.length === 1 ? accounts[0] : accounts,
	});
	return reachedAccounts(response, accounts, identity, 'The message');
}

export const sendToMany: BatchOperation = {
	value: 'sendToMany',
	name: 'Send to Many',
	action: 'Send a direct message to many users',
	description:
		'Send one message to many users: items with the same content share calls, 500 users each',
	builderHint: 'One text to up to 500 users in a call. For a personal text per user, use Send.',
	documentation: 'https://trtc.io/document/34920',
	shape: 'batch',
	path: 'openim/batchsendmsg',
	properties: [
		{
			displayName: 'To User IDs',
			name: 'toAccounts',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description:
				'User ID of one recipient for each item, or up to 500 of them: a list, or a text with commas. Tencent lets an app reach 12,000 recipients a minute this way.',
		},
		...customerMessageProperties,
		offlinePushProperty,
	],
	options: [...sendOptions, sendControlOption(sendControls)],
	request(fields) {
		const option = fields.collection('options', 'Options');
		const message = withoutAbsent({
			...readSendOptions(option, sendControls),
			MsgBody: readCustomerMessage(fields),
			OfflinePushInfo: readOfflinePush(fields),
		});
		checkSize(message);
		return {
			To_Account: fields.ids('toAccounts', 'To User IDs', { max: maxAccounts }),
			...message,
		};
	},
	// A call has many pairs of sender and recipient: none is overtaken when a sender's calls queue.
	orderingKey: ({ From_Account }) => JSON.stringify([From_Account]),
	sender: 'From_Account',
	dedupeFields: {
		random: 'MsgRandom',
		sequence: 'MsgSeq',
		// The page does not say that the content counts.
		contentBlind: {
			places: (body) =>
				accountsOf(body).map((account) => JSON.stringify([body.From_Account, account])),
			windowSeconds: 600,
		},
	},
	// The page says that MsgRandom is for de-duplication and names no window: be short.
	retry: { policy: 'dedupe', windowSeconds: 30 },
	rateLimit: { default: 100, max: 200 },
	batch: {
		maxSize: maxAccounts,
		key: ({ To_Account: _accounts, ...message }) => JSON.stringify(message),
		// The same message twice to one account is meant so: one call would send it once.
		about: accountsOf,
		merge: (bodies) => ({ ...bodies[0], To_Account: bodies.flatMap(accountsOf) }),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
