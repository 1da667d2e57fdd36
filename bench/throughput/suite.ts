import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Run, Series, ThroughputFigures } from '../figures';
import { BenchN8n } from '../n8n/server';
import type { BenchWorkflow } from '../n8n/server';
import type { Sizes } from '../options';
import { peerNames, senderOf } from '../peers';
import type { Peer, Target } from '../peers';
import { rows } from '../recipients';
import { startService } from '../../test/harness/service';
import type { Service } from '../../test/harness/service';
import { RemoteSimulator } from '../../test/harness/remoteSimulator';
import { recipients } from '../recipients';
import { alternating } from '../statistics';
import { makeCertificate } from '../tls/certificate';
import type { Certificate } from '../tls/certificate';
import type { TlsInput } from '../tls/service';
import { latencyMs, limit, plans, roundTripMs, slowPeerMessages } from './plan';
import type { Plan } from './plan';
import { runOnce } from './run';

interface Entrant extends Series {
	plan: Plan;
	workflow: BenchWorkflow;
}

/** Enough for every code path to be compiled before it is timed. */
const warmUpMessages = 1000;
/** The same for peers that take seconds for so many. */
const slowWarmUpMessages = 60;

const slowPeers = new Set<Peer>(['httpBatched', 'sequential']);

const say = (text: string) => process.stderr.write(`  ${text}\n`);

function describe({ scenario, peer }: Entrant, run: Run): string {
	return (
		`${scenario}, ${peerNames[peer]}: ${run.deliveredPerSecond.toFixed(1)}/s, ` +
		`${run.rejected} rejected (${run.rejectedLater} later), ${run.lost} lost, ${run.doubled} doubled`
	);
}

async function entrantsIn(n8n: BenchN8n, plans: Plan[], targets: Targets): Promise<Entrant[]> {
	const entrants: Entrant[] = [];
	for (const plan of plans) {
		const target = plan.scenario.startsWith('tls') ? targets.tls : targets.plain;
		if (!target) continue;
		for (const peer of plan.peers) {
			const workflow = await n8n.add(
				`${plan.scenario}-${peer}`,
				senderOf(peer, target, plan.perSecond),
			);
			entrants.push({ scenario: plan.scenario, peer, runs: [], plan, workflow });
		}
	}
	return entrants;
}

async function warmUp(simulator: RemoteSimulator, entrants: Entrant[]): Promise<void> {
	const seen = new Set<Peer>();
	for (const { peer, workflow, plan } of entrants) {
		if (seen.has(peer)) continue;
		seen.add(peer);
		await runOnce(
			simulator,
			workflow,
			plan,
			rows(slowPeers.has(peer) ? slowWarmUpMessages : warmUpMessages),
		);
	}
}

async function measure(simulator: RemoteSimulator, entrants: Entrant[], sizes: Sizes) {
	const all = rows(sizes.messages);
	const some = all.slice(0, slowPeerMessages);
	for (let round = 0; round < sizes.rounds; round += 1) {
		say(`round ${round + 1} of ${sizes.rounds}`);
		for (const entrant of alternating(entrants, round)) {
			const messages = slowPeers.has(entrant.peer) ? some : all;
			const run = await runOnce(simulator, entrant.workflow, entrant.plan, messages);
			entrant.runs.push(run);
			say(describe(entrant, run));
		}
	}
}

interface Targets {
	plain: Target;
	tls?: Target;
}

/** The certificate, or the reason why there is none. */
function certificateIn(folder: string): Certificate | string {
	try {
		return makeCertificate(folder);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** Messages per second of every peer, with and without the limit, near and far. */
export async function measureThroughput(sizes: Sizes): Promise<ThroughputFigures> {
	const folder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-tls-'));
	const simulator = await RemoteSimulator.start(recipients);
	let line: Service<{ url: string }> | undefined;
	let n8n: BenchN8n | undefined;
	try {
		const certificate = certificateIn(folder);
		const targets: Targets = { plain: { url: simulator.url, credentialId: 'benchPlain' } };
		if (typeof certificate !== 'string') {
			const behind = Number(new URL(simulator.url).port);
			const input: TlsInput = { ...certificate, behind, roundTripMs: roundTripMs };
			line = await startService<{ url: string }>('bench/tls/service.ts', { input });
			targets.tls = { url: line.ready.url, credentialId: 'benchTls' };
		}
		n8n = await BenchN8n.start(
			[targets.plain, targets.tls].filter((target) => target !== undefined),
			typeof certificate === 'string' ? {} : { NODE_EXTRA_CA_CERTS: certificate.certificate },
		);
		const entrants = await entrantsIn(n8n, plans, targets);
		await warmUp(simulator, entrants);
		await measure(simulator, entrants, sizes);
		return {
			messages: sizes.messages,
			latencyMs: latencyMs,
			roundTripMs: roundTripMs,
			limit: limit,
			series: entrants.map(({ scenario, peer, runs }) => ({ scenario, peer, runs })),
			...(typeof certificate === 'string' && { tlsMissing: certificate }),
		};
	} finally {
		await n8n?.stop();
		await line?.stop();
		await simulator.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}
