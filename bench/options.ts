import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const parts = ['start', 'throughput', 'once', 'cpu', 'growth', 'callbacks'] as const;

export type Part = (typeof parts)[number];

/** How much is measured. */
export interface Sizes {
	/** Measurements of each figure; the median is reported. */
	rounds: number;
	/** Messages of one throughput run. */
	messages: number;
	/** Messages of one run without or with Send Once. */
	onceMessages: number;
	/** Keys of the largest run with Send Once. */
	onceKeys: number;
	/** Messages of one CPU run. */
	cpuMessages: number;
	/** Items of the growth runs, ascending. */
	growth: number[];
	/** Callbacks of one run. */
	callbacks: number;
	/** Fresh processes that load each package. */
	starts: number;
}

export interface Options {
	parts: Part[];
	quick: boolean;
	sizes: Sizes;
}

const full: Sizes = {
	rounds: 3,
	messages: 2000,
	onceMessages: 10_000,
	onceKeys: 100_000,
	cpuMessages: 2000,
	growth: [1000, 10_000, 100_000],
	callbacks: 1000,
	starts: 11,
};

/** Says whether everything works; its figures mean nothing. */
const quickOptions: Sizes = {
	rounds: 1,
	messages: 200,
	onceMessages: 300,
	onceKeys: 1_000,
	cpuMessages: 200,
	growth: [100, 300, 1000],
	callbacks: 100,
	starts: 3,
};

const isPart = (text: string): text is Part => parts.some((part) => part === text);

/** Reads the command line. Throws with a sentence when it makes no sense. */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
	});
	const wanted = values.only ?? [...parts];
	const unknown = wanted.find((text) => !isPart(text));
	if (unknown !== undefined) {
		throw new Error(`--only takes ${parts.join(', ')}, not "${unknown}".`);
	}
	const quick = values.quick ?? false;
	return {
		parts: parts.filter((part) => wanted.includes(part)),
		quick,
		sizes: quick ? quickOptions : full,
	};
}
