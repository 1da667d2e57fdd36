import type { Endpoint } from '../../endpoint';
import { memberGroupCommands } from './memberGroups';
import { memberCommands } from './members';
import { quickReplyCommands } from './quickReplies';
import { roleCommands } from './roles';
import { serviceAccountCommands } from './serviceAccounts';

/** The administration of a desk: people, groups, roles, accounts and ready-made replies. */
export const deskOffice: readonly Endpoint[] = [
	...memberCommands,
	...memberGroupCommands,
	...quickReplyCommands,
	...roleCommands,
	...serviceAccountCommands,
];
