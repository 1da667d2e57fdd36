import { type Fault } from '../../simulator';
import { takeFault } from '../../simulator/faults';
import { seededRandom } from '../../simulator/random';
import { Sleeper } from '../../simulator/sleeper';
import { until } from '../harness/eventually';
import { accountCheck, sendmsg } from '../harness/commands';
import { testbeds, directMessage, type SimulatorTestbed } from '../harness/simulatorTestbed';

/** Scripts one fault and sends a direct message into it. */
async function hit(testbed: SimulatorTestbed, fault: Fault): Promise<Response> {
	testbed.simulator.behaviour.failNext.push({ fault });
	return await testbed.send(sendmsg, directMessage());
}

/** Reads at least `bytes` of a body, then lets go of it. */
async function readSome(response: Response, bytes: number): Promise<number> {
	const reader = response.body?.getReader();
	let read = 0;
	while (reader && read < bytes) {
		const { done, value } = await reader.read();
		if (done) break;
		read += value.length;
	}
	await reader?.cancel();
	return read;
}

describe('a fault', () => {
	const open = testbeds();

	it('can reset the connection before the message takes effect', async () => {
		const testbed = await open();

		const reset = hit(testbed, { kind: 'reset' });

		await expect(reset).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });

		expect(testbed.textsOf('alice')).toEqual([]);
		expect(testbed.simulator.requests[0]).toMatchObject({ fault: 'reset', errorCode: null });
	});

	it('can lose the response of a message that took effect', async () => {
		const testbed = await open();

		const lost = hit(testbed, { kind: 'loseResponse' });

		await expect(lost).rejects.toMatchObject({ cause: { message: 'other side closed' } });

		expect(testbed.textsOf('alice')).toEqual(['hello']);
		expect(testbed.simulator.requests[0]).toMatchObject({ fault: 'loseResponse', errorCode: 0 });
	});

	it.each([
		[undefined, 0],
		[false, 0],
		[true, 1],
	])('can answer 502 in HTML; processed %s shows %i messages', async (processed, shown) => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'status502', processed });

		expect(response.status).toBe(502);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(await response.text()).toContain('<html>');
		expect(testbed.textsOf('alice')).toHaveLength(shown);
	});

	it.each([
		[{ kind: 'garbage' }, 1],
		[{ kind: 'truncated' }, 1],
		[{ kind: 'garbage', processed: false }, 0],
	] as Array<[Fault, number]>)('can spoil the JSON: %j shows %i messages', async (fault, shown) => {
		const testbed = await open();

		const response = await hit(testbed, fault);

		expect(response.status).toBe(200);
		const text = await response.text();
		expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
		expect(text.length).toBeGreaterThan(10);
		expect(testbed.textsOf('alice')).toHaveLength(shown);
	});

	it.each([
		[false, 0],
		[true, 1],
	])('can be an error code; processed %s shows %i messages', async (processed, shown) => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'errorCode', code: 91000, info: 'oh', processed });

		expect(await response.json()).toEqual({
			ActionStatus: 'FAIL',
			ErrorCode: 91000,
			ErrorInfo: 'oh',
		});
		expect(testbed.textsOf('alice')).toHaveLength(shown);
	});

	it('as an error code does not hide that the signature is bad', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.failNext.push({ fault: { kind: 'errorCode', code: 91000 } });

		expect(await testbed.codeOf(sendmsg, directMessage(), { usersig: 'bad' })).toBe(70003);
	});

	it('as an error code does not hide what is wrong with a message either', async () => {
		const testbed = await open();
		const fault: Fault = { kind: 'errorCode', code: 91000, processed: true };
		testbed.simulator.behaviour.failNext.push({ fault });

		expect(await testbed.codeOf(sendmsg, directMessage({ To_Account: 5 }))).toBe(90003);
	});

	it('can redirect to another address', async () => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' });

		expect(response.status).toBe(302);
		expect(response.headers.get('location')).toBe('http://127.0.0.1:9/elsewhere');
		expect(testbed.textsOf('alice')).toEqual([]);
	});

	it('can drip a body that never ends', async () => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'drip' });

		expect(response.status).toBe(200);
		expect(await readSome(response, 3)).toBeGreaterThanOrEqual(3);
	});

	it('can answer with far more than anybody should read', async () => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'huge' });

		expect(await readSome(response, 8_000_000)).toBeGreaterThanOrEqual(8_000_000);
	});

	it('can answer with little that inflates to much', async () => {
		const testbed = await open();

		const response = await hit(testbed, { kind: 'gzipBomb' });

		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(await readSome(response, 40_000_000)).toBeGreaterThanOrEqual(40_000_000);
	});

	it('can leave the caller without any answer', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.failNext.push({ path: sendmsg, fault: { kind: 'hang' } });
		const leave = new AbortController();
		const hanging = fetch(testbed.urlOf(sendmsg), { method: 'POST', signal: leave.signal });
		const left = expect(hanging).rejects.toThrow('aborted');

		const { requests } = testbed.simulator;
		await until('the call hangs', () => requests.some(({ fault }) => fault === 'hang'));
		expect(testbed.simulator.stats().inFlight).toBeGreaterThanOrEqual(1);
		leave.abort();
		await left;
	});

	it.each([
		[{ kind: 'delay', ms: 20 }, 0],
		[{ kind: 'delay', ms: 20, processed: true }, 1],
	] as Array<[Fault, number]>)('can hold a call up: %j', async (fault, shownMeanwhile) => {
		const testbed = await open();
		const slept: Array<[number, number]> = [];
		testbed.onSleep((ms) => slept.push([ms, testbed.textsOf('alice').length]));

		const response = await hit(testbed, fault);

		expect(slept).toEqual([[20, shownMeanwhile]]);
		expect(response.status).toBe(200);
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});

	it('can make a call so many times slower, half of it before the message counts', async () => {
		const testbed = await open({ behaviour: { latencyMs: 10 } });
		const slept: Array<[number, number]> = [];
		testbed.onSleep((ms) => slept.push([ms, testbed.textsOf('alice').length]));

		await hit(testbed, { kind: 'slow', factor: 4 });

		expect(slept).toEqual([
			[20, 0],
			[20, 1],
		]);
	});

	it('needs none for calls to take a while, each a little different', async () => {
		const testbed = await open({ behaviour: { latencyMs: 10, latencyJitterMs: 20 } });
		const slept: number[] = [];
		testbed.onSleep((ms) => slept.push(ms));

		for (let call = 0; call < 10; call += 1) await testbed.call(sendmsg, directMessage());

		expect(slept).toHaveLength(20);
		expect(Math.min(...slept)).toBeGreaterThanOrEqual(5);
		expect(Math.max(...slept)).toBeLessThan(15);
		expect(new Set(slept).size).toBeGreaterThan(5);
	});

	it('can be the whole server for a time', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.refuseUntil = testbed.now + 1000;

		await expect(testbed.call(sendmsg, directMessage())).rejects.toThrow('fetch failed');
		testbed.advance(1000);

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);
		expect(testbed.textsOf('alice')).toHaveLength(1);
	});

	it('can be that nothing listens', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage());

		await testbed.simulator.goDown();
		const refused = await testbed
			.call(sendmsg, directMessage())
			.catch((error: Error) => error.cause);
		await testbed.simulator.comeBack();

		expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);
	});

	it('can be that nothing listens any more, and closing is fine then', async () => {
		const testbed = await open();

		await testbed.simulator.goDown();

		await expect(testbed.simulator.close()).resolves.toBeUndefined();
	});

	it('is counted by kind', async () => {
		const testbed = await open();

		await hit(testbed, { kind: 'garbage' });
		await hit(testbed, { kind: 'garbage' });

		expect(testbed.simulator.stats().faults).toEqual({ garbage: 2 });
	});
});

