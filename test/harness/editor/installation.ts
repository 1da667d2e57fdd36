import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { demoCredentialFor } from '../demoCredential';
import {
	freePort,
	importCredentials,
	importWorkflows,
	installPackage,
	linkPackage,
	n8nCli,
	startN8nCommand,
	startN8n,
} from '../n8n';
import type { CommandResult, CredentialImport, RunningN8n } from '../n8n';
import type { WorkflowJson } from '../workflow';
import { startSimulator } from '../../../simulator';
import type { Simulator, SimulatorOptions } from '../../../simulator';
import { completeHistory } from './database';

/** Set by the versions test: the packed package, which is then installed in place of the project. */
const tarball = process.env.PACKAGE_UNDER_TEST;

/** How an installation differs from the usual one. */
export interface InstallationOptions {
	/** Further environment variables of n8n's processes. */
	env?: Record<string, string>;
	/** For the simulator. */
	simulator?: SimulatorOptions;
}

/** A fresh n8n with this package, a credential for its own simulator, and nothing else. */
export class Installation {
	private logged = '';

	private constructor(
		readonly userFolder: string,
		readonly simulator: Simulator,
		private readonly env: Record<string, string>,
	) {}

	/**
	 * Sets up everything; n8n itself is not started yet.
	 *
	 * @param credential laid over the simulator's demo credential
	 */
	static async create(
		credential: ICredentialDataDecryptedObject = {},
		{ env = {}, simulator }: InstallationOptions = {},
	): Promise<Installation> {
		const userFolder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-e2e-'));
		mkdirSync(userFolder, { recursive: true });
		if (tarball) await installPackage(userFolder, tarball);
		else linkPackage(userFolder);
		const installation = new Installation(userFolder, await startSimulator(simulator), env);
		const stored = demoCredentialFor(installation.simulator.url);
		await importCredentials(
			[{ ...stored, data: { ...stored.data, ...credential } }],
			installation.options(),
		);
		return installation;
	}

	async importWorkflows(...workflows: WorkflowJson[]): Promise<void> {
		await importWorkflows(workflows, this.options());
		completeHistory(this.userFolder);
	}

	/** Stores credentials beside the one of this package. */
	async importCredentials(...credentials: CredentialImport[]): Promise<void> {
		await importCredentials(credentials, this.options());
	}

	/** Runs a stored workflow with `n8n execute`. */
	async execute(workflowId: string): Promise<CommandResult> {
		return await n8nCli(['execute', `--id=${workflowId}`, '--rawOutput'], this.options());
	}

	/** Runs a stored workflow, and kills the process when the signal comes. */
	async executeUntilKilled(workflowId: string, dying: AbortSignal): Promise<void> {
		const args = ['execute', `--id=${workflowId}`];
		const program = await startN8nCommand(args, this.options());
		dying.addEventListener('abort', () => program.signal('SIGKILL'), { once: true });
		const code = await program.ended;
		if (!dying.aborted) throw new Error(`n8n ended before it was killed, with code ${code}`);
	}

	/** Starts the server with the editor. */
	async start(): Promise<RunningN8n> {
		return await startN8n({ ...this.options(), port: await freePort() });
	}

	/** Everything that n8n has printed so far, at log level debug. */
	log(): string {
		return this.logged;
	}

	async remove(): Promise<void> {
		await this.simulator.close();
		rmSync(this.userFolder, { recursive: true, force: true });
	}

	private options() {
		return {
			userFolder: this.userFolder,
			env: { N8N_LOG_LEVEL: 'debug', N8N_LOG_FORMAT: 'json', ...this.env },
			onOutput: (text: string) => {
				this.logged += text;
			},
		};
	}
}
