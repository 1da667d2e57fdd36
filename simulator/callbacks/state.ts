import {
	defaultCallbackSettings,
	mergeCallbackSettings,
	type CallbackPatch,
	type CallbackSettings,
} from './settings';

/** What v4/live_config/set_callback has set. */
export interface LiveCallbackConfig {
	url: string;
	/** The callbacks that are sent. */
	commands: string[];
}

/** What v4/live_config/set_callback_token has set. */
export interface LiveCallbackToken {
	token: string;
	enabled: boolean;
}

/** How the callbacks of an app are set up: in the consoles, and for Live through the API. */
export interface CallbackState {
	settings: CallbackSettings;
	live?: LiveCallbackConfig;
	liveToken?: LiveCallbackToken;
}

/** Throws with words when a setting is wrong. */
export function buildCallbackState(patch: CallbackPatch): CallbackState {
	const settings = defaultCallbackSettings();
	const problems = mergeCallbackSettings(settings, structuredClone(patch));
	if (problems.length > 0) throw new Error(`Callbacks: ${problems.join('; ')}.`);
	return { settings };
}
