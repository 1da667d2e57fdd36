import type { Outcome } from './attempt';
import { checksOf } from './checks';
import { lettersOf } from './letters';
import { call, goodOutcome, shown } from './support';

const broken = (outcome: Outcome) =>
	checksOf(outcome)
		.filter(({ holds }) => !holds)
		.map(({ says }) => says);

const first = lettersOf('first', 1_000);
const second = lettersOf('second', 1_000);

describe('the checks of the queue test', () => {
	it('find nothing wrong when all went well', () => {
		expect(broken(goodOutcome())).toEqual([]);
	});

	it('notice one message that never arrived', () => {
		const conversations = shown([...first.slice(1), ...second]);
		expect(broken({ ...goodOutcome(), conversations })).toEqual(['nothing is lost']);
	});

	it('notice one message that arrived twice', () => {
		const conversations = shown([...first, ...second, second[999]!]);
		expect(broken({ ...goodOutcome(), conversations })).toEqual(['nothing is doubled']);
	});

	it('notice two messages of one customer that changed places', () => {
		const swapped = [...first];
		[swapped[0], swapped[500]] = [first[500]!, first[0]!];
		const conversations = shown([...swapped, ...second]);
		expect(broken({ ...goodOutcome(), conversations })).toEqual([
			'each customer sees the messages of an execution in order',
		]);
	});

	it('take messages of two executions in any order', () => {
		const mixed = first.flatMap((letter, index) => [second[index]!, letter]);
		expect(broken({ ...goodOutcome(), conversations: shown(mixed) })).toEqual([]);
	});

	it('notice a message that the node reports as failed', () => {
		const outcome = goodOutcome();
		outcome.runs[0] = { ...outcome.runs[0]!, sent: 999, failed: 1 };
		expect(broken(outcome)).toEqual(['the node reports every message as sent']);
	});

	it('notice when one worker did the work of both', () => {
		expect(broken({ ...goodOutcome(), perWorker: [2, 0] })).toEqual([
			'each worker runs one of the executions',
		]);
	});

	it('forgive refusals of the first three seconds', () => {
		const outcome = goodOutcome();
		const early = Array.from({ length: 300 }, (_, index) => call(index * 5, 'first 0', true));
		expect(broken({ ...outcome, requests: [...outcome.requests, ...early] })).toEqual([]);
	});

	it('notice two refusals in a hundred calls after three seconds', () => {
		const outcome = goodOutcome();
		const requests = outcome.requests.map((request, index) =>
			request.at >= 3_000 && index % 50 === 0 ? { ...request, errorCode: 60007 } : request,
		);
		expect(broken({ ...outcome, requests })).toEqual([
			'under 2 % of the calls are refused after three seconds',
		]);
	});

	it('notice workers that stay above the limit', () => {
		const outcome = goodOutcome();
		const more = Array.from({ length: 200 }, (_, index) => call(3_000 + index * 30, 'first 1'));
		expect(broken({ ...outcome, requests: [...outcome.requests, ...more] })).toEqual([
			'together they settle under 200 calls a second',
		]);
	});
});
