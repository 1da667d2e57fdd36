import { letter, visit } from '../support/operations';
import { run } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Server } from '../support/server';

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ to: `p${index}`, text: 'hello' }));
/** Each call takes as long as all of them, one after another. */
const taking =
	(milliseconds: number, server: Server = () => fine()): Server =>
	(call) => ({ ...server(call), takes: milliseconds });
const options = { maxConcurrency: 1, timeout: 120_000, maxRetries: 0 };

describe('the log of a long run', () => {
	it('says once a minute how far it is', async () => {
		const { log } = await run(letter, people(9), taking(25_000), { options });
		expect(log).toEqual([
			'info: Send: 3 of 9 sent, 6 not tried, in 75.0 seconds',
			'info: Send: 6 of 9 sent, 3 not tried, in 150.0 seconds',
			'info: Send: 9 of 9 sent, in 225.0 seconds',
		]);
	});

	it('begins after a minute, not before', async () => {
		expect((await run(letter, people(2), taking(29_000), { options })).log).toEqual([]);
		expect((await run(letter, people(2), taking(30_000), { options })).log).toHaveLength(1);
	});

	it('counts failures and what is in doubt', async () => {
		const server = taking(25_000, inTurn(lost, refused(codes.permanent), fine()));
		const { log } = await run(visit, people(4), server, { options, continues: true });
		expect(log).toEqual([
			'info: Send: 1 of 4 sent, 1 failed, 1 in doubt, 1 not tried, in 75.0 seconds',
		]);
	});

	it('speaks of failures when nothing but failures come', async () => {
		const server = taking(30_000, () => refused(codes.permanent));
		const { log } = await run(letter, people(2), server, { options, continues: true });
		expect(log).toEqual(['info: Send: 2 of 2 failed, in 60.0 seconds']);
	});

	it('is empty for a short run', async () => {
		expect((await run(letter, people(20))).log).toEqual([]);
	});
});

describe('the line above the output', () => {
	it('says how many, how long and how fast', async () => {
		const { hints } = await run(letter, people(10), taking(250), {
			options: { maxConcurrency: 1 },
		});
		expect(hints[0]?.message).toBe('10 of 10 sent, in 2.5 seconds (4 per second)');
	});

	it('is left out for a single item, which speaks for itself', async () => {
		expect((await run(letter, people(1))).hints).toEqual([]);
		const failing = await run(letter, people(1), () => refused(codes.permanent), {
			continues: true,
		});
		expect(failing.hints).toEqual([]);
	});

	it('is a warning when something is in doubt', async () => {
		const { hints } = await run(visit, people(2), inTurn(lost), { continues: true });
		expect(hints).toEqual([
			{
				message: expect.stringMatching(/^1 of 2 sent, 1 in doubt/) as string,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});
