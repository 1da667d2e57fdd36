'use strict';

const { execFile } = require('node:child_process');
const { cp, rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const esbuild = require('esbuild');
const { noticesFor } = require('./scripts/build/notices.cjs');
const { panelAsData } = require('./scripts/build/panel.cjs');
const { signerBundle, unpackerBundle } = require('./scripts/build/signer.cjs');

const run = promisify(execFile);

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	try {
		await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json']);
	} catch (error) {
		throw new Error(error.stdout || error.message);
	}
}

/** Replaces what the compiler made of the signer and the unpacker by files that need no other package. */
async function bundlePackages() {
	const { metafile } = await esbuild.build(signerBundle('dist'));
	await esbuild.build(unpackerBundle('dist'));
	await writeFile('dist/THIRD_PARTY_NOTICES.txt', noticesFor(metafile));
}

/** What the action node shows is worked out here, and not whenever n8n starts. */
async function panel() {
	await panelAsData('dist');
}

function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

function descriptions() {
	return src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: 'nodes',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest('dist/nodes'));
}

/** The output is the same in both versions of the node; n8n looks for it under each. */
async function previewsOfVersions() {
	const folder = 'dist/nodes/TencentChatDesk/__schema__';
	for (const version of ['v1.1.0', 'v1.2.0']) {
		await cp(`${folder}/v1.0.0`, `${folder}/${version}`, { recursive: true });
	}
}

exports.clean = clean;
exports.build = series(
	clean,
	compile,
	panel,
	parallel(bundlePackages, icons, descriptions),
	previewsOfVersions,
);
exports.default = exports.build;
