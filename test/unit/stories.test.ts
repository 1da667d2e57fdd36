import { resources } from '../../nodes/TencentChatDesk/operations';
import { chapters } from '../e2e/operations';

const catalogue = resources.flatMap(({ value: resource, operations }) =>
	operations.map(({ value }) => `${resource}.${value}`),
);

const told = chapters.flatMap(({ stories }) =>
	stories.flatMap(({ steps }) => steps.map(({ operation }) => operation)),
);

describe('the stories that a real n8n runs', () => {
	it('use every operation of the catalogue, and none that does not exist', () => {
		expect([...new Set(told)].sort()).toEqual([...catalogue].sort());
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
