import type { CpuFigures, Profile } from '../figures';
import { peerNames } from '../peers';
import { fixed, spread, table } from './text';

const shownOwners = 12;

function profileTable({ own, http, messages }: CpuFigures): string {
	const perMessage = (profile: Profile, owner: string) =>
		((profile.find((entry) => entry.owner === owner)?.seconds ?? 0) * 1000) / messages;
	const owners = [...new Set([...own.profile, ...http.profile].map(({ owner }) => owner))]
		.map(
			(owner) => [owner, perMessage(own.profile, owner), perMessage(http.profile, owner)] as const,
		)
		.sort(([, a, b], [, c, d]) => Math.max(c, d) - Math.max(a, b))
		.slice(0, shownOwners);
	return table(
		['ms per message on the main thread', peerNames.own, peerNames.http],
		owners.map(([owner, ours, theirs]) => [owner, fixed(ours, 2), fixed(theirs, 2)]),
	);
}

const functionTable = (functions: Profile, messages: number): string =>
	table(
		['function', 'ms per message'],
		functions.map(({ owner, seconds }) => [
			`\`${owner.replaceAll('|', '\\|')}\``,
			fixed((seconds * 1000) / messages, 3),
		]),
	);

/** What was measured about CPU time, in words and tables. */
export function cpuSection(figures: CpuFigures): string[] {
	const { messages, around, own, http } = figures;
	return [
		'## CPU',
		'![CPU time per message](cpu.svg)',
		`CPU time of the n8n process (all threads, from \`/proc\`) for ${fixed(messages, 0)} messages at no latency and without a limit. The second column takes off what the same workflow costs with a No Operation node in the sender's place: ${spread(around, 2)} ms an item.`,
		table(
			['', 'whole process, ms per message', 'without the surrounding workflow'],
			(['own', 'http'] as const).map((peer) => [
				peerNames[peer],
				spread(figures[peer].total, 2),
				spread(figures[peer].net, 2),
			]),
		),
		'### Where the time goes',
		"n8n evaluates expressions in a sandbox (`evalClosureSync`), once for each parameter that has one: twice a message for this node, once for the HTTP Request node's JSON body. From a CPU profile of one more run each, the surrounding workflow included, by what the code belongs to (each function's own time).",
		profileTable(figures),
		'The functions with the most time of their own, this node:',
		functionTable(own.functions, messages),
		'The functions with the most time of their own, HTTP Request node:',
		functionTable(http.functions, messages),
	];
}
