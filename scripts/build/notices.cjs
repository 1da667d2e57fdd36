'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const packageName = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Names of the packages that a bundle is made of, from esbuild's metafile. */
function bundledPackages({ inputs }) {
	const names = Object.keys(inputs).flatMap((path) => packageName.exec(path)?.[1] ?? []);
	return [...new Set(names)].sort();
}

function licenceOf(folder) {
	const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
	if (!file) throw new Error(`${folder} has no licence file, so it must not be bundled`);
	return readFileSync(join(folder, file), 'utf8').trim();
}

/** The text that goes with a bundle: each package in it, with the licence that asks to be kept. */
exports.noticesFor = function noticesFor(metafile) {
	const sections = bundledPackages(metafile).map((name) => {
		const folder = dirname(require.resolve(`${name}/package.json`));
		const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		return `${name} ${version} (${license})\n\n${licenceOf(folder)}\n`;
	});
	return ['This package contains code of the following packages.\n', ...sections].join(
		`\n${'-'.repeat(80)}\n\n`,
	);
};
