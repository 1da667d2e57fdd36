import {
	isFaultRule,
	isScriptedFault,
	maxWait,
	type FaultRule,
	type ScriptedFault,
} from './faults';
import { isInteger, isObject } from './json';
import { startReadings } from './observed';
import { isReading, readings, type Readings } from './readings';

/** The open questions, but for what is a setting of the callbacks. */
type Switches = Omit<Readings, 'signsAll'>;

const switchesOf = ({ signsAll: _setting, ...switches }: Readings): Switches => switches;

/**
 * The live switches: the open questions of `readings.ts`, limits that an app can have raised, and
 * what goes wrong in a network.
 */
export interface Behaviour extends Switches {
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

	/**
	 * Who may ask a customer of Desk for a rating, `menuSendRuleFlag` in src 23: 1 the server after
	 * each session, 2 an agent, 4 the customer; the sum of those that may.
	 */
	deskRatingRule: number;

	/** Pushes to all users a day: 10 on trial editions, 100 on the others, and more can be bought. */
	pushesPerDay: number;
	/** Users a second that pushes to users may reach: 30, 500 or 800 by edition; null lifts it. */
	pushReceiversPerSecond: number | null;

	/** Messages a second in one live room before they are dropped (40 for groups); null lifts. */
	liveRoomPerSecond: number | null;
	/** A message too many is dropped with ErrorCode 0 and a MsgDropReason, or refused: 100602. */
	liveRoomOverflow: 'drop' | 'refuse';

	/** How far the clock of COS is ahead of this one's, in milliseconds. */
	cosClockMs: number;
	/** COS has no room for anything more. */
	cosFull: boolean;
	/** Actions of an access policy that the key of a bucket may not do, such as `PutObjectACL`. */
	cosDenied: string[];

	/** Faults by chance. */
	faults: FaultRule[];
	/** Faults for the next requests, in this order. */
	failNext: ScriptedFault[];
	/** Until this time (ms since 1970) every connection is dropped; null means never. */
	refuseUntil: number | null;
}

/** How the switches start: as documented, but for what was observed at the service. */
export function defaultBehaviour(): Behaviour {
	return {
		latencyMs: 0,
		latencyJitterMs: 0,
		rateLimit: 'documented',
		rateCounting: 'fixedSecond',
		rateBucketSize: 20,
		rateLimitCode: 60007,
		badSignatureLimit: 10,
		deskRatingRule: 6,
		pushesPerDay: 100,
		pushReceiversPerSecond: 500,
		liveRoomPerSecond: 40,
		liveRoomOverflow: 'drop',
		cosClockMs: 0,
		cosFull: false,
		cosDenied: [],
		...switchesOf(startReadings()),
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
	(max: number): Check =>
	(value) =>
		typeof value === 'number' && value >= 0 && value <= max;
const oneUpTo =
	(max: number): Check =>
	(value) =>
		isInteger(value) && value >= 1 && value <= max;
const errorCode: Check = (value) => isInteger(value) && value !== 0 && Math.abs(value) <= maxCode;

const maxCode = 0x7fff_ffff;
/** A year in milliseconds. */
const maxClockMs = 31_536_000_000;
/** A number of calls, messages or signatures that nobody reaches. */
const plenty = 1_000_000;
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);

const checks: Record<Exclude<keyof Behaviour, keyof Switches>, Check> = {
	latencyMs: upTo(maxWait),
	latencyJitterMs: upTo(maxWait),
	rateLimit: (value) => value === 'documented' || value === null || oneUpTo(plenty)(value),
	rateCounting: oneOf('fixedSecond', 'slidingSecond', 'bucket'),
	rateBucketSize: oneUpTo(plenty),
	rateLimitCode: errorCode,
	badSignatureLimit: orNull(oneUpTo(plenty)),
	deskRatingRule: (value) => isInteger(value) && value >= 0 && value <= 7,
	pushesPerDay: oneUpTo(plenty),
	pushReceiversPerSecond: orNull(oneUpTo(plenty)),
	liveRoomPerSecond: orNull(oneUpTo(plenty)),
	liveRoomOverflow: oneOf('drop', 'refuse'),
	cosClockMs: (value) => isInteger(value) && Math.abs(value) <= maxClockMs,
	cosFull: (value) => typeof value === 'boolean',
	cosDenied: listOf((value) => typeof value === 'string'),
	faults: listOf(isFaultRule),
	failNext: listOf(isScriptedFault),
	refuseUntil: orNull(upTo(Number.MAX_SAFE_INTEGER)),
};

function checkOf(name: string): Check | undefined {
	if (isReading(name) && name !== 'signsAll') return readings[name].accepts;
	return Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : undefined;
}

/**
 * Lays a patch from outside over the switches: all of it, or nothing when any part is wrong.
 * Returns what is wrong, in words; an empty list means that the patch was applied.
 */
export function mergeBehaviour(behaviour: Behaviour, patch: unknown): string[] {
	if (!isObject(patch)) return ['the switches must be a JSON object'];
	const problems = Object.entries(patch).flatMap(([name, value]) => {
		const check = checkOf(name);
		if (!check) return [`there is no switch "${name}"`];
		return check(value) ? [] : [`"${name}" cannot have this value`];
	});
	if (problems.length === 0) Object.assign(behaviour, patch);
	return problems;
}
