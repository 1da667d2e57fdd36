import type { JsonObject } from '../json';

/** A role of the desk; numbers other than 1, 5 and 7 are roles of the app's own. */
export interface Role {
	roleId: number;
	name: string;
	members: string[];
	permissions: string[];
	groupIds: number[];
}

/** A category of quick replies and who may use it. */
export interface QuickReplyCategory {
	categoryId: string;
	name: string;
	scope: 'all' | 'groups' | 'members';
	/** Numbers of agent groups as texts, or e-mail addresses of agents. */
	scopeList: string[];
}

export interface QuickReply {
	quickReplyId: string;
	/** A category, or for a personal reply the e-mail address of its agent. */
	groupId: string;
	title: string;
	content: string;
}

/** What administrators of the desk set up before the first call. */
export interface OfficeSeed {
	/** Fields of customer service accounts by UserID, in the API's spelling. */
	profiles: Record<string, JsonObject>;
	/** Customer service accounts that the plan allows: 10 or 200. */
	serviceAccountQuota: number;
	roles: Role[];
	/** Reasons for a break that agents may give. */
	restReasons: string[];
	categories: QuickReplyCategory[];
	quickReplies: QuickReply[];
}

/** What administrators of the desk have set up now. */
export interface Office {
	profiles: Map<string, JsonObject>;
	serviceAccountQuota: number;
	roles: Map<number, Role>;
	restReasons: Set<string>;
	categories: Map<string, QuickReplyCategory>;
	quickReplies: Map<string, QuickReply>;
}

export function buildOffice(seed: OfficeSeed): Office {
	const copy = structuredClone(seed);
	return {
		profiles: new Map(Object.entries(copy.profiles)),
		serviceAccountQuota: copy.serviceAccountQuota,
		roles: new Map(copy.roles.map((role) => [role.roleId, role])),
		restReasons: new Set(copy.restReasons),
		categories: new Map(copy.categories.map((category) => [category.categoryId, category])),
		quickReplies: new Map(copy.quickReplies.map((reply) => [reply.quickReplyId, reply])),
	};
}

/** The office of the demo app. No documented API adds quick replies, so some are there. */
export function demoOffice(): OfficeSeed {
	return {
		profiles: {
			'@customer_service_account': {
				IMAgentNick: 'Customer service',
				WelcomeMessage: 'Hello',
				RobotId: '@RBT#DeskDefaultRobot',
				IsDefault: 1,
			},
			'@support': { IMAgentNick: 'Support', WelcomeMessage: 'How can we help?' },
		},
		serviceAccountQuota: 10,
		roles: [
			{ roleId: 1, name: 'Super administrator', members: [], permissions: [], groupIds: [] },
			{
				roleId: 5,
				name: 'Online agent',
				members: ['mia@example.com'],
				permissions: ['CHAT_WORKBENCH'],
				groupIds: [9465],
			},
			{ roleId: 7, name: 'Online administrator', members: [], permissions: [], groupIds: [] },
			{ roleId: 101, name: 'Night shift', members: [], permissions: [], groupIds: [9467] },
		],
		restReasons: ['Lunch', 'Meeting'],
		categories: [
			{ categoryId: '1', name: 'Greetings', scope: 'all', scopeList: [] },
			{ categoryId: '2', name: 'Night shift', scope: 'groups', scopeList: ['9467'] },
		],
		quickReplies: [
			{ quickReplyId: '11', groupId: '1', title: 'Hello', content: 'Hello, how can I help?' },
			{ quickReplyId: '12', groupId: '1', title: 'Goodbye', content: 'Have a nice day.' },
			{ quickReplyId: '21', groupId: '2', title: 'Late', content: 'We are back at nine.' },
			{
				quickReplyId: '31',
				groupId: 'mia@example.com',
				title: 'My name',
				content: 'I am Mia.',
			},
		],
	};
}
