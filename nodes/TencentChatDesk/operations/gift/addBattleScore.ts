import type { SingleOperation } from '../operation';
import { changeOfScores } from './battleScores';

export const addBattleScore: SingleOperation = {
	value: 'addBattleScore',
	name: 'Add Battle Score',
	action: 'Add to the score of a battle',
	description: 'Add points to those that rooms have in a battle',
	...changeOfScores(1),
	// A second call adds the points once more.
	retry: { policy: 'unsafe' },
};
