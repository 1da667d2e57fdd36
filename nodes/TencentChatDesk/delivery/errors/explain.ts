import { credentialRefusals } from '../../../../credentials/testRules';
import { appSettingsFailures } from './codes/appSettings';
import { archiveFailures } from './codes/archive';
import { chatFailures } from './codes/chat';
import { contactFailures } from './codes/contact';
import { conversationFailures } from './codes/conversation';
import { deskFailures } from './codes/desk';
import type { FailureEntry, FailureKind, KnownFailure } from './codes/entry';
import { groupFailures } from './codes/group';
import { liveFailures } from './codes/live';
import { moderationFailures } from './codes/moderation';
import { officialAccountFailures } from './codes/officialAccount';
import { pushFailures } from './codes/push';
import { pushScheduleFailures } from './codes/pushSchedule';
import { sharedFailures } from './codes/shared';
import { topicFailures } from './codes/topic';

export type { FailureKind, KnownFailure } from './codes/entry';

/** What the retry policies may do about a refused sign-in; all others are wrong settings. */
const signInKinds: ReadonlyMap<number, FailureKind> = new Map<number, FailureKind>([
	[60004, 'signature'],
	[60005, 'signature'],
	[70001, 'signature'],
	[70050, 'lockedOut'],
]);

const credentialFailures: readonly FailureEntry[] = credentialRefusals.map((refusal) => ({
	...refusal,
	kind: signInKinds.get(refusal.codes[0] ?? 0) ?? 'credential',
}));

const entries: readonly FailureEntry[] = [
	...credentialFailures,
	...sharedFailures,
	...chatFailures,
	...contactFailures,
	...conversationFailures,
	...groupFailures,
	...topicFailures,
	...officialAccountFailures,
	...pushFailures,
	...pushScheduleFailures,
	...deskFailures,
	...liveFailures,
	...moderationFailures,
	...archiveFailures,
	...appSettingsFailures,
];

/** The scope of an entry that holds for every service. */
const anywhere = '';

const keyOf = (code: number, scope: string) => `${code} ${scope}`;

const explanations: ReadonlyMap<string, FailureEntry> = new Map(
	entries.flatMap((entry) =>
		(entry.services ?? [anywhere]).flatMap((scope) =>
			entry.codes.map((code): [string, FailureEntry] => [keyOf(code, scope), entry]),
		),
	),
);

/** What a code means at a path: there, else in its service, else anywhere. */
function explanationOf(code: number, path: string): FailureEntry | undefined {
	const [service = anywhere] = path.split('/');
	return (
		explanations.get(keyOf(code, path)) ??
		explanations.get(keyOf(code, service)) ??
		explanations.get(keyOf(code, anywhere))
	);
}

const knownOf = ({ message, advice, kind, about }: KnownFailure): KnownFailure => ({
	message,
	advice,
	kind,
	...(about && { about }),
});

/**
 * ErrorCode -> what happened and what to do, where its service gives it no meaning of its own.
 *
 * Documented in the Chat error code list (product 1047, page 34348), in the code tables of the
 * single API pages, and for Desk and Live on their own pages. Where sources disagree about a code,
 * its text covers both readings.
 */
export const failures: ReadonlyMap<number, KnownFailure> = new Map(
	entries
		.filter(({ services }) => services === undefined)
		.flatMap(({ codes, ...entry }) =>
			codes.map((code): [number, KnownFailure] => [code, knownOf(entry)]),
		),
);

interface Family extends KnownFailure {
	/** First and last code, both included. */
	from: number;
	to: number;
}

const ownServer = (from: number, to: number, what: string): Family => ({
	from,
	to,
	kind: 'permanent',
	message: `Your own server refused ${what} with a code of its own`,
	advice:
		'Tencent asked the webhook of the application before it and passed its answer on. Ask the person who runs that server what this code means.',
});

/** Codes that are documented as a range only. */
export const families: readonly Family[] = [
	// Webhooks before messages, before what is done in groups, before relationships change, and before
	// gifts (T-72210).
	ownServer(120001, 130000, 'the message'),
	ownServer(10100, 10200, 'what was to be done in the group'),
	ownServer(38000, 39000, 'the change of a relationship'),
	ownServer(102100, 102200, 'the gift'),
	{
		from: 100400,
		to: 100406,
		kind: 'permanent',
		message: 'The live rooms could not be connected',
		advice:
			'Check that both rooms are live, that neither is connected elsewhere and that the invitation is still open.',
	},
	{
		from: 100411,
		to: 100421,
		kind: 'permanent',
		message: 'The battle between the live rooms could not be started or changed',
		advice:
			'Check that the rooms are connected with each other and that no other battle is going on.',
	},
	{
		// The texts of these differ between the editions of the error code list (page 1047/34348).
		from: 110001,
		to: 110014,
		kind: 'unexplained',
		message: 'The community, its topic or its permission group refused the call',
		advice:
			"Go by Tencent's own words: what these numbers mean has changed over time. Check the IDs, and that the plan of the application includes communities.",
	},
];

const maxQuote = 300;

/**
 * Tencent's words on one line, cut to 300 characters; empty if there are none, or if they repeat a
 * part of the request that must not be shown.
 */
function quotable(errorInfo: string | undefined): string {
	const words = (errorInfo ?? '').split('\n').join(' ').split('\r').join(' ').trim();
	if (words.toLowerCase().includes('usersig=')) return '';
	return words.length > maxQuote ? `${words.slice(0, maxQuote)}...` : words;
}

/**
 * Says what a refusal means.
 *
 * @param code the `ErrorCode` of the response, or of an entry of its error list
 * @param errorInfo the `ErrorInfo` of the same response; shown where the code alone says too little
 * @param path `service/command` that answered: some services number their refusals their own way
 * @returns never undefined: a code that no page explains is shown with Tencent's own words and is
 * not repeated
 */
export function explain(code: number, errorInfo?: string, path = anywhere): KnownFailure {
	const words = quotable(errorInfo);
	const known = explanationOf(code, path);
	if (known) {
		const said = words === '' || !known.inTencentsWords ? '' : ` (Tencent says: ${words})`;
		return { ...knownOf(known), message: `${known.message}${said}` };
	}
	const family = families.find(({ from, to }) => code >= from && code <= to);
	if (family) {
		const { message, advice, kind } = family;
		const detail = words === '' ? `code ${code}` : `code ${code}: ${words}`;
		return { message: `${message} (${detail})`, advice, kind };
	}
	return {
		message:
			words === ''
				? `Tencent refused the request with code ${code} and gave no reason`
				: `Tencent refused the request: ${words} (code ${code})`,
		advice: `Check the fields of this item. If that does not help, look up code ${code} in the error code list of Tencent Cloud Chat, or give it to Tencent Cloud support.`,
		kind: 'unexplained',
	};
}
