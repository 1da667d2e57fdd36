import type { Scenario, ThroughputFigures } from '../figures';
import { recipients } from '../recipients';
import { peerNames } from '../peers';
import type { Peer } from '../peers';
import { slowPeerMessages } from '../throughput/plan';
import { summaryOf } from '../throughput/summary';
import { fixed, spread, table } from './text';

const peers = Object.keys(peerNames) as Peer[];

function scenarioTable(figures: ThroughputFigures, scenarios: Array<[Scenario, string]>): string {
	const head = [
		'',
		'delivered/s',
		'calls/s at the server',
		'rejected',
		'of these after the first second',
		'lost',
		'doubled',
	];
	const rows = scenarios.flatMap(([scenario, suffix]) =>
		peers.flatMap((peer) => {
			const summary = summaryOf(figures, scenario, peer);
			if (!summary) return [];
			const { lost, doubled, rejected, rejectedLater } = summary;
			const harm = [rejected, rejectedLater, lost, doubled];
			return [
				[
					`${peerNames[peer]}${suffix}`,
					spread(summary.delivered),
					spread(summary.arrivals),
					...harm.map((count) => fixed(count, 0)),
				],
			];
		}),
	);
	return table(head, rows);
}

/** What was measured about speed, in words and tables. */
export function throughputSection(figures: ThroughputFigures): string[] {
	const { messages, latencyMs, roundTripMs, limit, tlsMissing } = figures;
	return [
		'## Throughput',
		'![Messages delivered per second](throughput.svg)',
		`${fixed(messages, 0)} direct messages to ${recipients} recipients in turn, each with recipient and text from expressions (two parameters of this node, one JSON body of the HTTP Request node), in an active workflow (Webhook, Split Out, the node) of a real n8n server; the peers that take minutes for so many get ${slowPeerMessages} of them. Delivered messages are divided by the time that n8n recorded for the node; calls per second are counted at the simulator from the first to the last arrival. Speeds are medians (least to most); the other columns show the worst run. Lost and doubled are counted by comparing every recipient's conversation with what was to be sent.`,
		`### Limit of ${limit} calls a second, ${latencyMs} ms`,
		'This node with Requests per Second at the limit. The others count a refused call as sent, since the API answers HTTP 200 for it: those messages are lost.',
		scenarioTable(figures, [
			['fixedSecond', ''],
			['slidingSecond', ', sliding seconds'],
			['bucket', ', bucket of 20'],
		]),
		`### Limit lifted, ${latencyMs} ms`,
		scenarioTable(figures, [['lifted', '']]),
		`### TLS, ${roundTripMs} ms a round trip`,
		tlsMissing ??
			`n8n opens a connection for each call, so a call costs three round trips: TCP, TLS handshake, request. Once with the limit lifted, once at the limit of ${limit}, counted by fixed seconds: there the handshakes of this machine's processes reach the server less evenly than they begin. The first answer takes three round trips: sent at ${limit} a second from the first moment, ${fixed(messages, 0)} messages would come to ${fixed(messages / (messages / limit + (3 * roundTripMs) / 1000))} a second of the node's time.`,
		...(tlsMissing === undefined
			? [
					scenarioTable(figures, [
						['tlsLifted', ', limit lifted'],
						['tls', `, limit of ${limit}`],
					]),
				]
			: []),
	];
}
