import type { Core } from '../core';
import type { JsonObject } from '../json';
import { isRefusal, type Call, type Outcome } from '../rest/endpoint';
import type { AppState } from '../state/app';

/** What the server answers to a client: 0, or a code of Error Codes. */
export interface ActionResponse {
	ErrorCode: number;
	ErrorInfo: string;
}

/** The clients that Webhook Overview lists for OptPlatform. */
export const platforms = ['Web', 'Android', 'iOS', 'Windows', 'macOS', 'iPad', 'Unknown'] as const;

export type Platform = (typeof platforms)[number];

/** What all actions share. */
export interface ActionOptions {
	/** The client in which the person acts; Web when left out. */
	platform?: Platform;
	/** The first app when left out. */
	sdkAppId?: number;
}

/** The app of an action. Throws when there is none with this SDKAppID. */
export function appOf(core: Core, sdkAppId: number | undefined): AppState {
	const [first] = core.apps.values();
	const state = sdkAppId === undefined ? first : core.apps.get(sdkAppId);
	if (!state) throw new Error(`there is no app ${sdkAppId ?? ''}`);
	return state;
}

/** A call that a person's client makes to the server, which checks it like one of the REST API. */
export function callAs(
	core: Core,
	userId: string,
	body: JsonObject,
	{ platform = 'Web', sdkAppId }: ActionOptions,
): Call {
	return {
		body,
		bytes: Buffer.byteLength(JSON.stringify(body)),
		state: appOf(core, sdkAppId),
		identifier: userId,
		platform,
		now: core.now(),
		behaviour: core.behaviour,
		conversations: core.conversations,
		callbacks: core.callbacks,
		random: core.numbers,
	};
}

/** The response to an action, with the named fields of what the server answered. */
export function responseTo(core: Core, outcome: Outcome, fields: JsonObject = {}): ActionResponse {
	if (isRefusal(outcome)) return { ErrorCode: outcome.code, ErrorInfo: outcome.info };
	core.changes.happened();
	return { ErrorCode: 0, ErrorInfo: '', ...fields };
}
