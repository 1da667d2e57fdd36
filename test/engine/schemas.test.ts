import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadOutputSchema } from 'n8n-core';

import { inProject } from '../harness/project';
import { catalogue, outputOf, schemaText } from '../harness/schemas/catalogue';
import { schemaFolder } from '../harness/schemas/folder';
import { startSimulator, type Simulator } from '../../simulator';
import { operationSamples } from '../harness/operationSamples';

describe('the preview of the output', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ behaviour: { rateLimit: null } });
	});
	afterAll(async () => await simulator.close());

	it.each(catalogue)('of $key is what a run puts out', async (entry) => {
		const file = join(schemaFolder, entry.resource, `${entry.operation}.json`);

		const text = schemaText(await outputOf(simulator, entry));

		// After a change that is meant: npm run schemas
		expect(readFileSync(file, 'utf8')).toBe(text);
	});

	it.each(catalogue)('of $key is found by n8n in the built package', ({ resource, operation }) => {
		const nodeDir = inProject('dist', 'nodes', 'TencentChatDesk');

		const schema = loadOutputSchema({ nodeDir, version: 1, resource, operation });

		expect(Object.keys(schema?.properties ?? {})).not.toEqual([]);
	});

	it('exists for nothing else, and so do the samples', () => {
		const files = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' });
		const keys = catalogue.map(({ key }) => key).sort();

		expect(
			files
				.filter((file) => file.endsWith('.json'))
				.map((file) => file.slice(0, -'.json'.length).replace(/[\\/]/, '.'))
				.sort(),
		).toEqual(keys);
		expect(Object.keys(operationSamples).sort()).toEqual(keys);
	});
});
