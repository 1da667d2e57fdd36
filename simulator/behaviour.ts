import {
	isFaultRule,
	isScriptedFault,
	longestWait,
	type FaultRule,
	type ScriptedFault,
} from './faults';
import { isInteger, isObject } from './json';

/**
 * The live switches. Each one is a point where the documentation is silent or contradicts
 * itself, a limit that an app can have raised, or something that goes wrong in a network.
 */
export interface Behaviour {
	/** How long a call takes, half of it before the request takes effect. */
	latencyMs: number;
	/** Up to this much is added to the latency of each call, at random. */
	latencyJitterMs: number;

	/**
	 * Calls a second for each app and API. `documented` is the number on the API's page (200
	 * where it names none, as Chat > Use Limits says); null lifts the limit.
	 */
	rateLimit: number | 'documented' | null;
	/** How the calls of a second are counted; no page says. */
	rateCounting: 'fixedSecond' | 'slidingSecond' | 'bucket';
	/** How many calls may come at once when `rateCounting` is `bucket`. */
	rateBucketSize: number;
	/** What a call over the limit answers (Error Codes also lists 60011, 60018 and 60019). */
	rateLimitCode: number;

	/** Bad signatures within a minute before everything answers 70050; null turns it off. */
	badSignatureLimit: number | null;

	/** Longest message in bytes: 12 KB on the newer pages, 8 KB on the sendmsg page of 2020. */
	maxMessageBytes: number;
	/** What is measured: the pages say both "data packet" and "message body". */
	sizeCounts: 'packet' | 'message';

	/** Which of two rules drops a repeated sendmsg: see Chat > Sending a One-to-One Message. */
	sendmsgDedup: 'key120s' | 'oneSecond';
	/** The documented key names the sender but not the recipient; `pair` adds the recipient. */
	sendmsgDedupScope: 'sender' | 'pair';
	/** Where a Desk MsgRandom has to be unique; Chat Desk > Send Messages does not say. */
	deskDedupScope: 'conversation' | 'app';
	/** For how long a Desk MsgRandom is remembered; the page names no time. */
	deskDedupSeconds: number;
	/** What a dropped duplicate answers; no page says. */
	duplicateAnswer: 'sameAnswer' | 'freshAnswer' | 'okWithoutKey' | 'error';
	/** The code when `duplicateAnswer` is `error`. */
	duplicateErrorCode: number;

	/** Over seven days: the field table keeps the message for seven, 90026 refuses it. */
	lifeTimeTooLong: 'refuse' | 'clamp';
	/** An unknown To_Account of sendmsg; the page has three codes that fit. */
	unknownReceiverCode: 90012 | 20003 | 90048;
	/** An unknown From_Account of sendmsg; the page has two codes that fit. */
	unknownSenderCode: 20003 | 90048;

	/** query_online_status: the sample names the field State, the field table Status. */
	onlineStatusField: 'State' | 'Status';
	/** contact_user: the field table and the sample of the page spell two names differently. */
	contactFieldSpelling: 'table' | 'sample' | 'either';
	/** contact_user: 141001 and 141017 both say that nobody is online. */
	nobodyAvailableCode: 'byScope' | 141001 | 141017;

	/** Pushes to all users a day: 10 on trial editions, 100 on the others, and more can be bought. */
	pushesPerDay: number;
	/** How long the MsgRandom of a push to all tells a copy: seven days on newer pages, or a second. */
	pushDedupSeconds: number;
	/** Users a second that pushes to users may reach: 30, 500 or 800 by edition; null lifts it. */
	pushReceiversPerSecond: number | null;

	/** Messages a second in one live room before they are dropped (40 for groups); null lifts. */
	liveRoomPerSecond: number | null;
	/** A message too many is dropped with ErrorCode 0 and a MsgDropReason, or refused: 100602. */
	liveRoomOverflow: 'drop' | 'refuse';
	/** Send Normal Message types ExtensionInfo as String; its sample says it must be JSON. */
	extensionInfoMustBeJson: boolean;
	/** Whether an account that does not exist may be Sender_Account of a live message. */
	liveUnknownSender: 'refuse' | 'accept';

	/** Whether get_muted_member_list comes in pages, and how they follow each other; no page says. */
	mutedListPaging: 'none' | 'offset' | 'next';

	/** Faults by chance. */
	faults: FaultRule[];
	/** Faults for the next requests, in this order. */
	failNext: ScriptedFault[];
	/** Until this time (ms since 1970) every connection is dropped; null means never. */
	refuseUntil: number | null;
}

