import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { npm } from '../packages.cjs';
import { packageName, projectFolder } from '../project';
import { inTemporaryFolder } from '../temporaryFolder';
import type { WorkflowJson } from '../workflow';
import { n8nFolder } from './environment';
import { n8nCli } from './process';
import type { N8nOptions } from './process';

/** A credential as `n8n import:credentials` reads it. */
export interface CredentialImport {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** The person who logs in to the editor. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/**
 * Puts the project where n8n looks for installed community packages. A link, so that a new build
 * is there at the next start; the types keep their real names, as after an installation.
 */
export function linkPackage(userFolder: string): void {
	const packages = join(n8nFolder(userFolder), 'nodes', 'node_modules');
	const link = join(packages, packageName);
	mkdirSync(packages, { recursive: true });
	if (existsSync(link)) return;
	rmSync(link, { force: true });
	symlinkSync(projectFolder, link, 'junction');
}

/**
 * Installs a packed package as n8n installs a community package: into the folder `nodes` below its
 * own, without install scripts and without the peers, which n8n brings.
 */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const folder = join(n8nFolder(userFolder), 'nodes');
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	await npm(
		['install', '--ignore-scripts', '--legacy-peer-deps', '--offline', '--no-audit', tarball],
		{ cwd: folder },
	);
}

async function importFile(command: string, content: unknown, options: N8nOptions): Promise<void> {
	await inTemporaryFolder('import', async (folder) => {
		const file = join(folder, 'import.json');
		writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
		const { code, output } = await n8nCli([command, `--input=${file}`], options);
		if (code !== 0) throw new Error(`n8n ${command} failed:\n${output}`);
	});
}

/** Stores credentials; one with the same id is replaced. */
export async function importCredentials(
	credentials: CredentialImport[],
	options: N8nOptions,
): Promise<void> {
	await importFile('import:credentials', credentials, options);
}

/** Stores workflows; one with the same id is replaced. */
export async function importWorkflows(
	workflows: WorkflowJson[],
	options: N8nOptions,
): Promise<void> {
	// Some n8n want to be told what others fill in.
	const whole = workflows.map((workflow) => ({
		active: false,
		versionId: randomUUID(),
		...workflow,
	}));
	await importFile('import:workflow', whole, options);
}

/** Creates the owner's account; does nothing when there is one already. */
export async function setUpOwner(url: string, owner: Owner): Promise<void> {
	const response = await fetch(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(owner),
	});
	if (response.ok) return;
	const reason = await response.text();
	if (response.status === 400 && /already/i.test(reason)) return;
	throw new Error(`n8n did not create the owner (${response.status}): ${reason}`);
}
