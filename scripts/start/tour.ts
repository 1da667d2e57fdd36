import type { WorkflowJson } from '../../test/harness/workflow';
import { owner } from '../../test/harness/owner';

/** What is running, and where. */
export interface Tour {
	/** Without a slash at the end. */
	n8nUrl: string;
	inboxUrl: string;
	/** Workflows that are started with a button; the first one is part of the tour. */
	byButton: WorkflowJson[];
	/** Workflows that customers start by writing; they are published. The first answers in Desk. */
	byCustomers: WorkflowJson[];
	/** Workflows that need something more before they run. */
	toLookAt: WorkflowJson[];
}

/** What a newcomer reads: where everything is, and three steps that show what it does. */
export function tourText({ n8nUrl, inboxUrl, byButton, byCustomers, toLookAt }: Tour): string {
	const place = ({ id = '' }: WorkflowJson) => `${n8nUrl}/workflow/${id}`;
	const list = (title: string, workflows: WorkflowJson[]) =>
		workflows.length === 0
			? []
			: ['', `  ${title}`, ...workflows.map((one) => `  - ${one.name}: ${place(one)}`)];
	const [first, ...others] = byButton;
	const [answering, ...alsoPublished] = byCustomers;
	const lines = [
		'',
		`  Editor   ${n8nUrl}`,
		`           log in as ${owner.email} with the password ${owner.password}`,
		`  Inbox    ${inboxUrl}`,
		'           what the customers see, and where you write as one of them',
		'',
		'  A tour in three steps',
		...(first
			? [
					`  1. Open ${place(first)}`,
					'     and press "Execute workflow": five customers are contacted.',
				]
			: []),
		'  2. Look at the inbox: four of them got a card and a text, from an agent.',
		...(answering
			? [
					'  3. In the inbox press "New message", write "Where is my order?" from alice to',
					'     @support, and see the reply. Write "human" to be handed over to an agent.',
					`     The workflow that answers: ${place(answering)}`,
				]
			: ['  3. Answer there as one of them, end the session, or make the next call fail.']),
		...list('More examples that "Execute workflow" starts', others),
		...list('Also published: write in the inbox to start it', alsoPublished),
		...list('To look at: their notes say what they need', toLookAt),
		'',
		'  Ctrl+C stops everything.',
	];
	return lines.join('\n');
}
