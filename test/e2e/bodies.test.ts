import { comparable, documentedBodies } from '../support/documentedBodies';
import { Installation } from '../harness/editor/installation';
import { sideBySide } from '../harness/editor/workflows';

describe('what a real n8n sends', () => {
	let installation: Installation;

	beforeAll(async () => {
		installation = await Installation.create();
		const sketches = documentedBodies.map(({ page, parameters }) => ({
			name: page,
			parameters,
			// Some of the pages' samples are too old to be accepted; what was sent counts here.
			onError: 'continueRegularOutput' as const,
		}));
		const workflow = sideBySide('bodies', sketches);
		await installation.importWorkflows(workflow);
		await installation.execute(workflow.id);
	});

	afterAll(async () => await installation.remove());

	it.each(documentedBodies.map((documented, index) => [documented.page, index] as const))(
		'is the body of the page %s',
		(_page, index) => {
			const { path, body } = documentedBodies[index]!;
			// n8n runs nodes that stand below one another from top to bottom.
			const request = installation.simulator.requests[index];
			expect(request?.path).toBe(path);
			expect(comparable(request?.body, body)).toEqual(comparable(body, body));
		},
	);
});
