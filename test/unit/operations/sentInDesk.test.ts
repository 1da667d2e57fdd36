import type { Body } from '../../../nodes/TencentChatDesk/contract';
import { sentInDesk } from '../../../nodes/TencentChatDesk/operations/session/sentMessage';

const text = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }];
const sent: Body = { SessionId: 's1', MsgRandom: 7, MsgBody: text('hello') };
/** Unix seconds of the call. */
const first = 1_700_000_000;

const message = (seconds: number, more: Body = {}): Body => ({
	FromAccount: '@support',
	FromAccountRole: 2,
	MsgBody: text('hello'),
	Timestamp: (first + seconds) * 1000,
	...more,
});

const effectOf = (Messages: Body[]) =>
	sentInDesk(sent)!.interpret({ Messages }, sent, { first, now: first + 20 }, {}).effect;

describe('a message in a session', () => {
	it.each<[string, string, Body[]]>([
		['done', 'the same by an agent since the call', [message(1)]],
		[
			'done',
			'the same with fields that the server added',
			[
				message(1, {
					MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello', Lang: 'en' } }],
				}),
			],
		],
		['none', 'nothing', []],
		['none', 'only what the customer wrote', [message(1, { FromAccountRole: 1 })]],
		['none', 'only what was written long before', [message(-3600)]],
		['none', 'only another one from before', [message(-60, { MsgBody: text('before') })]],
		['unknown', 'the same twice', [message(1), message(2)]],
		['unknown', 'the same shortly before the call: clocks may differ', [message(-60)]],
		[
			'unknown',
			'another one since the call: it may be the same, changed',
			[message(1, { MsgBody: text('hel*o') })],
		],
	])('is %s when the session holds %s', (effect, _what, messages) => {
		expect(effectOf(messages)).toBe(effect);
	});

	it('is looked for on older pages until one of them is older than the call', () => {
		const { request, nextPage } = sentInDesk(sent)!;
		const time = { first, now: first + 20 };
		const look = request(sent, time);
		const full = (seconds: number) => ({
			Messages: Array.from({ length: 100 }, () => message(seconds)),
		});
		expect(look).toEqual({ SessionId: 's1', Order: 2, Offset: 0, Limit: 100 });
		expect(nextPage?.(full(1), look, time)).toEqual({ ...look, Offset: 100 });
		expect(nextPage?.(full(-3600), look, time)).toBeUndefined();
		expect(nextPage?.({ Messages: [message(1)] }, look, time)).toBeUndefined();
	});
});
