import { letter, visit } from '../support/operations';
import { failures, run } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Server, silent } from '../support/server';

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ to: `p${index}`, text: 'hello' }));
const slow: Server = () => ({ ...fine({ Key: 'k' }), takes: 100 });
const oneByOne = { maxConcurrency: 1 };

const stopped = (counts: string) => [`warn: Send: the execution was stopped. ${counts}`];

describe('an execution that somebody stops', () => {
	it('makes no further call, lets end what is under way, and says in the log what was sent', async () => {
		const { calls, output, log, hints, error } = await run(letter, people(10), slow, {
			stopAt: 150,
			options: { maxConcurrency: 2 },
		});
		expect(calls).toHaveLength(4);
		expect(output).toHaveLength(4);
		expect(log).toEqual(stopped('4 of 10 sent, 6 not tried.'));
		expect([hints, error]).toEqual([[], undefined]);
	});

	it('gives a response that does not come three more seconds; then it is in doubt', async () => {
		const outcome = await run(letter, people(1), () => silent, {
			stopAt: 100,
			continues: true,
			options: { timeout: 60_000 },
		});
		expect(outcome.took).toBeGreaterThanOrEqual(3_100);
		expect(outcome.took).toBeLessThan(3_200);
		expect(failures(outcome)[0]).toMatchObject({
			message: 'The execution was stopped before the answer came',
			mayHaveBeenSent: true,
		});
		expect(outcome.log).toEqual(stopped('1 of 1 in doubt.'));
	});

	it('does not wait for a repeat: what may have been sent is in doubt', async () => {
		const { calls, log, took } = await run(letter, people(3), inTurn(lost), {
			stopAt: 15,
			options: oneByOne,
		});
		expect(calls).toHaveLength(2);
		expect(took).toBeLessThan(50);
		expect(log).toEqual(stopped('1 of 3 sent, 1 in doubt, 1 not tried.'));
	});

	it('does not wait for a repeat: what was not sent counts as not started', async () => {
		const { calls, log } = await run(visit, people(1), inTurn(refused(codes.frequency)), {
			stopAt: 15,
		});
		expect(calls).toHaveLength(1);
		expect(log).toEqual(stopped('1 of 1 not tried.'));
	});

	it('makes nothing again that fails after that', async () => {
		const server: Server = () => ({ ...refused(codes.frequency), takes: 100 });
		const { calls, log } = await run(letter, people(2), server, { stopAt: 50, continues: true });
		expect(calls).toHaveLength(2);
		expect(log).toEqual(stopped('2 of 2 failed.'));
	});

	it('is soon quiet when nothing was under way', async () => {
		const { took, quietAfter } = await run(letter, people(1), inTurn(lost), { stopAt: 15 });
		expect(quietAfter - took).toBeLessThan(1_000);
	});

	it('before it began sends nothing', async () => {
		const { calls, log, output } = await run(letter, people(3), slow, { stopAt: 0 });
		expect([calls, output]).toEqual([[], []]);
		expect(log).toEqual(stopped('3 of 3 not tried.'));
	});

	it('shows no error of an item that had failed before, for nobody reads it any more', async () => {
		const server = inTurn({ ...refused(codes.permanent), takes: 50 }, { ...fine(), takes: 200 });
		const { error, log } = await run(letter, people(3), server, {
			stopAt: 100,
			options: { maxConcurrency: 2 },
		});
		expect(error).toBeUndefined();
		expect(log).toEqual(stopped('1 of 3 sent, 1 failed, 1 not tried.'));
	});

	it('is not needed: where n8n tells of no stop, everything goes out', async () => {
		const { output, error } = await run(letter, people(2), slow, { withoutSignal: true });
		expect([output.length, error]).toEqual([2, undefined]);
	});

	it('can be stopped no more once it has ended', async () => {
		const { listeners, log } = await run(letter, people(1), slow, { stopAt: 500 });
		expect([listeners, log]).toEqual([0, []]);
	});
});
