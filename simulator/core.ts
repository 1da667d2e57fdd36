import { defaultBehaviour, type Behaviour } from './behaviour';
import { Callbacks } from './callbacks/callbacks';
import { LimitAlert } from './callbacks/limitAlert';
import type { CallbackPatch } from './callbacks/settings';
import { Changes } from './changes';
import { type SimulatedBucket, Storage } from './cos/storage';
import { RequestBook } from './records/requests';
import { StatsBook } from './records/stats';
import { RateLimiter } from './rest/rateLimit';
import { seededRandom, type RandomSource } from './random';
import { Sleeper } from './sleeper';
import { buildAppState, type AppState, type SimulatedApp } from './state/app';
import { Conversations } from './state/conversations';
import type { WorldSeed } from './state/world';

/** A call of COS, by the name of its action. */
export interface CosCall {
	action: string;
	key: string;
	status: number;
}

/** All state of one simulator; the routes share it. */
export interface Core {
	apps: Map<number, AppState>;
	behaviour: Behaviour;
	conversations: Conversations;
	callbacks: Callbacks;
	changes: Changes;
	requests: RequestBook;
	stats: StatsBook;
	rateLimiter: RateLimiter;
	/** Files: those of buckets, and those that people sent. */
	storage: Storage;
	/** The calls of COS in arrival order. */
	cosCalls: CosCall[];
	limitAlert: LimitAlert;
	sleep: (milliseconds: number) => Promise<void>;
	/** Ends all waits and breaks off callbacks, for closing. */
	wakeAll: () => void;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Decides on faults and jitter; apart from `numbers`, so that one does not shift the other. */
	chance: RandomSource;
	/** The random numbers that the server fills in. */
	numbers: RandomSource;
	/** The newest MsgSeq that a client of a person has filled in. */
	lastClientSeq: number;
	/** Puts everything back to how it was at the start, switches included. */
	reset(): void;
}

export interface CoreOptions {
	apps: SimulatedApp[];
	world: WorldSeed;
	behaviour: Partial<Behaviour>;
	/** How each app has set up its callbacks at the start. */
	callbacks: CallbackPatch;
	now: () => number;
	sleep: ((milliseconds: number) => Promise<void>) | undefined;
	seed: number;
	buckets: SimulatedBucket[];
}

export function createCore(options: CoreOptions): Core {
	const buildApps = () =>
		options.apps.map(
			(app) => [app.sdkAppId, buildAppState(app, options.world, options.callbacks)] as const,
		);
	// Lists are copied: taking a scripted fault must not change the caller's options.
	const startBehaviour = () => structuredClone({ ...defaultBehaviour(), ...options.behaviour });

	const sleeper = new Sleeper();
	const sleep =
		options.sleep ?? (async (milliseconds: number) => await sleeper.sleep(milliseconds));
	const callbacks = new Callbacks({ now: options.now, sleep });
	const core: Core = {
		apps: new Map(buildApps()),
		behaviour: startBehaviour(),
		conversations: new Conversations(),
		callbacks,
		changes: new Changes(),
		requests: new RequestBook(),
		stats: new StatsBook(),
		rateLimiter: new RateLimiter(),
		storage: new Storage(options.buckets),
		cosCalls: [],
		limitAlert: new LimitAlert(callbacks),
		sleep,
		wakeAll: () => {
			core.callbacks.close();
			sleeper.wakeAll();
		},
		now: options.now,
		chance: seededRandom(options.seed),
		numbers: seededRandom(~options.seed),
		lastClientSeq: 0,
		reset() {
			core.apps.clear();
			for (const [sdkAppId, state] of buildApps()) core.apps.set(sdkAppId, state);
			Object.assign(core.behaviour, startBehaviour());
			core.conversations.clear();
			core.callbacks.sent.clear();
			core.requests.clear();
			core.stats.clear();
			core.rateLimiter.clear();
			core.storage.clear();
			core.cosCalls.length = 0;
			core.limitAlert.clear();
			core.chance = seededRandom(options.seed);
			core.numbers = seededRandom(~options.seed);
			core.lastClientSeq = 0;
			core.changes.happened();
		},
	};
	return core;
}
