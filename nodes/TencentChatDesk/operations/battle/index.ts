import type { Resource } from '../operation';
import { addScore } from './addScore';
import { create } from './create';
import { get } from './get';
import { setScore } from './setScore';

export const battle: Resource = {
	value: 'battle',
	name: 'Battle',
	description: 'A contest between live rooms for points (PK)',
	operations: [create, get, addScore, setScore],
};
