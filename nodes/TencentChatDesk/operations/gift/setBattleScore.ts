import type { SingleOperation } from '../operation';
import { changeOfScores } from './battleScores';

export const setBattleScore: SingleOperation = {
	value: 'setBattleScore',
	name: 'Set Battle Score',
	action: 'Set the score of a battle',
	description: 'Say how many points rooms have in a battle, whatever they had before',
	...changeOfScores(2),
	retry: { policy: 'idempotent' },
};