describe('waiting', () => {
	it('ends at once when the simulator closes', async () => {
		const sleeper = new Sleeper();
		const nap = sleeper.sleep(600_000);

		sleeper.wakeAll();

		await expect(nap).resolves.toBeUndefined();
	});

	it('ends by itself after its time', async () => {
		await expect(new Sleeper().sleep(1)).resolves.toBeUndefined();
	});
});

describe('a plan of faults', () => {
	const open = testbeds();
	const code = (number: number): Fault => ({ kind: 'errorCode', code: number });

	it('happens in the order of the script, each fault to one request', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.failNext.push({ fault: code(1) }, { fault: code(2) });

		const codes: number[] = [];
		for (let call = 0; call < 3; call += 1) {
			codes.push(await testbed.codeOf(sendmsg, directMessage()));
		}

		expect(codes).toEqual([1, 2, 0]);
	});

	it('can be for one API, and lets others pass', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.failNext.push({ path: sendmsg, fault: code(1) });

		expect(await testbed.codeOf(accountCheck, { CheckItem: [{ UserID: 'a' }] })).toBe(0);
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(1);
	});

	it('by chance can be for one API, too', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.faults.push({ probability: 1, path: sendmsg, fault: code(1) });

		expect(await testbed.codeOf(accountCheck, { CheckItem: [{ UserID: 'a' }] })).toBe(0);
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(1);
	});

	it('by chance starts again after a reset', async () => {
		const testbed = await open({ behaviour: { faults: [{ probability: 0.5, fault: code(1) }] } });
		const run = async () => {
			const codes: number[] = [];
			for (let call = 0; call < 20; call += 1) {
				codes.push(await testbed.codeOf(sendmsg, directMessage()));
			}
			return codes;
		};

		const first = await run();
		testbed.simulator.reset();

		expect(await run()).toEqual(first);
		expect(new Set(first)).toEqual(new Set([0, 1]));
	});

	it('by chance is the same each time for one seed, and another for another', () => {
		const faults = [{ probability: 0.3, fault: code(1) }];
		const run = (seed: number) => {
			const random = seededRandom(seed);
			return Array.from({ length: 200 }, () =>
				takeFault({ failNext: [], faults }, sendmsg, random) ? 1 : 0,
			);
		};
		const hits = run(1).filter((happened) => happened === 1).length;

		expect(run(1)).toEqual(run(1));
		expect(run(1)).not.toEqual(run(2));
		expect(hits).toBeGreaterThan(40);
		expect(hits).toBeLessThan(80);
	});

	it('leaves the options of the caller as they were, and starts again after a reset', async () => {
		const failNext = [{ fault: code(1) }];
		const testbed = await open({ behaviour: { failNext } });

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(1);
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);
		expect(failNext).toHaveLength(1);
		testbed.simulator.reset();
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(1);
	});
});
