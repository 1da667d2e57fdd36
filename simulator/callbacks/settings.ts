import { maxWait } from '../faults';
import { isObject, isStringArray } from '../json';
import { startReadings } from '../observed';

/**
 * What Desk.SessionEventNotify says in `Event`. Chat Desk > Session Event Callback (1229/68989)
 * names three of its values and describes the others without their names; those have none here,
 * and nothing is sent for them, until a test gives them one.
 */
export interface DeskEventNames {
	sessionBegan: string | null;
	/** The customer wrote while the chatbot has the session. */
	userToChatbot: string | null;
	chatbot: string | null;
	/** The customer wrote while the session waits for an agent or has one. */
	userToAgent: string | null;
	agent: string | null;
	/** The session waits for an agent. */
	queued: string | null;
	transferred: string | null;
	/** No agent was there to take the session. */
	transferFailed: string | null;
	sessionEnded: string | null;
}

const assignCommands = ['ChatBot.OnAssignHuman', 'ChatBot.OnAssignAgent'] as const;

/** How an app has set up its callbacks in the consoles of Chat and Desk. */
export interface CallbackSettings {
	/** The callback URL of Chat; without one, nothing is sent there. */
	url: string | null;
	/** The callback URL of Desk, which has a setting of its own; `url` when there is none. */
	deskUrl: string | null;
	/** With a token each callback is signed: Webhook Overview, Security Considerations. */
	token: string | null;
	/** Webhook Overview gives two seconds. */
	timeoutMs: number;
	/** What becomes of a message when nobody judged it in time: it passes, or 80003. */
	blockOnTimeout: boolean;
	/** Whether callbacks that tell what happened are sent again when they failed. */
	retryAfter: boolean;
	/** The callbacks that are switched on; all of them when null. */
	commands: string[] | null;
	/** Whether callbacks of Desk and Push are signed too: their pages show no Sign. */
	signsAll: boolean;
	/**
	 * Whether messages of live rooms go to the URL of Chat where Live's list does not have them: no
	 * page says.
	 */
	roomMessagesToChat: boolean;
	/** The name of the question for an agent: Desk's page (1229/68988) has one, Chat's (63270) another. */
	assignCommand: (typeof assignCommands)[number];
	deskEvents: DeskEventNames;
}

/** Settings that are given at the start or from outside: what is left out stays as it is. */
export type CallbackPatch = Partial<Omit<CallbackSettings, 'deskEvents'>> & {
	deskEvents?: Partial<DeskEventNames>;
};

export function defaultCallbackSettings(): CallbackSettings {
	return {
		url: null,
		deskUrl: null,
		token: null,
		timeoutMs: 2000,
		blockOnTimeout: false,
		retryAfter: false,
		commands: null,
		signsAll: startReadings().signsAll,
		roomMessagesToChat: false,
		assignCommand: 'ChatBot.OnAssignHuman',
		deskEvents: {
			sessionBegan: 'SessionBegin',
			userToChatbot: 'ChatBot.UserSendMsg',
			chatbot: 'ChatBot.RobotSendMsg',
			userToAgent: null,
			agent: null,
			queued: null,
			transferred: null,
			transferFailed: null,
			sessionEnded: null,
		},
	};
}

/** Whether a text can be a callback URL: it "must start with http:// or https://". */
export function isCallbackUrl(value: unknown): value is string {
	return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isFilledText: Check = (value) => typeof value === 'string' && value !== '';
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);

const checks: Record<keyof CallbackSettings, Check> = {
	url: orNull(isCallbackUrl),
	deskUrl: orNull(isCallbackUrl),
	token: orNull(isFilledText),
	timeoutMs: (value) => typeof value === 'number' && value > 0 && value <= maxWait,
	blockOnTimeout: isBoolean,
	retryAfter: isBoolean,
	commands: orNull(isStringArray),
	signsAll: isBoolean,
	roomMessagesToChat: isBoolean,
	assignCommand: (value) => assignCommands.some((command) => command === value),
	deskEvents: (value) => {
		const names = Object.keys(defaultCallbackSettings().deskEvents);
		return (
			isObject(value) &&
			Object.entries(value).every(
				([name, event]) => names.includes(name) && orNull(isFilledText)(event),
			)
		);
	},
};

function isSetting(name: string): name is keyof CallbackSettings {
	return Object.hasOwn(checks, name);
}

/**
 * Lays a patch over the settings: all of it, or nothing when any part is wrong. Returns what is
 * wrong, in words that hold no value; an empty list means that the patch was applied.
 */
export function mergeCallbackSettings(settings: CallbackSettings, patch: unknown): string[] {
	if (!isObject(patch)) return ['the settings must be a JSON object'];
	const problems = Object.entries(patch).flatMap(([name, value]) => {
		if (!isSetting(name)) return [`there is no setting "${name}"`];
		return checks[name](value) ? [] : [`"${name}" cannot have this value`];
	});
	if (problems.length > 0) return problems;
	const deskEvents = {
		...settings.deskEvents,
		...(isObject(patch.deskEvents) && patch.deskEvents),
	};
	Object.assign(settings, patch, { deskEvents });
	return [];
}

/** The settings as they may be shown: whether there is a token, but not which. */
export function shownSettings({
	token,
	...settings
}: CallbackSettings): Omit<CallbackSettings, 'token'> & { hasToken: boolean } {
	return { ...settings, hasToken: token !== null };
}
