import type { Question } from '../question';
import { accounts } from './accounts';
import { desk } from './desk';
import { directCopies } from './directCopies';
import { directFields } from './directFields';
import { directTour } from './directTour';
import { groups } from './groups';
import { live } from './live';
import { push } from './push';

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
];
