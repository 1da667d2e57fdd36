import type { INodeParameters } from 'n8n-workflow';

import {
	CONTACT_USER,
	DESK_SEND,
	SENDMSG,
	benches,
	contact,
	desk,
	direct,
	failureIn,
	message,
} from '../support';

const open = benches();

const IMPORT = 'im_open_login_svc/account_import';

type Parameters = (options?: INodeParameters) => INodeParameters;

const SENDS: Array<[string, Parameters, string]> = [
	['a direct message', direct, SENDMSG],
	['a desk message', desk, DESK_SEND],
	['contacting a user', contact, CONTACT_USER],
];

describe('an account that Tencent does not know', () => {
	it.each(SENDS)('is imported, and %s goes out', async (_what, parameters, path) => {
		const bench = await open();
		// The page of Desk names no code for this; 70107 is a public one that any API may answer.
		if (path === DESK_SEND) bench.failNext(path, { kind: 'errorCode', code: 70107 });

		const { output, error } = await bench.run(parameters({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(bench.calls(path).map(({ errorCode }) => errorCode === 0)).toEqual([false, true]);
		expect(bench.calls(IMPORT).map(({ body }) => body)).toEqual([{ UserID: 'newcomer' }]);
		expect(bench.calls(path)[1]?.raw).toBe(bench.calls(path)[0]?.raw);
	});

	it.each(SENDS)('stays unknown where nobody asked for it: %s', async (_what, parameters) => {
		const bench = await open();

		const { errorOutput } = await bench.run(parameters(), [message('newcomer', 'Welcome')], {
			onError: 'continueErrorOutput',
		});

		expect(bench.calls()).toHaveLength(1);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(bench.calls()[0]?.errorCode);
		expect(bench.simulator.world().accounts.has('newcomer')).toBe(false);
	});

	it('is imported as sender too', async () => {
		const bench = await open({ unknownSenderCode: 90048 });

		const { output } = await bench.run(
			direct({ importMissingAccount: true, fromAccount: 'shop' }),
			[message('newcomer', 'Welcome')],
		);

		expect(output).toHaveLength(1);
		expect(bench.calls(IMPORT).map(({ body }) => body)).toEqual([
			{ UserID: 'newcomer' },
			{ UserID: 'shop' },
		]);
	});

	it.each([90048, 90012] as const)('is imported after %i', async (unknownReceiverCode) => {
		const bench = await open({ unknownReceiverCode });

		const { output } = await bench.run(direct({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(output).toHaveLength(1);
		expect(bench.shown('newcomer')).toEqual(['Welcome']);
	});

	it('is imported once, and a refusal after that is a failure', async () => {
		const bench = await open();
		bench.failNext(SENDMSG, { kind: 'errorCode', code: 90012 });
		bench.failNext(SENDMSG, { kind: 'errorCode', code: 90012 });

		const { errorOutput } = await bench.run(
			direct({ importMissingAccount: true }),
			[message('newcomer', 'Welcome')],
			{ onError: 'continueErrorOutput' },
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(90012);
		expect(bench.calls(SENDMSG)).toHaveLength(2);
		expect(bench.calls(IMPORT)).toHaveLength(1);
	});

	it('that cannot be imported leaves the message with its own failure', async () => {
		const bench = await open();
		bench.simulator.world().deletedAccounts.add('gone');

		const { errorOutput } = await bench.run(
			direct({ importMissingAccount: true }),
			[message('gone', 'Welcome')],
			{ onError: 'continueErrorOutput' },
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(90012);
		expect(bench.calls(SENDMSG)).toHaveLength(1);
	});

	it('is not what other refusals are about', async () => {
		const bench = await open();
		bench.failNext(SENDMSG, { kind: 'errorCode', code: 80001 });

		await bench.run(direct({ importMissingAccount: true }), [message('u0', 'Welcome')]);

		expect(bench.calls(IMPORT)).toHaveLength(0);
	});
});
