import { tellPresence } from '../callbacks/presence';
import type { Core } from '../core';
import { refuse } from '../rest/endpoint';
import { responseTo, callAs, type ActionResponse, type ActionOptions } from './person';

export interface PresenceAction extends ActionOptions {
	account: string;
	online: boolean;
	/** How the client went; Logout when left out. */
	how?: 'Logout' | 'LinkClose' | 'TimeOut';
}

/**
 * Connects or disconnects the client of a person. Whoever comes back gets what was stored
 * meanwhile. A state that is so already stays, and no callback tells of it.
 */
export function setPresence(core: Core, action: PresenceAction): ActionResponse {
	const { account: userId, online, how = 'Logout' } = action;
	const call = callAs(core, userId, {}, action);
	const account = call.state.world.accounts.get(userId);
	if (!account) return responseTo(core, refuse(70107, 'there is no such account'));
	if (account.online === online) return { ErrorCode: 0, ErrorInfo: '' };
	account.online = online;
	if (online) {
		call.conversations.deliverTo(call.state.app.sdkAppId, userId);
		tellPresence(call, userId, { Action: 'Login', Reason: 'Register' });
	} else if (how === 'Logout') {
		tellPresence(call, userId, { Action: 'Logout', Reason: 'Unregister' });
	} else {
		tellPresence(call, userId, { Action: 'Disconnect', Reason: how });
	}
	return responseTo(core, { response: {} });
}
