import type { ListSearch } from '../../../contract';
import { agentGroups } from './agentGroups';
import { agents } from './agents';
import { groups } from './groups';
import { knowledgeBaseCategories } from './knowledgeBaseCategories';
import { liveRooms } from './liveRooms';
import { quickReplies } from './quickReplies';
import { quickReplyCategories } from './quickReplyCategories';
import { roles } from './roles';
import { serviceAccounts } from './serviceAccounts';

/** What pickers offer "From List", by the name that a picker gives as its `list`. */
export const lists = {
	agentGroups,
	agents,
	groups,
	knowledgeBaseCategories,
	liveRooms,
	quickReplies,
	quickReplyCategories,
	roles,
	serviceAccounts,
} satisfies Record<string, ListSearch>;

export type ListName = keyof typeof lists;
