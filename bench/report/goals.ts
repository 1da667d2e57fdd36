import type {
	CallbackFigures,
	CallbackRun,
	CpuFigures,
	GrowthFigures,
	Kept,
	OnceFigures,
	OnceRun,
	Scenario,
	StartFigures,
	ThroughputFigures,
} from '../figures';
import { median } from '../statistics';
import { summaryOf } from '../throughput/summary';
import type { Summary } from '../throughput/summary';
import { fixed } from './text';

/** A line of the list of goals, and how the figures compare. */
export interface Goal {
	goal: string;
	measured: string;
	met: boolean;
}

const leastUnderLimit = 190;
const timesHttp = 1.5;
const timesSequential = 10;
const cpuShare = 0.6;
const timeWithin = 0.15;
/** 99th percentile of the trigger's answers in those of n8n's Webhook node. */
const timesWebhook = 1.2;
/** Milliseconds that n8n's start may spend on a node. */
const maxLoading = 100;
/** With Send Once, a run takes at most so many times its time without. */
const timesOnce = 1.05;
/** Sends beside looks keep so much of their pace. */
const rateBesideLooks = 0.9;
/** Ten times the items may take so many times ten times the memory and still count as linear. */
const linearWithin = 1.15;

const countings: Array<[Scenario, string]> = [
	['fixedSecond', 'fixed seconds'],
	['slidingSecond', 'sliding seconds'],
	['bucket', 'a bucket of 20'],
];

function unharmed(words: string, { rejectedLater, lost, doubled }: Summary): Goal {
	return {
		goal: `${words}: nothing rejected after the first second, lost or doubled`,
		measured: `${rejectedLater} rejected, ${lost} lost, ${doubled} doubled`,
		met: rejectedLater + lost + doubled === 0,
	};
}

function limitGoals(figures: ThroughputFigures): Goal[] {
	return countings.flatMap(([scenario, words]) => {
		const summary = summaryOf(figures, scenario, 'own');
		if (!summary) return [];
		const { median } = summary.delivered;
		return [
			{
				goal: `Under the limit, counted by ${words}: at least ${leastUnderLimit} messages/s`,
				measured: `${fixed(median)}/s`,
				met: median >= leastUnderLimit,
			},
			unharmed(`Under the limit, counted by ${words}`, summary),
		];
	});
}

function farGoals(figures: ThroughputFigures): Goal[] {
	const summary = summaryOf(figures, 'tlsLifted', 'own');
	if (!summary) return [];
	const words = `Limit lifted, at ${figures.roundTripMs} ms a round trip over TLS`;
	const { median } = summary.delivered;
	return [
		{
			goal: `${words}: at least ${leastUnderLimit} messages/s`,
			measured: `${fixed(median)}/s`,
			met: median >= leastUnderLimit,
		},
		unharmed(words, summary),
	];
}

/**
 * Counted from arrival to arrival: three round trips pass before the first, and with them even the
 * whole limit would come to less than the goal.
 */
function farLimitGoals(figures: ThroughputFigures): Goal[] {
	const summary = summaryOf(figures, 'tls', 'own');
	if (!summary) return [];
	const words = `Under the limit, at ${figures.roundTripMs} ms a round trip over TLS`;
	const { median } = summary.arrivals;
	return [
		{
			goal: `${words}: at least ${leastUnderLimit} calls/s at the server`,
			measured: `${fixed(median)}/s`,
			met: median >= leastUnderLimit,
		},
		unharmed(words, summary),
	];
}

function liftedGoals(figures: ThroughputFigures): Goal[] {
	const own = summaryOf(figures, 'lifted', 'own');
	if (!own) return [];
	const against = (peer: 'http' | 'sequential', words: string, times: number): Goal[] => {
		const other = summaryOf(figures, 'lifted', peer);
		if (!other) return [];
		const ratio = own.delivered.median / other.delivered.median;
		return [
			{
				goal: `Limit lifted: at least ${times} times ${words}`,
				measured: `${fixed(own.delivered.median)}/s against ${fixed(other.delivered.median)}/s: ${fixed(ratio, 2)} times`,
				met: ratio >= times,
			},
		];
	};
	return [
		...against('http', 'the unbatched HTTP Request node', timesHttp),
		...against('sequential', 'the sequential node', timesSequential),
	];
}

function onceGoals({ limit, lostPercent, pairs, manyKeys }: OnceFigures): Goal[] {
	const pairOf = (name: OnceFigures['pairs'][number]['scenario']) =>
		pairs.find(({ scenario }) => scenario === name);
	const middle = (runs: OnceRun[], key: 'seconds' | 'sendsPerSecond') =>
		median(runs.map(({ [key]: value }) => value));
	const limited = pairOf('onceLimited');
	const looks = pairOf('looks');
	const goals: Goal[] = [];
	if (limited) {
		const [first, second] = [middle(limited.without, 'seconds'), middle(limited.with, 'seconds')];
		goals.push({
			goal: `Send Once: ${limited.messages.toLocaleString('en')} messages at ${limit}/s in at most ${timesOnce} times the time without it`,
			measured: `${fixed(second)} s against ${fixed(first)} s: ${fixed(second / first, 3)} times`,
			met: second / first <= timesOnce,
		});
		const written = Math.max(...limited.without.map(({ remembered }) => remembered));
		goals.push({
			goal: 'Send Once: nothing is written without it',
			measured: `${written} characters`,
			met: written === 0,
		});
	}
	const { keys, first, sentAgain } = manyKeys;
	goals.push({
		goal: `Send Once: ${keys.toLocaleString('en')} keys arrive once, and nothing is sent again`,
		measured: `${first.lost} lost, ${first.doubled} doubled, ${sentAgain} sent again`,
		met: first.lost + first.doubled + sentAgain === 0,
	});
	if (looks) {
		const key = 'sendsPerSecond';
		const [alone, beside] = [middle(looks.without, key), middle(looks.with, key)];
		goals.push({
			goal: `Looks: where ${lostPercent} % of the calls are looked up, sends keep at least ${rateBesideLooks * 100} % of their pace`,
			measured: `${fixed(beside)}/s against ${fixed(alone)}/s: ${fixed((beside / alone) * 100, 0)} %`,
			met: beside / alone >= rateBesideLooks,
		});
	}
	return goals;
}

