import { askAll } from '../../../../scripts/probe/ask';
import { optIns, type Asking, type Question } from '../../../../scripts/probe/question';
import { questions } from '../../../../scripts/probe/questions';
import { NoAnswer } from '../../../../scripts/probe/service/client';
import { Service } from '../../../../scripts/probe/service/service';
import { virtualTime } from '../../../../scripts/probe/service/time';

const questionThat = (name: string, ask: (service: Service) => Asking): Question => ({
	name,
	question: `${name}?`,
	does: 'Asks.',
	ask,
});

function serviceWith(send = async () => ({ ErrorCode: 0 }) as never) {
	const time = virtualTime();
	return { time, service: new Service({ send, time, admin: 'administrator' }) };
}

describe('asking', () => {
	it('uses the time in which one question waits for the others', async () => {
		const { service, time } = serviceWith();
		const start = time.now();
		const log: string[] = [];
		const waits = (name: string, ...seconds: number[]) =>
			questionThat(name, async function* () {
				for (const second of seconds) {
					log.push(name);
					yield second;
				}
				log.push(`${name} at ${(time.now() - start) / 1000}`);
				return { answer: 'yes' };
			});

		const asked = await askAll(service, [waits('long', 10, 60), waits('short', 20), waits('none')]);

		expect(log).toEqual(['long', 'short', 'none at 0', 'long', 'short at 20', 'long at 60']);
		expect(asked.map(({ question }) => question.name)).toEqual(['long', 'short', 'none']);
	});

	it('keeps the calls of each question apart', async () => {
		const { service } = serviceWith();
		const calls = (name: string) =>
			questionThat(name, async function* (asked) {
				await asked.call(`${name}/first`, {});
				yield 1;
				await asked.call(`${name}/second`, {});
			});

		const asked = await askAll(service, [calls('one'), calls('other')]);

		expect(asked.map(({ steps }) => steps.map(({ path }) => path))).toEqual([
			['one/first', 'one/second'],
			['other/first', 'other/second'],
		]);
	});

	it('goes on with the others when a call gets no answer', async () => {
		const { service } = serviceWith(async () => {
			throw new NoAnswer('ECONNRESET');
		});
		const calls = questionThat('one', async function* (asked) {
			await asked.call('a/b', {});
			yield 1;
		});
		const answers = questionThat('other', async function* () {
			return { answer: 'yes' };
		});

		const asked = await askAll(service, [calls, answers]);

		expect(asked.map(({ sighting }) => sighting)).toEqual([
			{ answer: 'a call got no answer (ECONNRESET)', undecided: true },
			{ answer: 'yes' },
		]);
	});

	it('makes five calls a second', async () => {
		const { service, time } = serviceWith();
		const start = time.now();
		for (let calls = 0; calls < 6; calls += 1) await service.call('a/b', {});
		expect(time.now() - start).toBe(1000);
	});
});

describe('the questions', () => {
	it('each have a name of their own', () => {
		const names = questions.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('need what a person can agree to', () => {
		const needed = new Set(questions.flatMap(({ needs = [] }) => needs));
		expect([...needed].sort()).toEqual(Object.keys(optIns).sort());
	});
});
