import { isStringArray } from '../../../json';
import { accountExists } from '../../../state/world';
import { storedBetween } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openimCodes } from './pair';

const maxPeers = 10;

/** Chat > Querying the Unread Count of One-to-One Messages (v4/openim/get_c2c_unread_msg_num). */
export const getUnreadCount: Endpoint = {
	path: 'openim/get_c2c_unread_msg_num',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['To_Account', 'Peer_Account'],
	handle(call: Call): Outcome {
		const { world } = call.state;
		const { To_Account: user, Peer_Account: peers } = call.body;
		if (typeof user !== 'string' || !accountExists(world, user)) {
			return refuse(90003, 'To_Account is missing or does not exist');
		}
		const unreadFrom = (peer: string) =>
			storedBetween(call, user, peer).filter(
				({ sender, recalled, direct }) => sender === peer && !recalled && direct?.unread,
			).length;
		if (peers === undefined) {
			const all = [...world.accounts.keys(), ...world.serviceAccounts].map(unreadFrom);
			return { response: { AllC2CUnreadMsgNum: all.reduce((sum, count) => sum + count, 0) } };
		}
		if (!isStringArray(peers) || peers.length > maxPeers) {
			return refuse(90001, `Peer_Account has to be an Array of at most ${maxPeers} Strings`);
		}
		const [known, unknown] = [true, false].map((exists) =>
			peers.filter((peer) => accountExists(world, peer) === exists),
		) as [string[], string[]];
		return {
			response: {
				C2CUnreadMsgNumList: known.map((peer) => ({
					Peer_Account: peer,
					C2CUnreadMsgNum: unreadFrom(peer),
				})),
				...(unknown.length > 0 && {
					ErrorList: unknown.map((peer) => ({ Peer_Account: peer, ErrorCode: 70107 })),
				}),
			},
		};
	},
};
