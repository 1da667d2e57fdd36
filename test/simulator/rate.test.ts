import { accountCheck, sendmsg } from '../harness/commands';
import { testbeds, directMessage, type SimulatorTestbed } from '../harness/simulatorTestbed';

const check = { CheckItem: [{ UserID: 'alice' }] };

/** How many of so many calls in a row are admitted. */
async function admitted(
	testbed: SimulatorTestbed,
	calls: number,
	path = accountCheck,
): Promise<number> {
	const body = path === accountCheck ? check : directMessage();
	const codes = await Promise.all(
		Array.from({ length: calls }, async () => await testbed.codeOf(path, body)),
	);
	expect(codes.filter((code) => code !== 0 && code !== 60007)).toEqual([]);
	return codes.filter((code) => code === 0).length;
}

describe('the number of calls a second', () => {
	const open = testbeds();

	it.each([
		[accountCheck, 100],
		[sendmsg, 200],
	])('of %s is %i, as documented', async (path, limit) => {
		const testbed = await open();

		expect(await admitted(testbed, limit + 10, path)).toBe(limit);
	});

	it('is counted for each API alone', async () => {
		const testbed = await open({ behaviour: { rateLimit: 1 } });

		expect(await admitted(testbed, 2)).toBe(1);
		expect(await admitted(testbed, 2, sendmsg)).toBe(1);
	});

	it('can be lifted', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });

		expect(await admitted(testbed, 150)).toBe(150);
	});

	it('in fixed seconds starts anew with the next second of the clock', async () => {
		const testbed = await open({ behaviour: { rateLimit: 5, rateCounting: 'fixedSecond' } });
		testbed.advance(999);
		expect(await admitted(testbed, 6)).toBe(5);
		testbed.advance(1);

		expect(await admitted(testbed, 6)).toBe(5);
	});

	it('in a sliding second looks back a whole second', async () => {
		const testbed = await open({ behaviour: { rateLimit: 5, rateCounting: 'slidingSecond' } });
		expect(await admitted(testbed, 3)).toBe(3);
		testbed.advance(999);
		expect(await admitted(testbed, 6)).toBe(2);
		testbed.advance(1);

		expect(await admitted(testbed, 6)).toBe(3);
	});

	it('from a bucket allows a short burst and then the steady rate', async () => {
		const testbed = await open({ behaviour: { rateLimit: 100, rateCounting: 'bucket' } });
		expect(await admitted(testbed, 30)).toBe(20);
		testbed.advance(50);
		expect(await admitted(testbed, 30)).toBe(5);
		testbed.advance(10_000);

		expect(await admitted(testbed, 30)).toBe(20);
	});

	it('is counted in the statistics, and a refused call has no effect', async () => {
		const testbed = await open({ behaviour: { rateLimit: 1, rateLimitCode: 60011 } });
		const codes = [
			await testbed.codeOf(sendmsg, directMessage()),
			await testbed.codeOf(sendmsg, directMessage()),
		];

		expect(codes).toEqual([0, 60011]);
		expect(testbed.textsOf('alice')).toHaveLength(1);
		expect(testbed.simulator.stats().paths[sendmsg]).toEqual({
			received: 2,
			accepted: 1,
			refused: { 60011: 1 },
			duplicates: 0,
			rateLimited: 1,
		});
	});
});
