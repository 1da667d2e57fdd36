import {
	DESK_SEND,
	SENDMSG,
	benches,
	contact,
	deskMessage,
	directMessage,
	textBody,
	type Answer,
	type Bench,
} from './support';

const SEQ = { MsgSeq: 7, MsgRandom: 8 };

/** Sends the same direct message twice and returns both answers. */
async function sendTwice(bench: Bench, changes: Record<string, unknown> = SEQ): Promise<Answer[]> {
	const first = await bench.call(SENDMSG, directMessage(changes));
	bench.advance(1000);
	return [first, await bench.call(SENDMSG, directMessage(changes))];
}

const duplicatesOf = (bench: Bench, path: string) =>
	bench.simulator.stats().paths[path]?.duplicates;

describe('a repeated direct message', () => {
	const open = benches();

	it('is shown once and counted as a duplicate', async () => {
		const bench = await open();

		await sendTwice(bench);

		expect(bench.textsOf('alice')).toEqual(['hello']);
		expect(duplicatesOf(bench, SENDMSG)).toBe(1);
		expect(bench.simulator.requests.map((request) => request.duplicate)).toEqual([false, true]);
	});

	it.each([
		['sender', { From_Account: 'bob' }],
		['MsgSeq', { MsgSeq: 9 }],
		['MsgRandom', { MsgRandom: 9 }],
		['content', { MsgBody: textBody('other') }],
	])('is another message when its %s differs', async (_part, changes) => {
		const bench = await open();

		await bench.call(SENDMSG, directMessage(SEQ));
		await bench.call(SENDMSG, directMessage({ ...SEQ, ...changes }));

		expect(bench.textsOf('alice')).toHaveLength(2);
	});

	it('is the same message however its JSON is written', async () => {
		const bench = await open();

		await bench.call(SENDMSG, JSON.stringify(directMessage(SEQ)));
		await bench.call(SENDMSG, JSON.stringify(directMessage(SEQ), null, 2));

		expect(bench.textsOf('alice')).toEqual(['hello']);
	});

	it('is remembered for 120 seconds and not longer', async () => {
		const bench = await open();
		await bench.call(SENDMSG, directMessage(SEQ));

		bench.advance(119_999);
		await bench.call(SENDMSG, directMessage(SEQ));
		expect(bench.textsOf('alice')).toHaveLength(1);

		bench.advance(1);
		await bench.call(SENDMSG, directMessage(SEQ));
		expect(bench.textsOf('alice')).toHaveLength(2);
	});

	it('is never recognised without a MsgSeq, since the server then makes one up', async () => {
		const bench = await open();

		const answers = await sendTwice(bench, { MsgRandom: 8 });

		expect(bench.textsOf('alice')).toEqual(['hello', 'hello']);
		expect(answers[0]?.MsgKey).not.toBe(answers[1]?.MsgKey);
	});

	it.each([
		['sender', 1],
		['pair', 2],
	] as const)(
		'to another user, keyed by %s, is shown %i times in all',
		async (sendmsgDedupScope, shown) => {
			const bench = await open({ behaviour: { sendmsgDedupScope } });

			await bench.call(SENDMSG, directMessage(SEQ));
			await bench.call(SENDMSG, directMessage({ ...SEQ, To_Account: 'bob' }));

			expect(bench.textsOf('administrator')).toHaveLength(shown);
		},
	);

	it('under the older rule is one with the same MsgRandom within a second', async () => {
		const bench = await open({ behaviour: { sendmsgDedup: 'oneSecond' } });
		await bench.call(SENDMSG, directMessage({ MsgBody: textBody('a') }));
		bench.advance(999);
		await bench.call(SENDMSG, directMessage({ MsgBody: textBody('b') }));
		bench.advance(1);
		await bench.call(SENDMSG, directMessage({ MsgBody: textBody('c') }));

		expect(bench.textsOf('alice').sort()).toEqual(['a', 'c']);
	});

	it('is answered like the first one', async () => {
		const [first, second] = await sendTwice(await open());

		expect(second).toEqual(first);
	});

	it('is answered as if it were new, if so switched', async () => {
		const bench = await open({ behaviour: { duplicateAnswer: 'freshAnswer' } });
		await bench.call(SENDMSG, directMessage(SEQ));
		bench.advance(1000);

		const second = await bench.call(SENDMSG, directMessage(SEQ));

		const time = Math.floor(bench.now / 1000);
		expect(second).toMatchObject({ MsgTime: time, MsgKey: `7_8_${time}` });
		expect(bench.textsOf('alice')).toHaveLength(1);
	});

	it('is answered without a key, if so switched', async () => {
		const [, second] = await sendTwice(
			await open({ behaviour: { duplicateAnswer: 'okWithoutKey' } }),
		);

		expect(second).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
	});

	it('is answered with an error, if so switched, and is counted as a duplicate still', async () => {
		const bench = await open({
			behaviour: { duplicateAnswer: 'error', duplicateErrorCode: 12345 },
		});

		const [, second] = await sendTwice(bench);

		expect(second).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 12345 });
		expect(bench.textsOf('alice')).toHaveLength(1);
		expect(duplicatesOf(bench, SENDMSG)).toBe(1);
	});

	it('is no duplicate of one that was refused', async () => {
		const bench = await open();
		await bench.call(SENDMSG, directMessage({ ...SEQ, From_Account: 'zoe' }));
		await bench.call('im_open_login_svc/account_import', { UserID: 'zoe' });

		await bench.call(SENDMSG, directMessage({ ...SEQ, From_Account: 'zoe' }));

		expect(bench.textsOf('zoe')).toEqual(['hello']);
	});
});

