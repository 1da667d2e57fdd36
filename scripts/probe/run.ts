import type { Behaviour } from '../../simulator';
import { credentialRefusals } from '../../credentials/testRules';
import { askAll, type Asked } from './ask';
import type { OptIn, Question } from './question';
import type { Findings } from './report/report';
import { kinds, type Leftover } from './service/belongings';
import { CannotGoOn, Service, type ServiceOptions } from './service/service';
import { askSimulator } from './twin';

export interface Run {
	service: ServiceOptions;
	/** How the simulator answers, beside what was observed before. */
	simulated?: Partial<Behaviour>;
	questions: readonly Question[];
	optIns: ReadonlySet<OptIn>;
	version: string;
	/** Is told what goes on, IDs included: for the terminal only. */
	say(text: string): void;
}

/** Stops before anything is made when the credential is not taken: bad signatures lock an app. */
async function signIn({ send, admin }: ServiceOptions): Promise<void> {
	const { ErrorCode: code } = await send('im_open_login_svc/account_check', {
		CheckItem: [{ UserID: admin }],
	});
	if (code === 0) return;
	const refusal = credentialRefusals.find(({ codes }) => codes.includes(Number(code)));
	const why = refusal ? `${refusal.message}. ${refusal.advice}` : 'The credential is refused.';
	throw new CannotGoOn(`${why} (ErrorCode ${String(code)})`);
}

function tellLeft(left: readonly Leftover[], say: Run['say']): void {
	for (const kind of kinds) {
		const some = left.filter((one) => one.kind === kind);
		if (some.length === 0) continue;
		say(`Please delete by hand, of kind ${kind}: ${some.map(({ id }) => id).join(', ')}`);
	}
}

const isAllowed = ({ needs = [] }: Question, optIns: ReadonlySet<OptIn>) =>
	needs.every((need) => optIns.has(need));

/** What of a list of questions may be asked. */
export const allowed = (
	questions: readonly Question[],
	optIns: ReadonlySet<OptIn>,
): readonly Question[] => questions.filter((question) => isAllowed(question, optIns));

/**
 * Asks the service, deletes all that was made for it, whatever happens, and asks the simulator.
 *
 * @throws CannotGoOn, or the reason of the signal's abort; in each case after the deleting
 */
export async function probe({
	service: options,
	simulated,
	questions,
	optIns,
	version,
	say,
}: Run): Promise<Findings> {
	await signIn(options);
	const service = new Service(options);
	const chosen = allowed(questions, optIns);
	let asked: Asked[];
	let left: Leftover[];
	try {
		asked = await askAll(service, chosen, ({ name }) => say(`- ${name}`));
	} finally {
		say('Deleting what was made ...');
		left = await service.cleanUp();
		tellLeft(left, say);
	}
	return {
		version,
		calls: service.calls,
		service: asked,
		simulator: await askSimulator(chosen, simulated),
		skipped: questions.filter((question) => !chosen.includes(question)),
		left,
	};
}
