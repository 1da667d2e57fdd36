import { agent } from './agent';
import { agentGroup } from './agentGroup';
import { api } from './api';
import { callback } from './callback';
import { contact } from './contact';
import { conversationList } from './conversation';
import { directMessage } from './directMessage';
import { gift } from './gift';
import { group } from './group';
import { groupDetails } from './groupDetails';
import { knowledgeBase } from './knowledgeBase';
import { liveRoom } from './liveRoom';
import { moderation } from './moderation';
import { officialAccount } from './officialAccount';
import type { Resource } from './operation';
import { prepared } from './prepared';
import { push } from './push';
import { quickReply } from './quickReply';
import { quickReplyCategory } from './quickReplyCategory';
import { robot } from './robot';
import { role } from './role';
import { seat } from './seat';
import { serviceAccount } from './serviceAccount';
import { session } from './session';
import { statistics } from './statistics';
import { topic } from './topic';
import { user } from './user';

/**
 * The catalogue: resources in the order of the picker, each with its operations in a folder. What is
 * used every day comes first, then what is set up once, and last what replaces an operation.
 */
export const resources: readonly Resource[] = [
	session,
	directMessage,
	group,
	groupDetails,
	topic,
	liveRoom,
	push,
	user,
	contact,
	conversationList,
	officialAccount,
	robot,
	callback,
	statistics,
	agent,
	agentGroup,
	serviceAccount,
	quickReply,
	quickReplyCategory,
	knowledgeBase,
	role,
	seat,
	gift,
	moderation,
	api,
].map(prepared);
