import type { Core } from '../core';
import { readMessages, recallMessage, type ReadAction, type RecallAction } from './messages';
import type { ActionResponse } from './person';
import { setPresence, type PresenceAction } from './presence';
import { askForAgent, endOwnSession, type AgentResponse, type SessionAction } from './sessions';
import { write, type CustomerMessage, type WriteResponse } from './write';

/**
 * What a person does in a client of the app. Each action answers like the server: ErrorCode 0, or
 * a documented code; one for an SDKAppID that does not exist throws.
 */
export interface CustomerActions {
	/** Writes to a person, to Desk, to a group or into a live room. */
	write: (message: CustomerMessage) => Promise<WriteResponse>;
	/** Ends a session of Desk. */
	endSession: (action: SessionAction) => Promise<ActionResponse>;
	/** Asks for a human agent in a session of Desk. */
	askForAgent: (action: SessionAction) => Promise<AgentResponse>;
	/** Reads a one-to-one conversation. */
	read: (action: ReadAction) => Promise<ActionResponse>;
	/** Connects or disconnects. */
	presence: (action: PresenceAction) => Promise<ActionResponse>;
	/** Takes back a message of one's own. */
	recall: (action: RecallAction) => Promise<ActionResponse>;
}

export function customerActions(core: Core): CustomerActions {
	return {
		write: async (message) => await write(core, message),
		endSession: async (action) => await endOwnSession(core, action),
		askForAgent: async (action) => await askForAgent(core, action),
		read: async (action) => await readMessages(core, action),
		presence: async (action) => await Promise.resolve(setPresence(core, action)),
		recall: async (action) => await recallMessage(core, action),
	};
}
