import { answerLinks } from '../harness/answerLinks';
import { eventually } from '../harness/eventually';
import { check, type Check } from './checks';
import { QUESTION_PATH } from './conversationWorkflows';
import { executionsBegun, type QueueModeN8n } from './n8n';
import type { RemoteSimulator } from './simulator';

/** Has a worker ask a question, answers it at the main process, and sees a worker go on. */
export async function question(n8n: QueueModeN8n, simulator: RemoteSimulator): Promise<Check[]> {
	await simulator.startAnew({});
	const begun = () => n8n.workers.reduce((sum, worker) => sum + executionsBegun(worker), 0);
	const before = begun();
	const reports = async () =>
		(await simulator.conversations())
			.flatMap(({ entries }) => entries.map(({ text }) => text))
			.filter((text) => text.startsWith('answer: '));
	const post = async (url: string) =>
		await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: 'approve' }) });

	await fetch(`${n8n.url}/webhook/${QUESTION_PATH}`, { method: 'POST' });
	const link = await eventually(
		'the question',
		async () => answerLinks(await simulator.conversations())[0],
	);
	// While an execution is at work n8n answers 409 to its link.
	const page = await eventually('the page', async () => {
		const response = await fetch(link);
		return response.status === 409 ? undefined : await response.text();
	});
	const altered = new URL(link);
	altered.searchParams.set('signature', 'f'.repeat(64));
	const refused = await post(altered.href);
	const early = await reports();
	const taken = await post(link);
	const [report] = await eventually('the report', async () => {
		const found = await reports();
		return found.length === 0 ? undefined : found;
	});
	const second = await eventually('the end of the execution', async () => {
		const response = await post(link);
		return response.status === 409 ? undefined : await response.text();
	});
	const all = await reports();

	return [
		check(
			'the link of a question that a worker asks leads to the main process',
			link.startsWith(n8n.url) && page.includes('May we refund order 4711?'),
			new URL(link).origin,
		),
		check('an altered link is refused', refused.status === 401, `status ${refused.status}`),
		check('looking at the page answers nothing', early.length === 0, `${early.length} reports`),
		check(
			'the button is taken, and a worker goes on with the answer',
			taken.status === 200 && report === 'answer: true' && begun() - before === 2,
			`status ${taken.status}, ${report}, ${begun() - before} times on a worker`,
		),
		check(
			'a second click changes nothing',
			second.includes('No action required') && all.length === 1,
			`${all.length} reports`,
		),
	];
}