describe('a repeated desk message', () => {
	const open = benches();

	it('is one with the same MsgRandom, whatever it says', async () => {
		const bench = await open();

		await bench.call(DESK_SEND, deskMessage());
		expect(await bench.call(DESK_SEND, deskMessage({ MsgBody: textBody('other') }))).toEqual({
			ActionStatus: 'OK',
			ErrorCode: 0,
			ErrorInfo: '',
		});

		expect(bench.textsOf('alice')).toEqual(['hello']);
		expect(duplicatesOf(bench, DESK_SEND)).toBe(1);
	});

	it.each([
		['conversation', 2],
		['app', 1],
	] as const)('unique by %s leaves %i messages to two users', async (deskDedupScope, shown) => {
		const bench = await open({ behaviour: { deskDedupScope } });

		await bench.call(DESK_SEND, deskMessage());
		await bench.call(DESK_SEND, deskMessage({ ToAccount: 'bob' }));

		expect(bench.textsOf('@support')).toHaveLength(shown);
	});

	it('is recognised across the two ways of addressing one conversation', async () => {
		const bench = await open();
		const pair = { FromAccount: '@customer_service_account', ToAccount: 'user45' };

		await bench.call(DESK_SEND, deskMessage(pair));
		await bench.call(DESK_SEND, deskMessage({ SessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf' }));

		expect(bench.textsOf('user45')).toEqual(['hello']);
	});

	it.each([
		[120, 119_999, 1],
		[120, 120_000, 2],
		[5, 4999, 1],
		[5, 5000, 2],
		[0, 0, 2],
	])('within a window of %i s after %i ms leaves %i', async (deskDedupSeconds, wait, shown) => {
		const bench = await open({ behaviour: { deskDedupSeconds } });

		await bench.call(DESK_SEND, deskMessage());
		bench.advance(wait);
		await bench.call(DESK_SEND, deskMessage());

		expect(bench.textsOf('alice')).toHaveLength(shown);
	});

	it('is answered with an error, if so switched', async () => {
		const bench = await open({ behaviour: { duplicateAnswer: 'error' } });

		await bench.call(DESK_SEND, deskMessage());

		expect(await bench.codeOf(DESK_SEND, deskMessage())).toBe(99999);
	});

	it('has nothing to do with a direct message of the same number', async () => {
		const bench = await open();

		await bench.call('desk_http_svc/contact_user', contact());
		await bench.call(SENDMSG, directMessage());
		await bench.call(DESK_SEND, deskMessage());

		expect(bench.textsOf('alice')).toHaveLength(2);
	});
});
