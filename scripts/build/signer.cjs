'use strict';

const { join } = require('node:path');

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const common = {
	allowOverwrite: true,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	legalComments: 'inline',
	metafile: true,
	// The bytes are the same wherever the packages really are.
	preserveSymlinks: true,
	logLevel: 'warning',
};

/**
 * How esbuild puts Tencent's signer into the one file that uses it: a verified community package may
 * neither have runtime dependencies nor require zlib, so the signer gets a zlib in plain JavaScript.
 *
 * @param {string} folder that the package is built into
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
exports.signerBundle = (folder) => ({
	...common,
	entryPoints: ['credentials/userSig.ts'],
	outfile: join(folder, 'credentials', 'userSig.js'),
	external: ['crypto', 'n8n-workflow'],
	alias: {
		// The package's package.json has two "main" entries and does not resolve.
		'tls-sig-api-v2': 'tls-sig-api-v2/TLSSigAPIv2.js',
		zlib: './scripts/build/zlib.mjs',
	},
});

/**
 * The same for the part that unpacks files: it may not require zlib either.
 *
 * @param {string} folder that the package is built into
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
exports.unpackerBundle = (folder) => ({
	...common,
	entryPoints: ['nodes/TencentChatDesk/delivery/transport/gunzip.ts'],
	outfile: join(folder, 'nodes', 'TencentChatDesk', 'delivery', 'transport', 'gunzip.js'),
	// The entry for Node.js asks for worker threads.
	alias: { fflate: 'fflate/browser' },
});
