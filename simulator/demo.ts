import type { SimulatedBucket } from './cos/storage';
import type { SimulatedApp } from './state/app';
import { demoKnowledge } from './state/knowledge';
import { demoOffice } from './state/office';
import type { WorldSeed } from './state/world';

/** The app that the simulator offers when it is told of none; its key is good for nothing else. */
export const demoApp: SimulatedApp = {
	sdkAppId: 1400000001,
	secretKey: 'deadbeef'.repeat(8),
	admins: ['administrator'],
	desk: true,
};

/** The bucket that the simulator offers; its key is good for nothing else. */
export const demoBucket: SimulatedBucket = {
	name: 'chat-files-1250000000',
	secretId: 'AKIDsimulatorAAAABBBBCCCCDDDDEEEE0001',
	secretKey: 'cafebabe'.repeat(4),
};

const said = (from: string, role: 1 | 2, Text: string, time: number) => ({
	from,
	role,
	elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }],
	time,
});

/**
 * The people and places of the demo app: those of the samples on the documentation pages, and
 * one for each way in which a call can go wrong.
 */
export function demoWorld(): WorldSeed {
	return {
		accounts: [
			'alice',
			'bob',
			'carol',
			'dave',
			'erin',
			'frank',
			'grace',
			{ userId: 'heidi', online: false },
			// Chat Desk > Send Messages
			'user45',
			// Chat > Sending a One-to-One Message
			'lumotuwe1',
			'lumotuwe2',
			// Live > Send Normal Message
			'user1',
			// Chat Desk > Contact User
			'1289314544',
		],
		serviceAccounts: ['@support', '@customer_service_account'],
		agents: [
			{
				memberId: 'mia@example.com',
				state: 'online',
				receptionLimit: null,
				receptions: 0,
				groupIds: [9465, 9466],
			},
			{
				// Chat Desk > Contact User. Busy, so that customers get an agent with a name first.
				memberId: '1289316687@qq.com',
				state: 'online',
				receptionLimit: null,
				receptions: 20,
				groupIds: [9465],
			},
			{
				memberId: 'noah@example.com',
				state: 'offline',
				receptionLimit: null,
				receptions: 0,
				groupIds: [9465, 9467],
			},
			{
				memberId: 'olivia@example.com',
				state: 'onBreak',
				receptionLimit: null,
				receptions: 0,
				groupIds: [9465],
			},
			{
				memberId: 'liam@example.com',
				state: 'online',
				receptionLimit: 5,
				receptions: 5,
				groupIds: [9465],
			},
		],
		agentGroups: [
			{ groupId: 9465, name: 'Everyone', serviceAccounts: 'all' },
			{ groupId: 9466, name: 'Internal', serviceAccounts: [] },
			{ groupId: 9467, name: 'Nights', serviceAccounts: 'all' },
		],
		rooms: [
			{
				roomId: 'room1',
				live: true,
				owner: 'user1',
				createTime: 1740000000,
				settings: {
					RoomName: 'Spring sale',
					SeatTemplate: 'VideoDynamicGrid9Seats',
					TakeSeatMode: 'FreeToTake',
					CoverURL: 'https://example.com/cover.png',
					Category: [1],
				},
				members: ['alice', 'bob', 'carol', 'dave'],
				admins: ['erin'],
				viewCount: 120,
			},
			{ roomId: 'town-hall', live: true, owner: 'alice', members: ['bob'], viewCount: 45 },
			{ roomId: 'quiet-room', live: true, muted: ['bob'], viewCount: 3 },
			{ roomId: 'old-group', live: false },
		],
		groups: [
			{ groupId: 'team', name: 'Team', owner: 'alice', members: ['bob', 'carol'] },
			{ groupId: 'work', type: 'Private', owner: 'alice', members: ['bob'] },
			{ groupId: 'show', type: 'AVChatRoom', owner: 'alice' },
			{
				groupId: '@TGS#_club',
				type: 'Community',
				owner: 'alice',
				members: ['bob', 'carol'],
				supportTopic: true,
			},
		],
		sessions: [
			{
				sessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf',
				serviceAccount: '@customer_service_account',
				userId: 'user45',
				state: 'Chatbot',
			},
			{
				sessionId: '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10',
				serviceAccount: '@support',
				userId: 'dave',
				state: 'Ended',
				memberId: 'mia@example.com',
				groupId: 9465,
				startedAt: Date.UTC(2025, 2, 31, 9),
				endedAt: Date.UTC(2025, 2, 31, 9, 10),
				rating: 5,
				messages: [
					said('dave', 1, 'Where is my parcel?', Date.UTC(2025, 2, 31, 9, 1)),
					said('mia@example.com', 2, 'It arrives today.', Date.UTC(2025, 2, 31, 9, 2)),
				],
			},
			{
				sessionId: '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31',
				serviceAccount: '@support',
				userId: 'frank',
				state: 'Agent',
				memberId: 'mia@example.com',
			},
			{
				sessionId: 'c94f3a07-2d68-4f7b-b1e9-8d5a6c0e1f42',
				serviceAccount: '@support',
				userId: 'grace',
				state: 'Chatbot',
				transferable: false,
			},
		],
		contactUserEnabled: true,
		office: demoOffice(),
		knowledge: demoKnowledge(),
	};
}
