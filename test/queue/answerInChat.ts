import { eventually, until } from '../harness/eventually';
import { chatQuestionPath, takingPath } from './conversationWorkflows';
import type { QueueTestbed } from './testbed';

/** A worker asks, any worker takes the answer, and any goes on. */
export function answerInChat(testbed: () => QueueTestbed): void {
	describe('a workflow that asks in the chat and waits', () => {
		const reports = async () =>
			(await testbed().shown()).filter((text) => text.startsWith('answer in the chat: '));
		const begun = () => testbed().begun();

		/** What a worker makes of a message of alice's. */
		const take = async (text: string) => {
			const response = await fetch(`${testbed().n8n.url}/webhook/${takingPath}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ text }),
			});
			return (await response.json()) as unknown;
		};

		beforeAll(async () => {
			const { n8n, simulator } = testbed();
			await simulator.begin({});
			await fetch(`${n8n.url}/webhook/${chatQuestionPath}`, { method: 'POST' });
			await eventually('the question', async () =>
				(await testbed().shown()).find((text) => text.includes('May we refund')),
			);
		});

		it('leaves it open for what is no answer, whichever worker looks', async () => {
			const before = begun();
			const verdicts = new Set<string>();
			await until('Both workers have looked', async () => {
				for (const verdict of await Promise.all(['One', 'Two'].map(take))) {
					verdicts.add(JSON.stringify(verdict));
				}
				return begun().every((count, worker) => count > before[worker]!);
			});
			expect([...verdicts]).toEqual(['{"taken":false,"reason":"noMatch"}']);
			expect(await reports()).toEqual([]);
		});

		it('takes one of several answers that come to several workers at once', async () => {
			const verdicts = await Promise.all(['Approve', 'Approve', 'Decline', 'Decline'].map(take));
			const taken = verdicts.filter((one) => (one as { taken: boolean }).taken);
			expect(taken).toHaveLength(1);
			const { approved } = taken[0] as { approved: boolean };
			const found = await eventually('the report', async () => {
				const all = await reports();
				return all.length === 0 ? undefined : all;
			});
			expect(found).toEqual([`answer in the chat: ${approved}`]);
		});

		it('is not changed by a second answer', async () => {
			expect(await take('Decline')).toEqual({ taken: false, reason: 'closed' });
			expect(await reports()).toHaveLength(1);
		});
	});
}
