import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, CallTime, Effect, EffectLookup } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { isObject } from '../../parameters/json';
import { recordsIn } from '../shared/records';
import { clockSlack, historyDelay, inHistoryOfPair } from '../shared/sentMessage';

/** `FromAccountRole` of what an agent, or the service account, wrote. */
const byAgent = 2;
const newestFirst = 2;
const pageSize = 100;
/** A message that is older than the call by so many seconds may be one from before it. */
const sureWithin = 2;

const outputOf = ({ SessionId, FromAccount, ToAccount, MsgRandom }: Body): IDataObject =>
	withoutAbsent({ SessionId, FromAccount, ToAccount, MsgRandom });

const secondsOf = ({ Timestamp }: IDataObject) =>
	typeof Timestamp === 'number' ? Timestamp / 1000 : 0;

/** Whether a value holds everything that was sent; a server may add fields of its own. */
function holds(value: unknown, sent: unknown): boolean {
	if (Array.isArray(sent)) {
		return (
			Array.isArray(value) &&
			value.length === sent.length &&
			sent.every((part, index) => holds(value[index], part))
		);
	}
	if (!isObject(sent)) return value === sent;
	return isObject(value) && Object.keys(sent).every((name) => holds(value[name], sent[name]));
}

/**
 * Messages of a session have no numbers: it is the one with the same content by an agent, since the
 * call. Any other one by an agent may be the same in another form, so that only their lack is certain.
 */
function interpret(response: ApiResponse, body: Body, { first }: CallTime): Effect {
	const byAgents = recordsIn(response, 'Messages').filter(
		(message) => message.FromAccountRole === byAgent && secondsOf(message) >= first - clockSlack,
	);
	const isSince = (message: IDataObject) => secondsOf(message) >= first - sureWithin;
	const [found, ...others] = byAgents.filter(({ MsgBody }) => holds(MsgBody, body.MsgBody));
	if (!found) return { effect: byAgents.some(isSince) ? 'unknown' : 'none' };
	const isCertain = others.length === 0 && isSince(found);
	return isCertain ? { effect: 'done', output: outputOf(body) } : { effect: 'unknown' };
}

/** Documentation: Desk > "Query Chat Messages" (page 1229/68824). */
const inSession: EffectLookup = {
	path: 'desk_http_svc/describe_chat_messages',
	perSecond: 50,
	delay: historyDelay,
	request: ({ SessionId }) => ({ SessionId, Order: newestFirst, Offset: 0, Limit: pageSize }),
	interpret,
	nextPage(response, look, { first }) {
		const messages = recordsIn(response, 'Messages');
		const oldest = messages.at(-1);
		if (!oldest || messages.length < pageSize || secondsOf(oldest) < first - clockSlack) {
			return undefined;
		}
		return { ...look, Offset: Number(look.Offset) + messages.length };
	},
};

const inHistory = inHistoryOfPair(
	({ FromAccount, ToAccount }) => [FromAccount, ToAccount],
	(_message, body) => outputOf(body),
);

/** Looks for a message of Desk: in its session, or in the history of its two sides. */
export const sentInDesk = (body: Body): EffectLookup | undefined =>
	body.SessionId === undefined ? inHistory(body) : inSession;

/** Messages of a session that say the same; those between two accounts have numbers. */
export const alikeInDesk = ({ SessionId, MsgBody }: Body): string | undefined =>
	SessionId === undefined ? undefined : JSON.stringify([SessionId, MsgBody]);
