import type { Seen } from './firstMistakes';
import { formatted, GENERATED, paragraphs, prose, table } from './markdown';

export const MISTAKES_PATH = 'docs/first-mistakes.md';

const nodeTable = (seen: readonly Seen[]) =>
	table(
		['What went wrong', 'The node says', 'And below it'],
		seen.map(({ title, message, description }) => [
			prose(title),
			`**${prose(message)}**`,
			prose(description),
		]),
	);

/** The page that shows what people see when they get something wrong; Markdown. */
export async function mistakesPage(seen: readonly Seen[]): Promise<string> {
	const inCredential = seen.filter(({ formSays }) => formSays !== undefined);
	return await formatted(
		paragraphs(
			GENERATED,
			'# First mistakes',
			"What people get wrong at first, and what they then see. The script that writes this page makes each mistake in n8n's own engine, against this package's [simulator](simulator.md), and copies what n8n shows. Words after _Tencent says_ come from the simulator; Tencent's own may differ.",
			'A red node shows the headline; the text below it says what to do. Open the node to read both.',
			'## In the credential',
			'**Test** in the form of the credential (n8n presses it for you when you save):',
			table(
				['What went wrong', 'The form says'],
				inCredential.map(({ title, formSays }) => [prose(title), prose(formSays ?? '')]),
			),
			'The same mistakes, when a workflow runs with them:',
			nodeTable(inCredential),
			'When nothing answers, n8n itself writes the words in the form, such as `ECONNREFUSED`; the node says more. A test cannot find an application without Desk, because the credential is right. [Credentials](credentials.md) shows where each value comes from.',
			'## In the workflow',
			nodeTable(seen.filter(({ formSays }) => formSays === undefined)),
			'## Not an error, but often a surprise',
			[
				'- **No items, no run.** When the node before puts nothing out, n8n does not run this node at all. Switch on **Always Output Data** in the settings of the node before if you want the workflow to go on.',
				'- **A list that finds nothing** puts out no items, and the workflow ends there without an error.',
				'- **An SDKAppID in quotes** works: `"1400000001"` from an expression is read as the number.',
			].join('\n'),
			'All codes stand in [Error codes](error-codes.md).',
		),
	);
}
