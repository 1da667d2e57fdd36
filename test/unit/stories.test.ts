import { readdirSync, readFileSync } from 'node:fs';

import { resources } from '../../nodes/TencentChatDesk/operations';
import { inProject } from '../harness/project';
import { chapters } from '../e2e/operations';

const catalogue = resources.flatMap(({ value: resource, operations }) =>
	operations.map(({ value }) => `${resource}.${value}`),
);

const told = new Set(
	chapters.flatMap(({ stories }) =>
		stories.flatMap(({ steps }) => steps.map(({ operation }) => operation)),
	),
);

/** Opens panels and runs the examples: an operation that stands there need not have run. */
const opensPanels = 'editor.test.ts';

/** What is more than a row of nodes, such as waiting for a person, has a test of its own. */
const runElsewhere = new Set(
	readdirSync(inProject('test', 'e2e'))
		.filter((file) => file.endsWith('.test.ts') && file !== opensPanels)
		.map((file) => readFileSync(inProject('test', 'e2e', file), 'utf8'))
		.flatMap((text) => [...text.matchAll(/resource: '(\w+)',\s+operation: '(\w+)'/g)])
		.map(([, resource, operation]) => `${resource}.${operation}`),
);

describe('the stories that a real n8n runs', () => {
	it('use every operation of the catalogue that has no test in a real n8n of its own', () => {
		expect(catalogue.filter((key) => !told.has(key) && !runElsewhere.has(key))).toEqual([]);
	});

	it('use no operation that does not exist', () => {
		expect([...told].filter((key) => !catalogue.includes(key))).toEqual([]);
	});

	it('have nodes whose names differ, as n8n wants it', () => {
		for (const { stories } of chapters) {
			for (const { name, steps } of stories) {
				const names = steps.map((step) => step.name);
				expect({ name, names: [...new Set(names)] }).toEqual({ name, names });
			}
		}
	});
});
