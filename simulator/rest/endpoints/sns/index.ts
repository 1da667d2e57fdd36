import type { Endpoint } from '../../endpoint';
import { blockListCommands } from './blockList';
import { followCommands } from './follow';
import { friendCommands } from './friends';
import { listCommands } from './lists';

/** What users are to each other: friends, friend lists, block lists and followers. */
export const snsEndpoints: readonly Endpoint[] = [
	...friendCommands,
	...listCommands,
	...blockListCommands,
	...followCommands,
];
