import { defaultBehaviour, type Behaviour } from './behaviour';
import { RequestBook } from './records/requests';
import { StatsBook } from './records/stats';
import { RateLimiter } from './rest/rateLimit';
import { seededRandom, type RandomSource } from './random';
import { Sleeper } from './sleeper';
import { buildAppState, type AppState, type SimulatedApp } from './state/app';
import { Conversations } from './state/conversations';
import type { WorldSeed } from './state/world';

/** All state of one simulator; the routes share it. */
export interface Core {
	apps: Map<number, AppState>;
	behaviour: Behaviour;
	conversations: Conversations;
	requests: RequestBook;
	stats: StatsBook;
	rateLimiter: RateLimiter;
	sleep: (milliseconds: number) => Promise<void>;
	/** Ends all waits, for closing. */
	wakeAll: () => void;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Decides on faults and jitter; apart from `numbers`, so that one does not shift the other. */
	chance: RandomSource;
	/** The random numbers that the server fills in. */
	numbers: RandomSource;
	/** Puts everything back to how it was at the start, switches included. */
	reset(): void;
}

export interface CoreOptions {
	apps: SimulatedApp[];
	world: WorldSeed;
	behaviour: Partial<Behaviour>;
	now: () => number;
	sleep: ((milliseconds: number) => Promise<void>) | undefined;
	seed: number;
}

export function createCore(options: CoreOptions): Core {
	const buildApps = () =>
		options.apps.map((app) => [app.sdkAppId, buildAppState(app, options.world)] as const);
	// Lists are copied: taking a scripted fault must not change the caller's options.
	const startBehaviour = () => structuredClone({ ...defaultBehaviour(), ...options.behaviour });

	const sleeper = new Sleeper();
	const core: Core = {
		apps: new Map(buildApps()),
		behaviour: startBehaviour(),
		conversations: new Conversations(),
		requests: new RequestBook(),
		stats: new StatsBook(),
		rateLimiter: new RateLimiter(),
		sleep: options.sleep ?? (async (milliseconds) => await sleeper.sleep(milliseconds)),
		wakeAll: () => sleeper.wakeAll(),
		now: options.now,
		chance: seededRandom(options.seed),
		numbers: seededRandom(~options.seed),
		reset() {
			core.apps.clear();
			for (const [sdkAppId, state] of buildApps()) core.apps.set(sdkAppId, state);
			Object.assign(core.behaviour, startBehaviour());
			core.conversations.clear();
			core.requests.clear();
			core.stats.clear();
			core.rateLimiter.clear();
			core.chance = seededRandom(options.seed);
			core.numbers = seededRandom(~options.seed);
		},
	};
	return core;
}
