import type { Question } from '../question';
import { accounts } from './accounts';
import { desk } from './desk';
import { directCopies } from './directCopies';
import { directFields } from './directFields';
import { directTour } from './directTour';
import { groups } from './groups';
import { live } from './live';
import { push } from './push';

/** What needs no other consent is asked in a whole run. */
const inWholeRuns = (question: Question): Question =>
	question.always || question.needs ? question : { ...question, needs: ['whole'] };

/** All questions, topic after topic. */
export const questions: readonly Question[] = [
	...directCopies,
	...directFields,
	...directTour,
	...groups,
	...accounts,
	...live,
	...push,
	...desk,
].map(inWholeRuns);
