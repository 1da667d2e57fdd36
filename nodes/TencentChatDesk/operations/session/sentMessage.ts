import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, CallTime, Effect, EffectLookup } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
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

/** The same for equal values, whatever the order of their fields. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, part]) => [name, canonical(part)]);
}

const textOf = (elements: unknown) => JSON.stringify(canonical(elements));

/** Messages of a session have no numbers: one with the same content by an agent, since the call. */
function interpret(response: ApiResponse, body: Body, { first }: CallTime): Effect {
	const wanted = textOf(body.MsgBody);
	const [found, ...others] = recordsIn(response, 'Messages').filter(
		(message) =>
			message.FromAccountRole === byAgent &&
			secondsOf(message) >= first - clockSlack &&
			textOf(message.MsgBody) === wanted,
	);
	if (!found) return { effect: 'none' };
	const isCertain = others.length === 0 && secondsOf(found) >= first - sureWithin;
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
	alike: ({ SessionId, MsgBody }) => JSON.stringify([SessionId, textOf(MsgBody)]),
};

const inHistory = inHistoryOfPair(
	({ FromAccount, ToAccount }) => [FromAccount, ToAccount],
	(_message, body) => outputOf(body),
);

/** Looks for a message of Desk: in its session, or in the history of its two sides. */
export const sentInDesk = (body: Body): EffectLookup | undefined =>
	body.SessionId === undefined ? inHistory(body) : inSession;
