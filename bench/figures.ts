import type { Part } from './options';
import type { Peer } from './peers';
import type { Spread } from './statistics';

/** How the simulator limits the calls of a scenario, and how far away it is. */
export type Scenario = 'fixedSecond' | 'slidingSecond' | 'bucket' | 'lifted' | 'tls' | 'tlsLifted';

/** One throughput run. */
export interface Run {
	/** Seconds that the node took, by n8n's record. */
	seconds: number;
	/** Messages that arrived, per second that the node took. */
	deliveredPerSecond: number;
	/** Calls per second at the simulator, from the first to the last arrival. */
	arrivalsPerSecond: number;
	lost: number;
	doubled: number;
	/** Calls answered with a frequency code. */
	rejected: number;
	/** Those of them that arrived a second or more after the first call. */
	rejectedLater: number;
}

/** All runs of one peer in one scenario. */
export interface Series {
	scenario: Scenario;
	peer: Peer;
	runs: Run[];
}

export interface ThroughputFigures {
	messages: number;
	latencyMs: number;
	roundTripMs: number;
	/** Calls per second that the simulator allows while it counts. */
	limit: number;
	series: Series[];
	/** Why there is no TLS run; absent when there is one. */
	tlsMissing?: string;
}

/** What is compared: the cost of Send Once at the limit and without one, and that of looks. */
export type OnceScenario = 'onceLimited' | 'onceLifted' | 'looks';

/** One run without or with Send Once. */
export interface OnceRun {
	/** Seconds that the node took, by n8n's record. */
	seconds: number;
	/** Calls per second that sent something, from the first to the last arrival. */
	sendsPerSecond: number;
	/** Bytes of n8n's peak memory, above what was in use before. */
	memory: number;
	/** Characters of the row that n8n's database keeps for the node. */
	remembered: number;
	lost: number;
	doubled: number;
	/** Calls answered with a frequency code. */
	rejected: number;
}

/** As many keys as a node remembers, without a limit. */
export interface ManyKeys {
	keys: number;
	without: OnceRun;
	first: OnceRun;
	/** The same keys once more. */
	again: OnceRun;
	/** Messages of that run that were sent. */
	sentAgain: number;
}

export interface OnceFigures {
	limit: number;
	latencyMs: number;
	/** Of a hundred calls, so many lose their answers where looks are measured. */
	lostPercent: number;
	pairs: Array<{ scenario: OnceScenario; messages: number; without: OnceRun[]; with: OnceRun[] }>;
	manyKeys: ManyKeys;
}

/** Where CPU time goes: seconds by what the code belongs to, the most first. */
export type Profile = Array<{ owner: string; seconds: number }>;

export interface CpuOfPeer {
	/** Milliseconds of CPU time of the whole n8n process for each message. */
	total: Spread;
	/** The same without what the workflow costs when a node that does nothing stands in. */
	net: Spread;
	profile: Profile;
	/** Functions with the most time of their own. */
	functions: Profile;
}

export interface CpuFigures {
	messages: number;
	/** Milliseconds per item of the workflow with the node that does nothing. */
	around: Spread;
	own: CpuOfPeer;
	http: CpuOfPeer;
}

/** What a growth run took. */
export interface GrowthMeasures {
	/** Milliseconds per item. */
	time: Spread;
	/** Kilobytes of peak memory per item, above what was in use before. */
	memory: Spread;
	/** Megabytes. */
	peak: Spread;
}

/** One size of the growth part. */
export interface GrowthOfSize {
	items: number;
	/** Absent when no run came to its end. */
	measures?: GrowthMeasures;
	/** The most items of any run that did not arrive exactly once. */
	failed: number;
	/** What the first of them said. */
	reason?: string;
}

/**
 * The HTTP Request node starts all items at once, more than a machine has ports for; the one with
 * small batches is there for the sizes at which that fails.
 */
export const growthPeers = ['own', 'http', 'httpFastBatches'] as const satisfies Peer[];

export type GrowthPeer = (typeof growthPeers)[number];

export type GrowthFigures = Record<GrowthPeer, GrowthOfSize[]>;

/** What is loaded in a fresh process, each file as often as the others. */
export const loadings = [
	'node',
	'trigger',
	'slack',
	'slackTrigger',
	'package',
	'slackPackage',
] as const;

export type Loading = (typeof loadings)[number];

export interface StartFigures {
	/** Fresh processes for each of them. */
	starts: number;
	/** Milliseconds. */
	times: Record<Loading, Spread>;
	/** Milliseconds from the first call of `execute` to the first read of the credential. */
	firstExecution: Spread;
}

/** One run of callbacks to one receiver. */
export interface CallbackRun {
	/** Callbacks that were not answered with 200. */
	unanswered: number;
	/** Executions that are missing, or too many. */
	lost: number;
	doubled: number;
	/** Milliseconds within which half of the responses came, 99 % of them, and all. */
	p50: number;
	p99: number;
	max: number;
}

export interface CallbackFigures {
	/** Callbacks of one run. */
	callbacks: number;
	perSecond: number;
	trigger: CallbackRun[];
	webhook: CallbackRun[];
	webhookWithCredential: CallbackRun[];
	/** The same in an n8n that sets up its sandbox for expressions only where it needs one. */
	lazy: Record<'trigger' | 'webhook', CallbackRun[]>;
}

export interface Figures {
	throughput: ThroughputFigures;
	once: OnceFigures;
	cpu: CpuFigures;
	growth: GrowthFigures;
	start: StartFigures;
	callbacks: CallbackFigures;
}

/** The machine and the versions of a run. */
export interface Machine {
	cpus: number;
	cpuModel: string;
	memoryGb: number;
	platform: string;
	node: string;
	n8n: string;
}

/** What is kept of each part: its figures, and when and how they came about. */
export type Kept = {
	[Name in Part]?: {
		measuredAt: string;
		machine: Machine;
		figures: Figures[Name];
	};
};
