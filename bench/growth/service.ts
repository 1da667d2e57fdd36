/** One growth run: one node on so many items, in n8n's engine, in a process of its own. */
import { demoCredentialData } from '../../test/harness/demoCredential';
import { nodeName, runNode } from '../../test/harness/engine';
import type { NodeRun } from '../../test/harness/engine';
import { credentialType } from '../../test/harness/project';
import type { GrowthPeer } from '../figures';
import { forgetPeakOf, memoryOf } from '../n8n/processOf';
import { senderOf } from '../peers';
import { rows } from '../recipients';
import { reportReady, serviceInput } from '../../test/harness/service';
import { unlimited } from '../throughput/plan';

/** What the service is given. */
export interface GrowthInput {
	peer: GrowthPeer;
	items: number;
	simulatorUrl: string;
	packageFolder: string;
}

/** What it reports. */
export interface GrowthReport {
	/** Seconds that the node took, by n8n's record. */
	seconds: number;
	/** Bytes in use before the run, and the most during it. */
	before: number;
	peak: number;
	/** What the first failed item said. */
	reason?: string;
}

const warmUpItems = 300;

/** The message of an error item, which is a text or an object with one. */
function reasonOf(error: unknown): string {
	const message =
		typeof error === 'object' && error !== null && 'message' in error && error.message;
	return typeof message === 'string' ? message : String(error);
}

async function main(): Promise<void> {
	const { peer, items, simulatorUrl, packageFolder } = serviceInput<GrowthInput>();
	const { type, typeVersion, parameters } = senderOf(
		peer,
		{ url: simulatorUrl, credentialId: '1' },
		unlimited,
	);
	const run = async (count: number): Promise<NodeRun> => {
		const result = await runNode(
			{ type, typeVersion, parameters, onError: 'continueRegularOutput' },
			rows(count).map((row) => ({ ...row })),
			{
				credentials: { [credentialType]: demoCredentialData(simulatorUrl) },
				packageFolder,
				mode: 'webhook',
			},
		);
		if (result.error) throw new Error(result.error.message);
		return result;
	};
	await run(warmUpItems);
	// The warm-up's messages are no part of what is counted at the end.
	const headers = { 'Content-Type': 'application/json' };
	await fetch(`${simulatorUrl}/api/reset`, { method: 'POST', headers });
	await fetch(`${simulatorUrl}/api/behaviour`, {
		method: 'POST',
		headers,
		body: JSON.stringify({ rateLimit: null }),
	});
	globalThis.gc?.();
	forgetPeakOf('self');
	const before = memoryOf('self', 'VmRSS');
	const result = await run(items);
	const failed = result.output.find(({ json }) => json.error !== undefined);
	const report: GrowthReport = {
		seconds: (result.task(nodeName)?.executionTime ?? NaN) / 1000,
		before,
		peak: memoryOf('self', 'VmHWM'),
		...(failed && { reason: reasonOf(failed.json.error) }),
	};
	reportReady(report);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
