import { readdirSync } from 'node:fs';

import { askedIn, rejected } from '../../nodes/TencentChatDesk/trigger/callbackResponse';
import { demoCosCredential, demoCredential } from '../harness/demoCredential';
import { cosCredentialType, credentialType, inProject, packageName } from '../harness/project';
import { allExamples, readExample } from '../harness/workflow';

const note = 'n8n-nodes-base.stickyNote';

/** What a node takes on the canvas, with its name and subtitle below and lines at its sides. */
const around = { left: 40, above: 20, width: 96 + 2 * 40, height: 20 + 96 + 54 };

type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;

const boxOf = ([x = 0, y = 0]: readonly number[], width: number, height: number): Box => ({
	left: x,
	top: y,
	right: x + width,
	bottom: y + height,
});

const overlap = (one: Box, other: Box) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

describe('the examples', () => {
	it('are the files of their folder, so that none is left out of the tests', () => {
		const files = readdirSync(inProject('examples'));
		expect(files).toEqual(allExamples.map((name) => `${name}.json`).sort());
	});

	it('have ids and webhooks of their own, so that all of them fit into one n8n', () => {
		const workflows = allExamples.map(readExample);
		const ids = workflows.map(({ id }) => id);
		const webhooks = workflows
			.flatMap(({ nodes }) => nodes)
			.flatMap(({ webhookId }) => webhookId ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		expect(new Set(webhooks).size).toBe(webhooks.length);
	});

	describe.each(allExamples)('%s', (name) => {
		const { nodes, connections } = readExample(name);

		it('is explained by notes', () => {
			const notes = nodes.filter(({ type }) => type === note);
			expect(notes.length).toBeGreaterThan(0);
			for (const { parameters } of notes) expect(parameters.content).toMatch(/^#+ \w/);
		});

		it('has notes that no node and no other note covers', () => {
			const notes = nodes
				.filter(({ type }) => type === note)
				.map(({ name: title, position, parameters: { width, height } }) => ({
					title,
					box: boxOf(position, Number(width), Number(height)),
				}));
			const others = nodes
				.filter(({ type }) => type !== note)
				.map(({ name: title, position: [x = 0, y = 0] }) => ({
					title,
					box: boxOf([x - around.left, y - around.above], around.width, around.height),
				}));
			const covered = notes.flatMap((one, index) =>
				[...others, ...notes.slice(index + 1)]
					.filter(({ box }) => overlap(one.box, box))
					.map(({ title }) => `${one.title} by ${title}`),
			);
			expect(covered).toEqual([]);
		});

		it('names nodes in its expressions that it has', () => {
			const names = nodes.map((node) => node.name);
			const text = JSON.stringify(nodes.map(({ parameters }) => parameters));
			const meant = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, one]) => one);
			expect(names).toEqual(expect.arrayContaining(meant));
		});

		it('leads somewhere from every error output', () => {
			const branching = nodes.filter(({ onError }) => onError === 'continueErrorOutput');
			const open = branching.filter(({ name: node }) => !connections[node]?.main?.[1]?.length);
			expect(open.map((node) => node.name)).toEqual([]);
		});

		it('rejects with codes that its trigger may reject with', () => {
			const commands = nodes.flatMap(({ parameters }) => (parameters.events ?? []) as string[]);
			const codes = nodes.flatMap(({ parameters }) =>
				parameters.decision === 'reject' ? [Number(parameters.rejectCode)] : [],
			);
			for (const code of codes) {
				for (const callbackCommand of commands) {
					expect(rejected(askedIn({ callbackCommand }), code).ErrorCode).toBe(code);
				}
			}
		});

		it("uses the demo's credential", () => {
			const own = nodes.filter(({ type }) => type.startsWith(packageName));
			for (const { credentials, parameters } of own) {
				const forFiles = { [cosCredentialType]: { ...demoCosCredential } };
				expect(credentials).toEqual({
					[credentialType]: { ...demoCredential },
					...(parameters.fileSource === 'file' ? forFiles : {}),
				});
			}
		});
	});
});
