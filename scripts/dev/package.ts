import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { buildSync } from 'esbuild';
import ts from 'typescript';

import { signerBundle, unpackerBundle } from '../build/signer.cjs';
import { n8nFolder } from '../../test/harness/n8n';
import { inProject, packageName } from '../../test/harness/project';

/** Where n8n looks for the installed package. */
export const packageFolder = (userFolder: string): string =>
	join(n8nFolder(userFolder), 'nodes', 'node_modules', packageName);

/**
 * Puts the built package into a folder of its own, as an installation would. A link to the project
 * will not do: n8n would watch all of it, and load the package again whenever a test is saved or
 * n8n's own database is written.
 */
export function copyPackage(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const part of ['package.json', 'index.js', 'dist']) {
		cpSync(inProject(part), join(folder, part), { recursive: true });
	}
}

/** Compiles what is saved in nodes/ and credentials/ into a folder, as the build does. */
export function watchPackage(outDir: string): void {
	const bundles = [signerBundle(outDir), unpackerBundle(outDir)];
	const host = ts.createWatchCompilerHost(
		inProject('tsconfig.json'),
		{ outDir, preserveWatchOutput: true },
		{
			...ts.sys,
			writeFile(file, text, withByteOrderMark) {
				// The compiler's own output would ask for a package that n8n does not have.
				const bundle = bundles.find(({ outfile }) => outfile === file);
				if (bundle) {
					buildSync(bundle);
					return;
				}
				// The first run writes everything, and n8n would load it again for nothing.
				if (ts.sys.readFile(file) === text) return;
				ts.sys.createDirectory(dirname(file));
				ts.sys.writeFile(file, text, withByteOrderMark);
			},
		},
		ts.createEmitAndSemanticDiagnosticsBuilderProgram,
	);
	ts.createWatchProgram(host);
}
