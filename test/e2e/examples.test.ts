import { Api } from 'tls-sig-api-v2';

import { problemsWithDeliveries, problemsWithMissed } from '../harness/demoExpectations';
import type { Missed } from '../harness/demoExpectations';
import { packageName } from '../harness/project';
import { examples, readExample, type WorkflowJson } from '../harness/workflow';
import { demoApp } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { databaseRows, databaseRowsWith, storedExecutions } from '../harness/editor/database';
import { Installation } from '../harness/editor/installation';
import { itemsOf, runOf } from '../harness/n8n/runRecord';

const { secretKey, sdkAppId } = demoApp;

/** An example whose calls are repeated once, so that nobody waits for what fails every time. */
function impatient(workflow: WorkflowJson): WorkflowJson {
	const nodes = workflow.nodes.map((node) => {
		if (!node.type.startsWith(packageName)) return node;
		const options = { ...(node.parameters.options as object), maxRetries: 1 };
		return { ...node, parameters: { ...node.parameters, options } };
	});
	return { ...workflow, id: `${workflow.id}Impatient`, nodes };
}

describe('the examples in a real n8n', () => {
	let installation: Installation;
	const outreach = impatient(readExample('crm-outreach'));

	beforeAll(async () => {
		installation = await Installation.create();
		await installation.importWorkflows(...examples.map(readExample), outreach);
	});

	afterAll(async () => await installation.remove());

	it('deliver to everyone who can be reached, and explain who cannot', async () => {
		const missed: Missed[] = [];
		for (const name of examples) {
			const { code, output } = await installation.execute(readExample(name).id ?? '');
			const run = runOf(output);
			expect({ name, code, status: run.status }).toEqual({ name, code: 0, status: 'success' });
			for (const { json } of itemsOf(run, 'Not reached')) missed.push(json as unknown as Missed);
		}
		expect(problemsWithDeliveries(installation.simulator.conversations())).toEqual([]);
		expect(problemsWithMissed(missed)).toEqual([]);
	});

	it.each([
		['the server answers with HTTP 502', 'status502'],
		['the connection breaks', 'reset'],
		['the answer is lost after the message was taken', 'loseResponse'],
	] as const)('leave no secret behind when %s', async (_name, kind) => {
		installation.simulator.reset();
		installation.simulator.behaviour.faults = [{ probability: 1, fault: { kind } }];
		const { output } = await installation.execute(outreach.id ?? '');
		expect(installation.simulator.requests.length).toBeGreaterThan(0);
		expect(itemsOf(runOf(output), 'Not reached').length).toBeGreaterThan(0);
		expect(findSecrets(output, { secretKey })).toEqual([]);
	});

	describe('leave no secret', () => {
		const userSig = new Api(sdkAppId, secretKey).genUserSig('administrator', 86400);

		it('in anything that n8n printed', () => {
			expect(findSecrets(`${installation.log()} ${secretKey}`, { secretKey })).not.toEqual([]);
			expect(findSecrets(`${installation.log()} ${userSig}`, { secretKey })).not.toEqual([]);
			expect(findSecrets(installation.log(), { secretKey })).toEqual([]);
		});

		it('in the database', () => {
			const rows = databaseRows(installation.userFolder);
			expect(storedExecutions(rows)).toBeGreaterThan(0);
			for (const planted of [secretKey, userSig]) {
				const found = findSecrets(databaseRowsWith(installation.userFolder, planted), {
					secretKey,
				});
				expect(found).not.toEqual([]);
			}
			expect(findSecrets(rows, { secretKey })).toEqual([]);
		});
	});
});
