import type { INodePropertyOptions } from 'n8n-workflow';

/** The types of groups, by the names that the API gives them. */
export const groupTypes = ['Public', 'Private', 'ChatRoom', 'AVChatRoom', 'Community'] as const;

export const groupTypeChoices: INodePropertyOptions[] = [
	{
		name: 'Community',
		value: 'Community',
		description: 'Up to 100,000 members, with topics if wanted',
	},
	{
		name: 'Live (AVChatRoom)',
		value: 'AVChatRoom',
		description: 'Everybody comes and goes; no list of members',
	},
	{
		name: 'Meeting (ChatRoom)',
		value: 'ChatRoom',
		description: 'Free to join, with the history since joining',
	},
	{ name: 'Public', value: 'Public', description: 'Found by its ID, the owner approves members' },
	{ name: 'Work (Private)', value: 'Private', description: 'Members invite each other' },
];
