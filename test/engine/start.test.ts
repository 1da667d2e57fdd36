import { outputOf } from '../harness/processes';
import { inProject } from '../harness/project';

/** Prints the files of the package that loading a node and making its class reads. */
const program = `
const [file, name] = process.argv.slice(1);
require('n8n-workflow');
new (require(file)[name])();
const { dirname, relative } = require('node:path');
console.log(Object.keys(require.cache)
	.map((path) => relative(dirname(file), path).replaceAll('\\\\', '/'))
	.filter((path) => !path.includes('node_modules')).join('\\n'));`;

const filesOf = (name: string): string[] =>
	outputOf(
		process.execPath,
		['-e', program, inProject('dist', 'nodes', 'TencentChatDesk', `${name}.node.js`), name],
		{ cwd: inProject() },
	)
		.trim()
		.split('\n');

describe('what n8n loads at its start', () => {
	it('is the panel of the node, as data, and nothing of what carries it out', () => {
		expect(filesOf('TencentChatDesk').sort()).toEqual([
			'TencentChatDesk.node.js',
			'operations/panel.js',
			'operations/panel.json',
			'operations/versions.js',
			'parameters/shownIn.js',
			'sendAndWait/description.js',
		]);
	});

	it('is the panel of the trigger, and nothing of what receives callbacks', () => {
		const files = filesOf('TencentChatDeskTrigger');
		expect(files).toContain('trigger/properties.js');
		expect(files.filter((file) => file.startsWith('delivery/'))).toEqual([]);
		expect(files.filter((file) => file.startsWith('operations/'))).toEqual([]);
		for (const later of ['receive', 'activation', 'verification', 'deferredResponse']) {
			expect(files).not.toContain(`trigger/${later}.js`);
		}
	});
});