function cpuGoals({ own, http }: CpuFigures): Goal[] {
	const share = (which: 'total' | 'net', words: string): Goal => {
		const ratio = own[which].median / http[which].median;
		return {
			goal: `CPU per message, ${words}: at most ${cpuShare} of the HTTP Request node's`,
			measured: `${fixed(own[which].median, 2)} ms against ${fixed(http[which].median, 2)} ms: ${fixed(ratio, 2)}`,
			met: ratio <= cpuShare,
		};
	};
	return [share('total', 'whole process'), share('net', 'without the surrounding workflow')];
}

function growthGoals({ own, http, httpFastBatches }: GrowthFigures): Goal[] {
	const complete = own.flatMap(({ items, measures }) => (measures ? [{ items, ...measures }] : []));
	const [first] = complete;
	const [previous, last] = complete.slice(-2);
	// A run in which items failed says nothing about the memory that they take.
	const peer = [http.at(-1), httpFastBatches.at(-1)].find((size) => size?.failed === 0)?.measures;
	if (!first || !previous || !last) return [];
	const slower = last.time.median / first.time.median - 1;
	const steeper = last.memory.median / previous.memory.median;
	const items = last.items.toLocaleString('en');
	return [
		{
			goal: `Growth: time per item at ${items} within ${timeWithin * 100} % of that at ${first.items.toLocaleString('en')}`,
			measured: `${fixed(last.time.median, 2)} ms against ${fixed(first.time.median, 2)} ms: ${slower >= 0 ? '+' : ''}${fixed(slower * 100, 0)} %`,
			met: slower <= timeWithin,
		},
		{
			goal: `Growth: memory linear (per item at most ${linearWithin} times that at ${previous.items.toLocaleString('en')})`,
			measured: `${fixed(last.memory.median)} kB against ${fixed(previous.memory.median)} kB an item`,
			met: steeper <= linearWithin,
		},
		{
			goal: `Growth: at ${items}, no more memory per item than the HTTP Request node`,
			measured: peer
				? `${fixed(last.memory.median)} kB against ${fixed(peer.memory.median)} kB an item`
				: `${fixed(last.memory.median)} kB an item; the HTTP Request node failed`,
			met: !peer || last.memory.median <= peer.memory.median,
		},
	];
}

function callbackGoals(figures: CallbackFigures): Goal[] {
	const { callbacks, perSecond, trigger, webhook, webhookWithCredential, lazy } = figures;
	const all = [...trigger, ...lazy.trigger];
	const sum = (name: 'unanswered' | 'lost' | 'doubled') =>
		all.reduce((total, run) => total + run[name], 0);
	const [unanswered, lost, doubled] = [sum('unanswered'), sum('lost'), sum('doubled')];
	const count = callbacks.toLocaleString('en');
	const compared = (peer: string, own: CallbackRun[], other: CallbackRun[]): Goal => {
		const [ours, theirs] = [own, other].map((runs) => median(runs.map(({ p99 }) => p99)));
		const ratio = (ours ?? 0) / (theirs ?? 1);
		return {
			goal: `Callbacks: 99 % answered within at most ${timesWebhook} times the time of n8n's Webhook node ${peer}`,
			measured: `${fixed(ours ?? 0)} ms against ${fixed(theirs ?? 0)} ms: ${fixed(ratio, 2)} times`,
			met: ratio <= timesWebhook,
		};
	};
	return [
		{
			goal: `Callbacks: each of ${count} in ${fixed(callbacks / perSecond, 0)} s is answered and executed once`,
			measured: `${unanswered} unanswered, ${lost} lost, ${doubled} doubled in ${all.length} runs`,
			met: unanswered + lost + doubled === 0,
		},
		compared('that checks its caller by a credential, too', trigger, webhookWithCredential),
		compared('that checks nothing', trigger, webhook),
		compared('that checks nothing, with a lazy sandbox', lazy.trigger, lazy.webhook),
	];
}

function startGoals({ times }: StartFigures): Goal[] {
	return (['node', 'trigger'] as const).map((file) => {
		const { median } = times[file];
		return {
			goal: `Start: the ${file} loads in less than ${maxLoading} ms`,
			measured: `${fixed(median)} ms`,
			met: median < maxLoading,
		};
	});
}

/** Every goal that the kept figures say something about. */
export function goalsOf(kept: Kept): Goal[] {
	return [
		...(kept.throughput
			? [
					...limitGoals(kept.throughput.figures),
					...farLimitGoals(kept.throughput.figures),
					...farGoals(kept.throughput.figures),
					...liftedGoals(kept.throughput.figures),
				]
			: []),
		...(kept.once ? onceGoals(kept.once.figures) : []),
		...(kept.callbacks ? callbackGoals(kept.callbacks.figures) : []),
		...(kept.cpu ? cpuGoals(kept.cpu.figures) : []),
		...(kept.growth ? growthGoals(kept.growth.figures) : []),
		...(kept.start ? startGoals(kept.start.figures) : []),
	];
}
