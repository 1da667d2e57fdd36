import { once, step, type Story, withErrorBranch, withRetry } from './story';

const fromAliceToBob = { fromAccount: 'alice', toAccount: 'bob' };

const write = step('Write', 'directMessage.send', {
	toAccount: 'bob',
	text: '={{ $json.text }}',
	options: { fromAccount: 'alice', supportMessageExtension: true },
});

const bobsHistory = (name: string) =>
	step(name, 'directMessage.getMany', {
		operatorAccount: 'bob',
		peerAccount: 'alice',
		returnAll: true,
	});

const bobsUnread = (name: string) =>
	step(name, 'directMessage.getUnreadCount', { toAccount: 'bob' }, once);

export const directMessageStories: Story[] = [
	{
		name: 'writes two messages, corrects the second, and sees when they have been read',
		items: [{ text: 'Your table is booked.' }, { text: 'See you on Tuesday.' }],
		steps: [
			write,
			bobsUnread('Unread before'),
			step('Correct', 'directMessage.update', {
				...fromAliceToBob,
				msgKey: "={{ $('Write').last().json.MsgKey }}",
				text: 'See you on Wednesday.',
			}),
			step('Read', 'directMessage.markAsRead', { reportAccount: 'bob', peerAccount: 'alice' }),
			bobsUnread('Unread after'),
			bobsHistory('History'),
		],
		check(end) {
			expect(end.pairs('Write')).toEqual([0, 1]);
			expect(end.json('Unread before')).toMatchObject([{ AllC2CUnreadMsgNum: 2 }]);
			expect(end.json('Unread after')).toMatchObject([{ AllC2CUnreadMsgNum: 0 }]);
			expect(end.json('History')).toMatchObject([
				{ Text: 'See you on Wednesday.', IsPeerRead: true },
				{ Text: 'Your table is booked.', IsPeerRead: true },
			]);
			expect(end.seen('bob')).toEqual(['Your table is booked.', 'See you on Wednesday.']);
		},
	},
	{
		name: 'asks for a rating with a message, and reads the rating from it',
		items: [{ text: 'How did you like it?' }],
		steps: [
			write,
			step('Rate', 'directMessage.setExtensions', {
				...fromAliceToBob,
				msgKey: '={{ $json.MsgKey }}',
				extensions: {
					pair: [
						{ key: 'stars', value: '5' },
						{ key: 'words', value: 'Lovely' },
					],
				},
			}),
			step('Ratings', 'directMessage.getExtensions', {
				...fromAliceToBob,
				msgKey: '={{ $json.MsgKey }}',
				returnAll: true,
			}),
		],
		check(end) {
			expect(end.json('Ratings')).toMatchObject([
				{ Key: 'stars', Value: '5' },
				{ Key: 'words', Value: 'Lovely' },
			]);
		},
	},
	{
		name: 'recalls all that was said, and says that the second message was recalled before',
		items: [{ text: 'one' }, { text: 'two' }, { text: 'three' }],
		steps: [
			write,
			step(
				'Recall the second',
				'directMessage.recall',
				{ ...fromAliceToBob, msgKey: "={{ $('Write').all()[1].json.MsgKey }}" },
				once,
			),
			bobsHistory('History'),
			step(
				'Recall all',
				'directMessage.recall',
				{ ...fromAliceToBob, msgKey: '={{ $json.MsgKey }}' },
				withErrorBranch,
			),
		],
		check(end) {
			expect(end.json('History').map(({ Text, Recalled }) => [Text, Recalled])).toEqual([
				['three', false],
				['two', true],
				['one', false],
			]);
			expect(end.pairs('Recall all')).toEqual([0, 2]);
			expect(end.failures('Recall all')).toMatchObject([
				{ item: 1, error: { ErrorCode: 20023, message: 'The message was already taken back' } },
			]);
			expect(end.seen('bob')).toEqual([]);
		},
	},
	{
		name: 'reaches everybody once, though n8n ran the node again for one who failed at first',
		items: [{ to: 'alice' }, { to: 'bob' }, { to: 'carol' }],
		before(_world, { failNext }) {
			failNext.push({ path: 'openim/sendmsg', fault: { kind: 'errorCode', code: 90012 } });
		},
		steps: [
			step(
				'Write',
				'directMessage.send',
				{ toAccount: '={{ $json.to }}', text: 'We open at nine.' },
				withRetry,
			),
		],
		check(end) {
			expect(end.pairs('Write')).toEqual([0, 1, 2]);
			const calls = end.calls('openim/sendmsg');
			expect(calls).toHaveLength(4);
			expect(calls.filter(({ errorCode }) => errorCode === 0)).toHaveLength(3);
			for (const person of ['alice', 'bob', 'carol']) {
				expect(end.seen(person)).toEqual(['We open at nine.']);
			}
		},
	},
	{
		name: 'brings over the messages of another system, each at its own time',
		items: [
			{ at: '2025-01-02T10:00:00Z', text: 'Is it still there?' },
			{ at: '2025-01-02T10:01:00Z', text: 'I would like to buy it.' },
		],
		steps: [
			step('Bring over', 'directMessage.import', {
				...fromAliceToBob,
				msgTimeStamp: '={{ $json.at }}',
				text: '={{ $json.text }}',
			}),
			bobsUnread('Unread'),
		],
		check(end) {
			expect(end.json('Bring over').map(({ MsgTimeStamp }) => MsgTimeStamp)).toEqual([
				Date.UTC(2025, 0, 2, 10) / 1000,
				Date.UTC(2025, 0, 2, 10, 1) / 1000,
			]);
			expect(end.seen('bob')).toEqual(['Is it still there?', 'I would like to buy it.']);
			expect(end.json('Unread')).toMatchObject([{ AllC2CUnreadMsgNum: 0 }]);
		},
	},
];
