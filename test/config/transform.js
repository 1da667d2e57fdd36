'use strict';

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync } = require('esbuild');

const own = readFileSync(__filename);

/** Turns TypeScript into what Node runs. Types are checked by "npm run lint". */
module.exports = {
	process(source, file) {
		return transformSync(source, {
			loader: 'ts',
			format: 'cjs',
			target: 'node20',
			// Jest loads modules its own way.
			supported: { 'dynamic-import': false },
			sourcefile: file,
			sourcemap: 'inline',
			// Decides only how types are read away; none of its other settings counts here.
			tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
		});
	},
	getCacheKey(source, file, { configString }) {
		return createHash('sha256')
			.update(own)
			.update(source)
			.update(file)
			.update(configString)
			.digest('hex');
	},
};
