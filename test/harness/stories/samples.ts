import { operationSamples } from '../operationSamples';
import { step, type Story } from './story';

/** Needs a call that waits for its answer. */
const answersACall = 'callback.answer';

/** A story for each operation that none of the others uses: its sample. What waits has its own tests. */
export function sampleStories(others: Story[]): Story[] {
	const used = new Set(
		others.flatMap(({ steps }) => steps.map(({ operation }) => operation)).concat(answersACall),
	);
	return Object.entries(operationSamples)
		.filter(([key, { answer }]) => !used.has(key) && !answer)
		.map(([key, { parameters, before, steps = [] }]) => ({
			name: `runs the sample of ${key}`,
			...(before && { before }),
			steps: [
				...steps.map(({ resource, operation, parameters: earlier }, index) =>
					step(`Before ${index + 1}`, `${resource}.${operation}`, earlier),
				),
				step('Sample', key as `${string}.${string}`, parameters),
			],
			check: (end) => expect([...end.items('Sample'), ...end.others('Sample')]).not.toEqual([]),
		}));
}
