import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Fields } from '../../parameters/fields';

/** The two sides of a one-to-one message. */
export const pairProperties: INodeProperties[] = [
	{
		displayName: 'From User ID',
		name: 'fromAccount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. administrator',
		description:
			"User ID of the message's sender. A message that was sent without a sender is the app admin's, as the credential's Identifier names it.",
	},
	{
		displayName: 'To User ID',
		name: 'toAccount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. alice',
		description: "User ID of the message's recipient",
	},
];

/** Which message of the two. */
export const messageKeyProperty: INodeProperties = {
	displayName: 'Message Key',
	name: 'msgKey',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 31906_833502_1572869830',
	description: 'The MsgKey that sending the message gave back, or that Get Many lists',
};

export function readPair(fields: Fields): Body {
	return {
		From_Account: fields.id('fromAccount', 'From User ID', {
			missing:
				"For a message that was sent without a sender, enter the 'Identifier' of the credential: the app admin sent it.",
		}),
		To_Account: fields.id('toAccount', 'To User ID'),
	};
}

export function readMessageKey(fields: Fields): Body {
	return { ...readPair(fields), MsgKey: fields.id('msgKey', 'Message Key') };
}

/** The two sides as one conversation, whoever of them speaks. */
export const betweenPair = (one: unknown, other: unknown) =>
	JSON.stringify([String(one), String(other)].sort());

/** The control for the other side of a conversation: who it is, in words. */
export const peerProperty = (who: string): INodeProperties => ({
	displayName: 'Peer User ID',
	name: 'peerAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. bob',
	description: `User ID of ${who}`,
});

export const readPeer = (fields: Fields) => fields.id('peerAccount', 'Peer User ID');

/**
 * The controls for who looks at a conversation, and who is on its other side.
 *
 * @param account who the first one is, in words
 * @param peer who the other one is
 */
export const sideProperties = (account: string, peer: string): INodeProperties[] => [
	{
		displayName: 'User ID',
		name: 'operatorAccount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. alice',
		description: `User ID of ${account}`,
	},
	peerProperty(peer),
];

export const readSides = (fields: Fields) => ({
	Operator_Account: fields.id('operatorAccount', 'User ID'),
	Peer_Account: readPeer(fields),
});

/** What is done to one conversation goes one after another, whichever side it is for. */
export const betweenSides = ({ Operator_Account, Peer_Account }: Body) =>
	betweenPair(Operator_Account, Peer_Account);
