import { askForRating, ratingRules } from '../desk/rating';
import { signalAgentCame, signalEnd } from '../desk/signals';
import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { MessageElement } from '../state/conversations';
import type { Session } from '../state/sessions';
import type { DeskEventNames } from './settings';

/** What was said, for the events that tell of a message. */
export interface DeskMessage {
	key: string;
	elements: MessageElement[];
	cloudCustomData?: string;
}

/**
 * Chat Desk > Session Event Callback (page 1229/68989; RequestID is from 269/111212). An event
 * whose name is not known is not told. The customer's client gets its signals either way.
 */
export function tellSessionEvent(
	call: Call,
	moment: keyof DeskEventNames,
	session: Session,
	message?: DeskMessage,
): void {
	signalClient(call, moment, session);
	const Event = call.state.callbacks.settings.deskEvents[moment];
	if (Event === null) return;
	const body: JsonObject = {
		SessionId: session.sessionId,
		Event,
		EventTime: call.now,
		ChannelType: 'SDK',
		ClientUserId: session.userId,
		CustomerServiceId: session.serviceAccount,
		AgentId: session.memberId ?? '',
		// Who passed the session on (page 269/111212): agents do nothing of their own here.
		ForwardFromAgentId: '',
		...(message && {
			MsgKey: message.key,
			MsgBody: message.elements.map((element) => ({ ...element })),
			CloudCustomData: message.cloudCustomData ?? '',
		}),
		IsContactUser: session.contacted ?? false,
		...(session.rating !== undefined && { SatisfactionSelected: session.rating }),
	};
	const { callbacks, state, platform } = call;
	callbacks.tell(state, { command: 'Desk.SessionEventNotify', platform, body });
}

/** The server's signals to the customer's client, and the rating that may follow a session. */
function signalClient(call: Call, moment: keyof DeskEventNames, session: Session): void {
	if (moment === 'transferred') signalAgentCame(call, session);
	if (moment !== 'sessionEnded') return;
	signalEnd(call, session);
	if ((call.behaviour.deskRatingRule & ratingRules.automatic) !== 0) askForRating(call, session);
}

/** Tells that the service account's side wrote: the chatbot or an agent, whoever has the session. */
export function tellReply(call: Call, session: Session, message: DeskMessage): void {
	tellSessionEvent(call, session.state === 'Chatbot' ? 'chatbot' : 'agent', session, message);
}
