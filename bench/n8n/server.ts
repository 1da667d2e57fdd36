import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually } from '../../test/harness/eventually';
import { owner } from '../../test/harness/owner';
import { demoCredential, demoCredentialData } from '../../test/harness/demoCredential';
import {
	freePort,
	importCredentials,
	linkPackage,
	listening,
	n8nFolder,
	N8nSession,
	startN8n,
} from '../../test/harness/n8n';
import type { CredentialImport, RunningN8n } from '../../test/harness/n8n';
import { credentialType, inProject } from '../../test/harness/project';
import type { WorkflowJson } from '../../test/harness/workflow';
import type { Sender, Target } from '../peers';
import type { Row } from '../recipients';
import { measured, workflowFor } from '../workflow';
import { FlatRecord } from './flatRecord';
import { Receiving } from './receiving';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface StoredExecution {
	id: string;
	status: string;
}

/** A real n8n with this package, the sequential node, and a credential for each target. */
export class BenchN8n {
	private constructor(
		readonly userFolder: string,
		private readonly n8n: RunningN8n,
		private readonly session: N8nSession,
	) {
		for (const signal of signals) process.once(signal, this.interrupted);
	}

	/**
	 * @param env further environment variables of n8n
	 * @param others further credentials
	 */
	static async start(
		targets: Target[],
		env: Record<string, string> = {},
		others: CredentialImport[] = [],
	): Promise<BenchN8n> {
		const userFolder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-bench-'));
		try {
			linkPackage(userFolder);
			const packages = join(n8nFolder(userFolder), 'nodes', 'node_modules');
			mkdirSync(packages, { recursive: true });
			const link = join(packages, 'n8n-nodes-bench-sequential');
			symlinkSync(inProject('bench', 'sequential-node'), link, 'junction');
			const credentials = targets.map(({ url, credentialId, callbackToken }) => ({
				id: credentialId,
				name: demoCredential.name,
				type: credentialType,
				data: { ...demoCredentialData(url), ...(callbackToken && { callbackToken }) },
			}));
			await importCredentials([...credentials, ...others], { userFolder });
			const n8n = await startN8n({
				userFolder,
				port: await freePort(),
				env: { N8N_LOG_LEVEL: 'warn', ...env },
			});
			const session = await N8nSession.logIn(n8n.url, owner);
			return new BenchN8n(userFolder, n8n, session);
		} catch (error) {
			rmSync(userFolder, { recursive: true, force: true });
			throw error;
		}
	}

	/** Stores and activates a workflow with this sender. */
	async add(name: string, sender: Sender): Promise<BenchWorkflow> {
		const id = await this.activate(workflowFor(name, sender), name);
		return new BenchWorkflow(this.n8n.url, this.session, id, name);
	}

	/** Stores and activates a workflow that calls from outside start. */
	async receive(workflow: WorkflowJson, path: string): Promise<Receiving> {
		const id = await this.activate(workflow, path);
		return new Receiving(this.session, id, this.webhook(path));
	}

	private readonly webhook = (path: string) => `${this.n8n.url}/webhook/${path}`;

	/** Resolves when the workflow's webhook can be called. */
	private async activate(workflow: WorkflowJson, path: string): Promise<string> {
		const id = await this.session.store(workflow);
		await this.session.activate(id);
		await listening(this.webhook(path));
		return id;
	}

	// Nobody else would end the server, and its folder would stay.
	private readonly interrupted = () => void this.stop().finally(() => process.exit(130));

	async stop(): Promise<void> {
		for (const signal of signals) process.off(signal, this.interrupted);
		await this.n8n.stop();
		rmSync(this.userFolder, { recursive: true, force: true });
	}
}

/** An active workflow of the bench. */
export class BenchWorkflow {
	constructor(
		private readonly url: string,
		private readonly session: N8nSession,
		readonly id: string,
		readonly name: string,
	) {}

	/** Runs it in production mode, to the end. */
	async run(rows: Row[]): Promise<void> {
		const response = await fetch(`${this.url}/webhook/${this.name}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ rows }),
		});
		await response.arrayBuffer();
		if (!response.ok) throw new Error(`The workflow "${this.name}" failed: ${response.status}`);
	}

	/** Seconds that the measured node took in the last run, by n8n's own record. */
	async secondsOfLastRun(): Promise<number> {
		const { id, status } = await this.lastExecution();
		const { data } = await this.session.call<{ data: string }>(`executions/${id}`);
		const record = new FlatRecord(data);
		const time = record.at('resultData', 'runData', measured, 0, 'executionTime');
		if (status !== 'success' || typeof time !== 'number') {
			const message = record.at('resultData', 'error', 'message');
			throw new Error(`The workflow "${this.name}" ended with ${status}: ${String(message)}`);
		}
		return time / 1000;
	}

	private async lastExecution(): Promise<StoredExecution> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id }));
		// n8n saves an execution after its webhook was answered.
		return await eventually(
			`n8n saves the run of "${this.name}"`,
			async () => {
				const { results } = await this.session.call<{ results: StoredExecution[] }>(
					`executions?filter=${filter}&limit=1`,
				);
				return results.find(({ status }) => status !== 'running' && status !== 'new');
			},
			60,
		);
	}
}
