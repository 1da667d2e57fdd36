import type { OnceFigures, OnceRun, OnceScenario } from '../figures';
import { spreadOf } from '../statistics';
import { fixed, spread, table } from './text';

const megabyte = 2 ** 20;

const names: Record<OnceScenario, [without: string, with_: string]> = {
	onceLimited: ['at the limit, with a key', 'at the limit, with a key and Send Once'],
	onceLifted: ['limit lifted, with a key', 'limit lifted, with a key and Send Once'],
	looks: ['at the limit, every answer comes', 'at the limit, answers get lost and are looked up'],
};

function row(name: string, runs: OnceRun[]): string[] {
	const of = (value: (run: OnceRun) => number, decimals = 1) =>
		spread(spreadOf(runs.map(value)), decimals);
	return [
		name,
		of(({ seconds }) => seconds),
		of(({ sendsPerSecond }) => sendsPerSecond),
		of(({ memory }) => memory / megabyte, 0),
		of(({ remembered }) => remembered / 1000, 0),
		fixed(Math.max(...runs.map(({ lost }) => lost)), 0),
		fixed(Math.max(...runs.map(({ doubled }) => doubled)), 0),
	];
}

/** What Send Once and looks cost, in words and a table. */
export function onceSection(figures: OnceFigures): string[] {
	const { limit, latencyMs, lostPercent, pairs, manyKeys } = figures;
	const keys = fixed(manyKeys.keys, 0);
	return [
		'## Send Once and looks',
		`Direct messages in a real n8n server with SQLite, ${latencyMs} ms, without and with Send Once in alternation, at the limit of ${limit} calls a second and without one; each run has a workflow of its own, which remembers nothing at first. For the looks, ${lostPercent} % of the calls take effect and lose their answers, and **Max Retries** is 0, so that each of them is looked up. Memory is the peak of the n8n process above what was in use before; the row is what n8n's database keeps for the node. ${keys} keys are as many as a node remembers; "again" is the same list once more.`,
		table(
			['', 'seconds', 'sends/s at the server', 'memory, MB', 'row, kB', 'lost', 'doubled'],
			[
				...pairs.flatMap((pair) => [
					row(`${fixed(pair.messages, 0)} messages ${names[pair.scenario][0]}`, pair.without),
					row(`${fixed(pair.messages, 0)} messages ${names[pair.scenario][1]}`, pair.with),
				]),
				row(`${keys} keys, limit lifted`, [manyKeys.without]),
				row(`${keys} keys, limit lifted, Send Once`, [manyKeys.first]),
				row(`${keys} keys, limit lifted, Send Once, again`, [manyKeys.again]),
			],
		),
	];
}
