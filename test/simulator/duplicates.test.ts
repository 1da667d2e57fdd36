import { deskSend, sendmsg } from '../harness/commands';
import {
	testbeds,
	contact,
	deskMessage,
	directMessage,
	textBody,
	type ApiResponse,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const seq = { MsgSeq: 7, MsgRandom: 8 };

/** Sends the same direct message twice and returns both answers. */
async function sendTwice(
	testbed: SimulatorTestbed,
	changes: Record<string, unknown> = seq,
): Promise<ApiResponse[]> {
	const first = await testbed.call(sendmsg, directMessage(changes));
	testbed.advance(1000);
	return [first, await testbed.call(sendmsg, directMessage(changes))];
}

const duplicatesOf = (testbed: SimulatorTestbed, path: string) =>
	testbed.simulator.stats().paths[path]?.duplicates;

describe('a repeated direct message', () => {
	const open = testbeds();

	it('is shown once and counted as a duplicate', async () => {
		const testbed = await open();

		await sendTwice(testbed);

		expect(testbed.textsOf('alice')).toEqual(['hello']);
		expect(duplicatesOf(testbed, sendmsg)).toBe(1);
		expect(testbed.simulator.requests.map((request) => request.duplicate)).toEqual([false, true]);
	});

	it.each([
		['sender', { From_Account: 'bob' }],
		['MsgSeq', { MsgSeq: 9 }],
		['MsgRandom', { MsgRandom: 9 }],
		['content', { MsgBody: textBody('other') }],
	])('is another message when its %s differs', async (_part, changes) => {
		const testbed = await open();

		await testbed.call(sendmsg, directMessage(seq));
		await testbed.call(sendmsg, directMessage({ ...seq, ...changes }));

		expect(testbed.textsOf('alice')).toHaveLength(2);
	});

	it('is the same message however its JSON is written', async () => {
		const testbed = await open();

		await testbed.call(sendmsg, JSON.stringify(directMessage(seq)));
		await testbed.call(sendmsg, JSON.stringify(directMessage(seq), null, 2));

		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});

	it('is remembered for 120 seconds and not longer', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage(seq));

		testbed.advance(119_999);
		await testbed.call(sendmsg, directMessage(seq));
		expect(testbed.textsOf('alice')).toHaveLength(1);

		testbed.advance(1);
		await testbed.call(sendmsg, directMessage(seq));
		expect(testbed.textsOf('alice')).toHaveLength(2);
	});

	it('is never recognised without a MsgSeq, since the server then makes one up', async () => {
		const testbed = await open();

		const responses = await sendTwice(testbed, { MsgRandom: 8 });

		expect(testbed.textsOf('alice')).toEqual(['hello', 'hello']);
		expect(responses[0]?.MsgKey).not.toBe(responses[1]?.MsgKey);
	});

	it.each([
		['sender', 1],
		['pair', 2],
	] as const)(
		'to another user, keyed by %s, is shown %i times in all',
		async (sendmsgDedupScope, shown) => {
			const testbed = await open({ behaviour: { sendmsgDedupScope } });

			await testbed.call(sendmsg, directMessage(seq));
			await testbed.call(sendmsg, directMessage({ ...seq, To_Account: 'bob' }));

			expect(testbed.textsOf('administrator')).toHaveLength(shown);
		},
	);

	it('under the older rule is one with the same MsgRandom within a second', async () => {
		const testbed = await open({ behaviour: { sendmsgDedup: 'oneSecond' } });
		await testbed.call(sendmsg, directMessage({ MsgBody: textBody('a') }));
		testbed.advance(999);
		await testbed.call(sendmsg, directMessage({ MsgBody: textBody('b') }));
		testbed.advance(1);
		await testbed.call(sendmsg, directMessage({ MsgBody: textBody('c') }));

		expect(testbed.textsOf('alice').sort()).toEqual(['a', 'c']);
	});

	it('is answered like the first one', async () => {
		const [first, second] = await sendTwice(await open());

		expect(second).toEqual(first);
	});

	it('is answered as if it were new, if so switched', async () => {
		const testbed = await open({ behaviour: { duplicateResponse: 'freshResponse' } });
		await testbed.call(sendmsg, directMessage(seq));
		testbed.advance(1000);

		const second = await testbed.call(sendmsg, directMessage(seq));

		const time = Math.floor(testbed.now / 1000);
		expect(second).toMatchObject({ MsgTime: time, MsgKey: `7_8_${time}` });
		expect(testbed.textsOf('alice')).toHaveLength(1);
	});

	it('is answered without a key, if so switched', async () => {
		const [, second] = await sendTwice(
			await open({ behaviour: { duplicateResponse: 'okWithoutKey' } }),
		);

		expect(second).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
	});

	it('is answered with an error, if so switched, and is counted as a duplicate still', async () => {
		const testbed = await open({
			behaviour: { duplicateResponse: 'error', duplicateErrorCode: 12345 },
		});

		const [, second] = await sendTwice(testbed);

		expect(second).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 12345 });
		expect(testbed.textsOf('alice')).toHaveLength(1);
		expect(duplicatesOf(testbed, sendmsg)).toBe(1);
	});

	it('is no duplicate of one that was refused', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage({ ...seq, From_Account: 'zoe' }));
		await testbed.call('im_open_login_svc/account_import', { UserID: 'zoe' });

		await testbed.call(sendmsg, directMessage({ ...seq, From_Account: 'zoe' }));

		expect(testbed.textsOf('zoe')).toEqual(['hello']);
	});
});

