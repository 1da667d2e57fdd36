import type { SingleOperation } from '../operation';
import { changeOfScores } from './scores';

export const setScore: SingleOperation = {
	value: 'setScore',
	name: 'Set Score',
	action: 'Set the score of a battle',
	description: 'Say how many points rooms have in a battle, whatever they had before',
	...changeOfScores(2),
	retry: { policy: 'idempotent' },
};
