import { answerLinks } from '../harness/answerLinks';
import { eventually } from '../harness/eventually';
import { questionPath } from './conversationWorkflows';
import type { QueueTestbed } from './testbed';

/** A worker asks, the main process takes the answer, and a worker goes on. */
export function question(testbed: () => QueueTestbed): void {
	describe('a workflow that asks a question and waits', () => {
		let link: string;
		let before: number;
		const begun = () =>
			testbed()
				.begun()
				.reduce((sum, count) => sum + count, 0);
		const reports = async () =>
			(await testbed().shown()).filter((text) => text.startsWith('answer: '));
		const post = async (url: string) =>
			await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: 'approve' }) });
		/** While an execution is at work n8n answers 409 to its link. */
		const onceAtRest = async (call: () => Promise<Response>) =>
			await eventually('the execution is at rest', async () => {
				const response = await call();
				return response.status === 409 ? undefined : await response.text();
			});

		beforeAll(async () => {
			const { n8n, simulator } = testbed();
			await simulator.begin({});
			before = begun();
			await fetch(`${n8n.url}/webhook/${questionPath}`, { method: 'POST' });
			link = await eventually(
				'the question',
				async () => answerLinks(await simulator.conversations())[0],
			);
		});

		it('has a link that leads to the main process', async () => {
			expect(new URL(link).origin).toBe(testbed().n8n.url);
			expect(await onceAtRest(async () => await fetch(link))).toContain(
				'May we refund order 4711?',
			);
		});

		it('refuses an altered link, and takes no look at the page for an answer', async () => {
			const altered = new URL(link);
			altered.searchParams.set('signature', 'f'.repeat(64));
			expect((await post(altered.href)).status).toBe(401);
			expect(await reports()).toEqual([]);
		});

		it('takes the button, and a worker goes on with the answer', async () => {
			expect((await post(link)).status).toBe(200);
			const found = await eventually('the report', async () => {
				const all = await reports();
				return all.length === 0 ? undefined : all;
			});
			expect(found).toEqual(['answer: true']);
			expect(begun() - before).toBe(2);
		});

		it('is not changed by a second click', async () => {
			expect(await onceAtRest(async () => await post(link))).toContain('No action required');
			expect(await reports()).toHaveLength(1);
		});
	});
}
