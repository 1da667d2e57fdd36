import fc from 'fast-check';
import { Conversations } from '../../simulator/state/conversations';
import { deskSend, sendmsg } from '../harness/commands';
import { testbeds, deskMessage, directMessage, textBody } from '../harness/simulatorTestbed';

const address = { kind: 'c2c' as const, sdkAppId: 1, participants: ['alice', 'bob'] };
const entry = (time: number, seq: number) => ({
	kind: 'message' as const,
	sender: 'alice',
	elements: [],
	text: '',
	time,
	seq,
	key: '',
	onlineOnly: false,
	state: 'delivered' as const,
});

describe('a conversation', () => {
	const open = testbeds();

	it('shows direct messages of one second by MsgSeq, not by arrival', async () => {
		const testbed = await open();
		for (const [MsgSeq, text] of [
			[3, 'third'],
			[1, 'first'],
			[2, 'second'],
		] as const) {
			await testbed.call(
				sendmsg,
				directMessage({ MsgSeq, MsgRandom: MsgSeq, MsgBody: textBody(text) }),
			);
			testbed.advance(100);
		}

		expect(testbed.textsOf('alice')).toEqual(['first', 'second', 'third']);
	});

	it('shows an earlier second first, whatever the MsgSeq', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage({ MsgSeq: 9, MsgBody: textBody('earlier') }));
		testbed.advance(1000);
		await testbed.call(sendmsg, directMessage({ MsgSeq: 1, MsgBody: textBody('later') }));

		expect(testbed.textsOf('alice')).toEqual(['earlier', 'later']);
	});

	it('shows desk messages of one second as they arrived', async () => {
		const testbed = await open();
		const texts = ['a', 'b', 'c', 'd'];
		for (const [index, text] of texts.entries()) {
			const body = deskMessage({ MsgRandom: 100 - index, MsgBody: textBody(text) });
			await testbed.call(deskSend, body);
		}

		expect(testbed.textsOf('alice')).toEqual(texts);
	});

	it('is one for both directions of a pair', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage({ From_Account: 'bob', To_Account: 'alice' }));
		await testbed.call(sendmsg, directMessage({ From_Account: 'alice', To_Account: 'bob' }));

		expect(testbed.simulator.conversations()).toHaveLength(1);
	});

	it('is always in order of time and then of MsgSeq', () => {
		const place = fc.tuple(fc.nat(5), fc.nat(5));
		fc.assert(
			fc.property(fc.array(place), (places) => {
				const conversations = new Conversations();
				for (const [time, seq] of places) conversations.add(address, entry(time, seq));

				const shown = conversations.list()[0]?.entries ?? [];

				expect(shown).toHaveLength(places.length);
				const keys = shown.map(({ time, seq }) => time * 10 + seq);
				expect(keys).toEqual([...keys].sort((a, b) => a - b));
			}),
		);
	});

	it('is forgotten from its start when there are too many messages in all', () => {
		const conversations = new Conversations();
		const busy = { ...address, participants: ['carol', 'dave'] };
		conversations.add(address, entry(0, 0));
		for (let seq = 1; seq <= 200_000; seq += 1) conversations.add(busy, entry(0, seq));

		const [only, ...others] = conversations.list();
		expect(others).toEqual([]);
		expect(only?.entries).toHaveLength(200_000);
	});
});
