import type { Endpoint } from '../../endpoint';
import { folderCommands } from './folders';
import { recentCommands } from './recent';

/** The list of conversations that a client shows. */
export const recentContactEndpoints: readonly Endpoint[] = [...recentCommands, ...folderCommands];
