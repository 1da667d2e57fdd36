import { ACCOUNT_CHECK, SENDMSG, benches, directMessage, type Bench } from './support';

const CHECK = { CheckItem: [{ UserID: 'alice' }] };

/** How many of so many calls in a row are admitted. */
async function admitted(bench: Bench, calls: number, path = ACCOUNT_CHECK): Promise<number> {
	const body = path === ACCOUNT_CHECK ? CHECK : directMessage();
	const codes = await Promise.all(
		Array.from({ length: calls }, async () => await bench.codeOf(path, body)),
	);
	expect(codes.filter((code) => code !== 0 && code !== 60007)).toEqual([]);
	return codes.filter((code) => code === 0).length;
}

describe('the number of calls a second', () => {
	const open = benches();

	it.each([
		[ACCOUNT_CHECK, 100],
		[SENDMSG, 200],
	])('of %s is %i, as documented', async (path, limit) => {
		const bench = await open();

		expect(await admitted(bench, limit + 10, path)).toBe(limit);
	});

	it('is counted for each API alone', async () => {
		const bench = await open({ behaviour: { rateLimit: 1 } });

		expect(await admitted(bench, 2)).toBe(1);
		expect(await admitted(bench, 2, SENDMSG)).toBe(1);
	});

	it('can be lifted', async () => {
		const bench = await open({ behaviour: { rateLimit: null } });

		expect(await admitted(bench, 150)).toBe(150);
	});

	it('in fixed seconds starts anew with the next second of the clock', async () => {
		const bench = await open({ behaviour: { rateLimit: 5, rateCounting: 'fixedSecond' } });
		bench.advance(999);
		expect(await admitted(bench, 6)).toBe(5);
		bench.advance(1);

		expect(await admitted(bench, 6)).toBe(5);
	});

	it('in a sliding second looks back a whole second', async () => {
		const bench = await open({ behaviour: { rateLimit: 5, rateCounting: 'slidingSecond' } });
		expect(await admitted(bench, 3)).toBe(3);
		bench.advance(999);
		expect(await admitted(bench, 6)).toBe(2);
		bench.advance(1);

		expect(await admitted(bench, 6)).toBe(3);
	});

	it('from a bucket allows a short burst and then the steady rate', async () => {
		const bench = await open({ behaviour: { rateLimit: 100, rateCounting: 'bucket' } });
		expect(await admitted(bench, 30)).toBe(20);
		bench.advance(50);
		expect(await admitted(bench, 30)).toBe(5);
		bench.advance(10_000);

		expect(await admitted(bench, 30)).toBe(20);
	});

	it('is counted in the statistics, and a refused call has no effect', async () => {
		const bench = await open({ behaviour: { rateLimit: 1, rateLimitCode: 60011 } });
		const codes = [
			await bench.codeOf(SENDMSG, directMessage()),
			await bench.codeOf(SENDMSG, directMessage()),
		];

		expect(codes).toEqual([0, 60011]);
		expect(bench.textsOf('alice')).toHaveLength(1);
		expect(bench.simulator.stats().paths[SENDMSG]).toEqual({
			received: 2,
			accepted: 1,
			refused: { 60011: 1 },
			duplicates: 0,
			rateLimited: 1,
		});
	});
});
