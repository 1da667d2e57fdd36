import { NoAnswer } from './service/client';
import { undecided, type Asking, type Question, type Sighting } from './question';
import { Unavailable, type Service, type Step } from './service/service';

/** What came of a question on one side. */
export interface Asked {
	question: Question;
	steps: Step[];
	sighting?: Sighting;
}

interface Pending extends Asked {
	asking: Asking;
	begunAt: number;
	/** When it goes on. */
	at: number;
}

/**
 * Asks all questions, one call after another. While one waits for its time the others are asked, so
 * that all together take as long as the longest.
 *
 * @param onBegin is told of each question when its turn comes
 */
export async function askAll(
	service: Service,
	questions: readonly Question[],
	onBegin: (question: Question) => void = () => undefined,
): Promise<Asked[]> {
	const pending = questions.map((question): Pending => ({
		question,
		steps: [],
		asking: question.ask(service),
		begunAt: 0,
		at: 0,
	}));
	const asked: Asked[] = [];
	for (;;) {
		const next = nextOf(pending, service.now());
		if (!next) return questions.map((question) => asked.find((one) => one.question === question)!);
		await service.until(next.at);
		if (next.begunAt === 0) {
			next.begunAt = service.now();
			onBegin(next.question);
		}
		service.steps = next.steps;
		const seconds = await goOn(next);
		if (seconds !== undefined) {
			next.at = next.begunAt + seconds * 1000;
			continue;
		}
		pending.splice(pending.indexOf(next), 1);
		asked.push({ question: next.question, steps: next.steps, sighting: next.sighting });
	}
}

/** Who is due goes on before the next one begins; when all have begun, the earliest goes on. */
function nextOf(pending: readonly Pending[], now: number): Pending | undefined {
	const turn = ({ begunAt, at }: Pending) => (begunAt === 0 ? now : at);
	return [...pending].sort((one, other) => turn(one) - turn(other))[0];
}

/** One stretch of a question: the second at which it goes on, or undefined at its end. */
async function goOn(pending: Pending): Promise<number | undefined> {
	try {
		const { done, value } = await pending.asking.next();
		if (!done) return value;
		if (value) pending.sighting = value;
	} catch (error) {
		if (error instanceof NoAnswer) {
			pending.sighting = undecided(`a call got no answer (${error.message})`);
		} else if (error instanceof Unavailable) pending.sighting = undecided(error.message);
		else throw error;
	}
	return undefined;
}
