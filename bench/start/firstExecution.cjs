/**
 * Says how many milliseconds the first execution of the node in a process takes until it asks for its
 * credential: it loads the engine and the operations of a resource on the way.
 */
'use strict';

const { createRequire } = require('node:module');

const [file, resource, operation] = process.argv.slice(2);
createRequire(file)('n8n-workflow');
const node = new (require(file).TencentChatDesk)();

const parameters = { resource, operation };
let asked;
const context = {
	getNodeParameter: (name) => parameters[name],
	getCredentials() {
		asked ??= process.hrtime.bigint();
		throw new Error('There is no credential here');
	},
	getNode: () => ({ name: 'Measured', typeVersion: node.description.version.at(-1), parameters }),
	getInputData: () => [{ json: {} }],
	continueOnFail: () => true,
};

const started = process.hrtime.bigint();
node.execute.call(context).then(() => {
	if (asked === undefined) throw new Error('The node did not ask for its credential');
	process.stdout.write(String(Number(asked - started) / 1e6));
});
