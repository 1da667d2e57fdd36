'use strict';

const { execFile } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const esbuild = require('esbuild');
const { noticesFor } = require('./scripts/build/notices.cjs');

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

/**
 * Puts Tencent's signer into the one file that uses it: a verified community package may neither
 * have runtime dependencies nor require zlib, so the signer gets a zlib in plain JavaScript.
 */
async function bundleSigner() {
	const { metafile } = await esbuild.build({
		entryPoints: ['credentials/userSig.ts'],
		outfile: 'dist/credentials/userSig.js',
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['crypto', 'n8n-workflow'],
		alias: {
			// The package's package.json has two "main" entries and does not resolve.
			'tls-sig-api-v2': 'tls-sig-api-v2/TLSSigAPIv2.js',
			zlib: './scripts/build/zlib.mjs',
		},
		legalComments: 'inline',
		metafile: true,
		// The bytes are the same wherever the packages really are.
		preserveSymlinks: true,
		logLevel: 'warning',
	});
	await writeFile('dist/THIRD_PARTY_NOTICES.txt', noticesFor(metafile));
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

exports.clean = clean;
exports.build = series(clean, compile, parallel(bundleSigner, icons, descriptions));
exports.default = exports.build;
