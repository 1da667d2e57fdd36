import { agent } from './agent';
import { agentGroup } from './agentGroup';
import { api } from './api';
import { app } from './app';
import { battle } from './battle';
import { callback } from './callback';
import { contact } from './contact';
import { conversationList } from './conversation';
import { directMessage } from './directMessage';
import { gift } from './gift';
import { giftCategory } from './giftCategory';
import { group } from './group';
import { groupData } from './groupData';
import { groupMember } from './groupMember';
import { groupMessage } from './groupMessage';
import { knowledgeBase } from './knowledgeBase';
import { knowledgeBaseCategory } from './knowledgeBaseCategory';
import { liveGroup } from './liveGroup';
import { liveRoom } from './liveRoom';
import { moderation } from './moderation';
import { officialAccount } from './officialAccount';
import type { Resource } from './operation';
import { prepared } from './prepared';
import { push } from './push';
import { question } from './question';
import { quickReply } from './quickReply';
import { quickReplyCategory } from './quickReplyCategory';
import { robot } from './robot';
import { role } from './role';
import { seat } from './seat';
import { sendOnce } from './sendOnce';
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
	groupMessage,
	groupMember,
	topic,
	liveGroup,
	liveRoom,
	push,
	user,
	contact,
	conversationList,
	officialAccount,
	robot,
	question,
	callback,
	statistics,
	agent,
	agentGroup,
	serviceAccount,
	quickReply,
	quickReplyCategory,
	knowledgeBase,
	knowledgeBaseCategory,
	role,
	seat,
	gift,
	giftCategory,
	battle,
	groupData,
	moderation,
	app,
	sendOnce,
	api,
].map(prepared);
