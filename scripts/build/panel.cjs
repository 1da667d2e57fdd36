'use strict';

const { writeFile } = require('node:fs/promises');
const { join, resolve } = require('node:path');
const { isDeepStrictEqual } = require('node:util');

/**
 * The text that holds a panel as data.
 *
 * @param {Readonly<Record<string, unknown>>} panel what the module of the panel exports
 * @returns {string} JSON
 * @throws where the panel has something that JSON loses, such as a function
 */
function asData(panel) {
	const parts = { ...panel };
	const json = JSON.stringify(parts);
	const read = JSON.parse(json);
	for (const name of Object.keys(parts)) {
		if (!isDeepStrictEqual(read[name], parts[name])) {
			throw new Error(`'${name}' of the panel is not data: JSON does not give it back as it is`);
		}
	}
	return json;
}

/**
 * Puts the panel of the action node, which the compiler has left as code, in its place as data. n8n
 * loads the node at every start, and the code needs the whole catalogue.
 *
 * @param {string} folder that the package is built into
 */
async function panelAsData(folder) {
	const operations = resolve(folder, 'nodes', 'TencentChatDesk', 'operations');
	await writeFile(join(operations, 'panel.json'), asData(require(join(operations, 'panel.js'))));
	await writeFile(
		join(operations, 'panel.js'),
		"'use strict';\n\nmodule.exports = require('./panel.json');\n",
	);
}

module.exports = { asData, panelAsData };
