import type { Call } from '../rest/endpoint';

/** Chat > Status Change: how a client came or went. */
export type PresenceChange =
	| { Action: 'Login'; Reason: 'Register' }
	| { Action: 'Logout'; Reason: 'Unregister' }
	| { Action: 'Disconnect'; Reason: 'LinkClose' | 'TimeOut' };

export function tellPresence(call: Call, userId: string, change: PresenceChange): void {
	call.callbacks.tell(call.state, {
		command: 'State.StateChange',
		// The page of this callback writes IOS, all others iOS.
		platform: call.platform === 'iOS' ? 'IOS' : call.platform,
		body: {
			EventTime: call.now,
			Info: { Action: change.Action, To_Account: userId, Reason: change.Reason },
		},
	});
}
