import type { ICredentialDataDecryptedObject, IRun } from 'n8n-workflow';

import { lists } from '../../nodes/TencentChatDesk/operations/shared/listSearch';
import { demoCredentialData } from '../harness/demoCredential';
import type { RunningN8n } from '../harness/n8n';
import { buildRoom, demoApp } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { chapters } from '../harness/stories';
import { Ending, workflowOf, type Story } from '../harness/stories/story';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';
import { byId, start } from '../harness/editor/workflows';

/** Makes a secret on purpose. */
const makesSignatures = ({ steps }: Story) =>
	steps.some(({ operation }) => operation === 'user.generateUserSig');

/** The nodes that ran, and what stopped one of them. */
function course({ status, data: { resultData } }: IRun) {
	return {
		status,
		error: resultData.error?.message,
		ran: Object.keys(resultData.runData).slice(1),
	};
}

describe('a real n8n', () => {
	let installation: Installation;
	let n8n: RunningN8n;
	let server: EditorSession;

	beforeAll(async () => {
		installation = await Installation.create();
		n8n = await installation.start();
		server = await EditorSession.open(n8n);
	});

	beforeEach(() => installation.simulator.reset());

	afterAll(async () => {
		await n8n?.stop();
		await installation?.remove();
	});

	describe.each(chapters)('runs a workflow about $about that', ({ stories }) => {
		it.each(stories)('$name', async (story) => {
			const { simulator } = installation;
			story.before?.(simulator.world(), simulator.behaviour);
			const workflow = await server.create(workflowOf(story));
			const run = await server.outcome(await server.run(workflow, start));
			expect(course(run)).toEqual({
				status: 'success',
				error: undefined,
				ran: story.steps.map(({ name }) => name),
			});
			story.check(new Ending(run, simulator));
			if (!makesSignatures(story)) {
				expect(findSecrets(JSON.stringify(run), demoApp)).toEqual([]);
			}
		});
	});

	describe('tests its credential', () => {
		const typed = (changes: ICredentialDataDecryptedObject = {}) => ({
			...demoCredentialData(installation.simulator.url),
			...changes,
		});

		it('and says that it works', async () => {
			expect(await server.testCredential(typed())).toMatchObject({ status: 'OK' });
		});

		it('and says what is wrong with it', async () => {
			const { status, message } = await server.testCredential(typed({ secretKey: 'x'.repeat(64) }));
			expect(status).toBe('Error');
			expect(message).toContain("'Secret Key' does not belong to this 'SDKAppID'");
		});
	});

	describe('opens a picker', () => {
		const rooms = { list: 'liveRooms', parameter: 'roomId' };
		const groups = { list: 'groups', parameter: 'groupId' };
		const agents = { list: 'agents', parameter: 'options.memberId' };
		const values = ({ results }: { results: Array<{ value: unknown }> }) =>
			results.map(({ value }) => value);

		it('of live rooms, with the next page when it is scrolled, and with what is searched for', async () => {
			const world = installation.simulator.world();
			for (let number = 1; number <= 45; number++) {
				const roomId = `sale-${number}`;
				world.rooms.set(roomId, buildRoom({ roomId, live: true, viewCount: 1000 - number }));
			}
			const first = await server.openPicker(rooms);
			const second = await server.openPicker({ ...rooms, paginationToken: first.paginationToken });
			expect(values(first)).toEqual(Array.from({ length: 20 }, (_unused, at) => `sale-${at + 1}`));
			expect(values(second)).toEqual(
				Array.from({ length: 20 }, (_unused, at) => `sale-${at + 21}`),
			);
			const found = await server.openPicker({ ...rooms, filter: 'spring' });
			expect(found.results).toEqual([{ name: 'Spring sale (room1)', value: 'room1' }]);
			expect(found.paginationToken).toBeUndefined();
		});

		it('of groups, with the next page when it is scrolled, and with what is searched for', async () => {
			const world = installation.simulator.world();
			const { groups: known } = world;
			for (let number = 1; number <= 150; number++) {
				const groupId = `order-${number}`;
				known.set(groupId, { ...known.get('team')!, groupId });
			}
			const first = await server.openPicker(groups);
			const second = await server.openPicker({ ...groups, paginationToken: first.paginationToken });
			expect(first.results).toHaveLength(50);
			expect([...values(first), ...values(second)]).toEqual([...known.keys()].slice(0, 100));
			expect(values(await server.openPicker({ ...groups, filter: 'ORDER-149' }))).toEqual([
				'order-149',
			]);
		});

		it.each(Object.keys(lists))('of %s, from what is there', async (list) => {
			// Quick replies belong to a category.
			const panel = { categoryId: byId('1') };
			const { results } = await server.openPicker({ list, parameter: 'id', panel });
			expect(results).not.toEqual([]);
		});

		it('of agents, of the group that is chosen beside it or of all, by name and address', async () => {
			const { agents: known } = installation.simulator.world();
			known.get('mia@example.com')!.nickName = 'Mia';
			for (let number = 1; number <= 100; number++) {
				const memberId = `agent${number}@example.com`;
				known.set(memberId, { ...known.get('noah@example.com')!, memberId });
			}
			const first = await server.openPicker(agents);
			const second = await server.openPicker({ ...agents, paginationToken: first.paginationToken });
			// A page is sorted by name.
			expect([...values(first), ...values(second)].sort()).toEqual([...known.keys()].sort());
			expect((await server.openPicker({ ...agents, filter: 'mia' })).results).toEqual([
				{ name: 'Mia (mia@example.com)', value: 'mia@example.com' },
			]);
			const ofGroup = { options: { groupId: byId(9466) } };
			expect(values(await server.openPicker({ ...agents, panel: ofGroup }))).toEqual([
				'mia@example.com',
			]);
		});
	});

	it('leaves no secret in its log', () => {
		expect(installation.log()).not.toBe('');
		expect(findSecrets(installation.log(), demoApp)).toEqual([]);
	});
});
