import { agentStories } from './agent';
import { apiStories } from './api';
import { directMessageStories } from './directMessage';
import { giftStories } from './gift';
import { groupStories } from './group';
import { knowledgeBaseStories } from './knowledgeBase';
import { liveRoomStories } from './liveRoom';
import { pushStories } from './push';
import { quickReplyStories } from './quickReply';
import { sampleStories } from './samples';
import { seatStories } from './seat';
import { sendToManyStories } from './sendToMany';
import { serviceAccountStories } from './serviceAccount';
import { sessionStories } from './session';
import type { Story } from './story';
import { userStories } from './user';

interface Chapter {
	about: string;
	stories: Story[];
}

const told: Chapter[] = [
	{ about: 'Desk sessions and their figures', stories: sessionStories },
	{ about: 'the knowledge base', stories: knowledgeBaseStories },
	{ about: 'agents, their groups and roles', stories: agentStories },
	{ about: 'service accounts', stories: serviceAccountStories },
	{ about: 'quick replies', stories: quickReplyStories },
	{ about: 'direct messages', stories: directMessageStories },
	{ about: 'direct messages to many', stories: sendToManyStories },
	{ about: 'groups', stories: groupStories },
	{ about: 'live rooms', stories: liveRoomStories },
	{ about: 'seats', stories: seatStories },
	{ about: 'gifts and battles', stories: giftStories },
	{ about: 'users', stories: userStories },
	{ about: 'pushes', stories: pushStories },
	{ about: 'any command of the API', stories: apiStories },
];

/** What users want of this node, by what it is about: together, every operation of the catalogue. */
export const chapters: readonly Chapter[] = [
	...told,
	{
		about: 'what no other one does',
		stories: sampleStories(told.flatMap(({ stories }) => stories)),
	},
].filter(({ stories }) => stories.length > 0);
