import { generatedBy } from '../../test/harness/markdown';
import { machine, machineInWords } from '../machine';
import type { LongFigures } from './run';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** The page of the documentation that shows the last full run, in Markdown. */
export function pageOf(figures: LongFigures, time: Date): string {
	const { messages, callbacks, seconds, lost, doubled, callbacksMissed, memory, growth } = figures;
	const count = (number: number) => number.toLocaleString('en-US');
	return `${generatedBy('test:long')}

# Long run

${count(messages)} messages through one n8n process, in executions of 1,000, while the trigger received
${count(callbacks)} callbacks and started an execution for each. Last run: ${time.toISOString().slice(0, 10)}, in
${Math.round(seconds / 60)} minutes, on ${machineInWords(machine())}. \`npm run test:long\` repeats it.

- ${count(lost)} messages lost, ${count(doubled)} doubled; ${count(callbacksMissed)} callbacks missed or run twice.
- Memory in use after the last tenth: ${growth.toFixed(2)} times that after the first tenth (at most 1.10 is allowed).

Memory of the n8n process after each tenth, garbage collected before, in MB:

| messages | JavaScript heap | buffers and the like | whole process |
| --- | ---: | ---: | ---: |
${memory
	.map(
		({ heapUsed, external, rss }, index) =>
			`| ${count((messages / memory.length) * (index + 1))} | ${megabytes(heapUsed)} | ${megabytes(external)} | ${megabytes(rss)} |`,
	)
	.join('\n')}
`;
}
