import { tellReply } from '../../../callbacks/desk';
import { isUnsigned32, isZeroOrOne } from '../../../json';
import type { AppState } from '../../../state/app';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { messageText } from '../../messageText';
import { responseToRetry } from '../../retries';
import { isTooLong } from '../../size';

interface Sides {
	serviceAccount: string;
	userId: string;
}

/** Chat Desk > Send Messages (v4/desk_http_svc/send_msg). */
export const sendDeskMessage: Endpoint = {
	path: 'desk_http_svc/send_msg',
	// The page prints no frequency; Chat > Use Limits gives 200 for every API.
	callsPerSecond: 200,
	codes: { notAdmin: 90009, notJson: 90001, notAnObject: 141004 },
	fields: [
		'SessionId',
		'FromAccount',
		'ToAccount',
		'MsgRandom',
		'MsgBody',
		'CloudCustomData',
		'ExcludeFromUserRespTimeout',
	],
	handle(call: Call): Outcome {
		const { body, behaviour, state } = call;
		// Not in the list of this page, but in those of all other Desk APIs.
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		if (isTooLong(call, body.MsgBody)) return refuse(93000, 'the message is too long');

		const random = body.MsgRandom;
		if (!isUnsigned32(random)) {
			return refuse(90005, 'MsgRandom has to be an unsigned 32-bit Integer');
		}
		const elements = readMessageBody(body.MsgBody);
		if (!Array.isArray(elements)) return elements;
		const cloudCustomData = body.CloudCustomData;
		if (cloudCustomData !== undefined && typeof cloudCustomData !== 'string') {
			return refuse(141004, 'CloudCustomData has to be a String');
		}
		const excluded = body.ExcludeFromUserRespTimeout;
		if (excluded !== undefined && !isZeroOrOne(excluded)) {
			return refuse(141004, 'ExcludeFromUserRespTimeout has to be 0 or 1');
		}
		const sides = addressOf(call);
		if ('code' in sides) return sides;

		const scope = behaviour.deskDedupScope === 'app' ? [] : [sides.serviceAccount, sides.userId];
		const key = JSON.stringify([random, ...scope]);
		const window = behaviour.deskDedupSeconds * 1000;
		const first = state.sentByDesk.find(key, call.now, window);
		if (first) return responseToRetry(behaviour, first, {});

		state.sentByDesk.remember(key, call.now, {});
		const { sessions } = state.world;
		const session = sessions.openBetween(sides.serviceAccount, sides.userId);
		if (session) {
			sessions.write(session, { from: sides.serviceAccount, role: 2, elements, time: call.now });
			tellReply(call, session, {
				key: `${random}`,
				elements,
				...(cloudCustomData !== undefined && { cloudCustomData }),
			});
		}
		call.conversations.add(
			{
				kind: 'desk',
				sdkAppId: state.app.sdkAppId,
				participants: [sides.serviceAccount, sides.userId],
			},
			{
				kind: 'message',
				sender: sides.serviceAccount,
				elements,
				text: messageText(elements),
				time: Math.floor(call.now / 1000),
				key: `${random}`,
				random,
				...(cloudCustomData !== undefined && { cloudCustomData }),
				onlineOnly: false,
				state: state.world.accounts.get(sides.userId)?.online ? 'delivered' : 'stored',
			},
		);
		return { response: {} };
	},
};

/** With a SessionId "there is no need to fill" the two accounts, so they are not looked at. */
function addressOf({ body, state }: Call): Sides | Refusal {
	const { SessionId, FromAccount, ToAccount } = body;
	if (SessionId !== undefined && SessionId !== '') {
		if (typeof SessionId !== 'string') return refuse(141004, 'SessionId has to be a String');
		const session = state.world.sessions.get(SessionId);
		if (!session || session.state === 'Ended') {
			return refuse(141005, 'the session does not exist or has ended');
		}
		return session;
	}
	if (typeof FromAccount !== 'string' || typeof ToAccount !== 'string') {
		return refuse(141004, 'give SessionId, or FromAccount and ToAccount as String');
	}
	return accountPair(state, FromAccount, ToAccount);
}

function accountPair(state: AppState, serviceAccount: string, userId: string): Sides | Refusal {
	if (!state.world.serviceAccounts.has(serviceAccount)) {
		return refuse(141004, 'FromAccount has to be a customer service account');
	}
	if (!accountExists(state.world, userId) || state.world.serviceAccounts.has(userId)) {
		return refuse(141004, 'ToAccount has to be an existing user');
	}
	return { serviceAccount, userId };
}