describe('a repeated desk message', () => {
	const open = testbeds();

	it('is one with the same MsgRandom, whatever it says', async () => {
		const testbed = await open();

		await testbed.call(deskSend, deskMessage());
		expect(await testbed.call(deskSend, deskMessage({ MsgBody: textBody('other') }))).toEqual({
			ActionStatus: 'OK',
			ErrorCode: 0,
			ErrorInfo: '',
		});

		expect(testbed.textsOf('alice')).toEqual(['hello']);
		expect(duplicatesOf(testbed, deskSend)).toBe(1);
	});

	it.each([
		['conversation', 2],
		['app', 1],
	] as const)('unique by %s leaves %i messages to two users', async (deskDedupScope, shown) => {
		const testbed = await open({ behaviour: { deskDedupScope } });

		await testbed.call(deskSend, deskMessage());
		await testbed.call(deskSend, deskMessage({ ToAccount: 'bob' }));

		expect(testbed.textsOf('@support')).toHaveLength(shown);
	});

	it('is recognised across the two ways of addressing one conversation', async () => {
		const testbed = await open();
		const pair = { FromAccount: '@customer_service_account', ToAccount: 'user45' };

		await testbed.call(deskSend, deskMessage(pair));
		await testbed.call(
			deskSend,
			deskMessage({ SessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf' }),
		);

		expect(testbed.textsOf('user45')).toEqual(['hello']);
	});

	it.each([
		[120, 119_999, 1],
		[120, 120_000, 2],
		[5, 4999, 1],
		[5, 5000, 2],
		[0, 0, 2],
	])('within a window of %i s after %i ms leaves %i', async (deskDedupSeconds, wait, shown) => {
		const testbed = await open({ behaviour: { deskDedupSeconds } });

		await testbed.call(deskSend, deskMessage());
		testbed.advance(wait);
		await testbed.call(deskSend, deskMessage());

		expect(testbed.textsOf('alice')).toHaveLength(shown);
	});

	it('is answered with an error, if so switched', async () => {
		const testbed = await open({ behaviour: { duplicateResponse: 'error' } });

		await testbed.call(deskSend, deskMessage());

		expect(await testbed.codeOf(deskSend, deskMessage())).toBe(99999);
	});

	it('has nothing to do with a direct message of the same number', async () => {
		const testbed = await open();

		await testbed.call('desk_http_svc/contact_user', contact());
		await testbed.call(sendmsg, directMessage());
		await testbed.call(deskSend, deskMessage());

		expect(testbed.textsOf('alice')).toHaveLength(2);
	});
});