export function defaultBehaviour(): Behaviour {
	return {
		latencyMs: 0,
		latencyJitterMs: 0,
		rateLimit: 'documented',
		rateCounting: 'fixedSecond',
		rateBucketSize: 20,
		rateLimitCode: 60007,
		badSignatureLimit: 10,
		maxMessageBytes: 12 * 1024,
		sizeCounts: 'packet',
		sendmsgDedup: 'key120s',
		sendmsgDedupScope: 'sender',
		deskDedupScope: 'conversation',
		deskDedupSeconds: 120,
		duplicateAnswer: 'sameAnswer',
		duplicateErrorCode: 99999,
		lifeTimeTooLong: 'refuse',
		unknownReceiverCode: 90012,
		unknownSenderCode: 20003,
		onlineStatusField: 'State',
		contactFieldSpelling: 'either',
		nobodyAvailableCode: 'byScope',
		pushesPerDay: 100,
		pushDedupSeconds: 7 * 86_400,
		pushReceiversPerSecond: 500,
		liveRoomPerSecond: 40,
		liveRoomOverflow: 'drop',
		extensionInfoMustBeJson: true,
		liveUnknownSender: 'refuse',
		mutedListPaging: 'none',
		faults: [],
		failNext: [],
		refuseUntil: null,
	};
}

type Check = (value: unknown) => boolean;

const oneOf =
	(...allowed: Array<string | number>): Check =>
	(value) =>
		allowed.some((candidate) => candidate === value);
const upTo =
	(most: number): Check =>
	(value) =>
		typeof value === 'number' && value >= 0 && value <= most;
const oneUpTo =
	(most: number): Check =>
	(value) =>
		isInteger(value) && value >= 1 && value <= most;
const errorCode: Check = (value) =>
	isInteger(value) && value !== 0 && Math.abs(value) <= largestCode;

const largestCode = 0x7fff_ffff;
/** A number of calls, messages or signatures that nobody reaches. */
const plenty = 1_000_000;
const aWeek = 7 * 86_400;
const largestMessage = 64 * 1024 * 1024;
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);

const checks: Record<keyof Behaviour, Check> = {
	latencyMs: upTo(longestWait),
	latencyJitterMs: upTo(longestWait),
	rateLimit: (value) => value === 'documented' || value === null || oneUpTo(plenty)(value),
	rateCounting: oneOf('fixedSecond', 'slidingSecond', 'bucket'),
	rateBucketSize: oneUpTo(plenty),
	rateLimitCode: errorCode,
	badSignatureLimit: orNull(oneUpTo(plenty)),
	maxMessageBytes: oneUpTo(largestMessage),
	sizeCounts: oneOf('packet', 'message'),
	sendmsgDedup: oneOf('key120s', 'oneSecond'),
	sendmsgDedupScope: oneOf('sender', 'pair'),
	deskDedupScope: oneOf('conversation', 'app'),
	deskDedupSeconds: upTo(aWeek),
	duplicateAnswer: oneOf('sameAnswer', 'freshAnswer', 'okWithoutKey', 'error'),
	duplicateErrorCode: errorCode,
	lifeTimeTooLong: oneOf('refuse', 'clamp'),
	unknownReceiverCode: oneOf(90012, 20003, 90048),
	unknownSenderCode: oneOf(20003, 90048),
	onlineStatusField: oneOf('State', 'Status'),
	contactFieldSpelling: oneOf('table', 'sample', 'either'),
	nobodyAvailableCode: oneOf('byScope', 141001, 141017),
	pushesPerDay: oneUpTo(plenty),
	pushDedupSeconds: upTo(aWeek),
	pushReceiversPerSecond: orNull(oneUpTo(plenty)),
	liveRoomPerSecond: orNull(oneUpTo(plenty)),
	liveRoomOverflow: oneOf('drop', 'refuse'),
	extensionInfoMustBeJson: (value) => typeof value === 'boolean',
	liveUnknownSender: oneOf('refuse', 'accept'),
	mutedListPaging: oneOf('none', 'offset', 'next'),
	faults: listOf(isFaultRule),
	failNext: listOf(isScriptedFault),
	refuseUntil: orNull(upTo(Number.MAX_SAFE_INTEGER)),
};

function isSwitch(name: string): name is keyof Behaviour {
	return Object.hasOwn(checks, name);
}

/**
 * Lays a patch from outside over the switches: all of it, or nothing when any part is wrong.
 * Returns what is wrong, in words; an empty list means that the patch was applied.
 */
export function mergeBehaviour(behaviour: Behaviour, patch: unknown): string[] {
	if (!isObject(patch)) return ['the switches must be a JSON object'];
	const problems = Object.entries(patch).flatMap(([name, value]) => {
		if (!isSwitch(name)) return [`there is no switch "${name}"`];
		return checks[name](value) ? [] : [`"${name}" cannot have this value`];
	});
	if (problems.length === 0) Object.assign(behaviour, patch);
	return problems;
}
