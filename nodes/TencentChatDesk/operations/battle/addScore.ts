import type { SingleOperation } from '../operation';
import { changeOfScores } from './scores';

export const addScore: SingleOperation = {
	value: 'addScore',
	name: 'Add Score',
	action: 'Add to the score of a battle',
	description: 'Add points to those that rooms have in a battle',
	...changeOfScores(1),
	// A second call adds the points once more.
	retry: { policy: 'unsafe' },
};
