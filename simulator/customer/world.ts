import type { Core } from '../core';
import type { Session } from '../state/sessions';
import { appOf } from './person';

/** What a page needs to let somebody pick who acts, and where. */
export interface CustomerWorld {
	sdkAppId: number;
	accounts: Array<{ id: string; nick: string; online: boolean }>;
	serviceAccounts: string[];
	/** Open and ended ones, in the order in which they became known. */
	sessions: Array<{
		id: string;
		user: string;
		serviceAccount: string;
		state: Session['state'];
		/** Absent when no agent has or had the session. */
		agent?: string;
	}>;
	groups: Array<{ id: string; name: string; type: string; members: string[] }>;
	liveRooms: Array<{ id: string; name: string; members: string[] }>;
}

/** The people and places of an app. Throws when there is no app with this SDKAppID. */
export function customerWorld(core: Core, sdkAppId?: number): CustomerWorld {
	const { app, world } = appOf(core, sdkAppId);
	return {
		sdkAppId: app.sdkAppId,
		accounts: [...world.accounts.values()].map(({ userId, nick, online }) => ({
			id: userId,
			nick,
			online,
		})),
		serviceAccounts: [...world.serviceAccounts],
		sessions: world.sessions.list().map((session) => ({
			id: session.sessionId,
			user: session.userId,
			serviceAccount: session.serviceAccount,
			state: session.state,
			...(session.memberId !== undefined && { agent: session.memberId }),
		})),
		groups: [...world.groups.values()].map(({ groupId, name, type, members }) => ({
			id: groupId,
			name,
			type,
			members: [...members.keys()],
		})),
		liveRooms: [...world.rooms.values()]
			.filter(({ live }) => live)
			.map(({ roomId, settings, members }) => ({
				id: roomId,
				name: typeof settings.RoomName === 'string' ? settings.RoomName : roomId,
				members: [...members],
			})),
	};
}
