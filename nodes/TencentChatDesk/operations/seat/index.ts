import type { Resource } from '../operation';
import { getMany } from './getMany';
import { kickUser } from './kickUser';
import { lock } from './lock';
import { moveUser } from './moveUser';
import { pickUser } from './pickUser';

export const seat: Resource = {
	value: 'seat',
	name: 'Seat',
	description: 'The places in a live room for those who are seen and heard',
	operations: [getMany, pickUser, moveUser, kickUser, lock],
};
