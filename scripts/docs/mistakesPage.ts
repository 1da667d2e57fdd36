import type { Seen } from './firstMistakes';
import { formatted, generated, paragraphs, prose, table } from '../../test/harness/markdown';

export const mistakesPath = 'docs/first-mistakes.md';

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
			generated,
			'# First mistakes',
			"What people get wrong at first, and what they then see. The script that writes this page makes each mistake in n8n's own engine, against this package's [simulator](simulator.md), and copies what n8n shows. Words after _Tencent says_ come from the simulator; Tencent's own may differ.",
			'A red node shows the headline; the text below it says what to do. Open the node to read both.',
			'## In the credential',
			'When you save the credential, n8n tries it. If it fails, the form turns red; press **More details** to read this:',
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
				'- **Lists of IDs** may be pasted: commas, semicolons, line breaks, tabs and the Chinese signs `，`, `；` and `、` all separate two IDs. A field for one account takes one; a list in it is refused, and so are characters that nobody sees.',
				"- **Dates** are read with the year in front, as ISO 8601 has them, or with the name of the month and a zone. `05/04/2025` is refused, since it is May to some and April to others, and so is a day that does not exist. A date without a zone is one of the workflow's time zone; a time that the clocks leave out in spring is an hour later, and one that they show twice is the first.",
				'- **Numbers beyond 9007199254740991** lose digits in JavaScript. In JSON that you write they are refused: put such an ID in double quotes. In what Tencent sends they become texts with all their digits.',
				'- **A text inside JSON** breaks it when it holds a quote or a line break. Write `{{ $json.text.toJsonString() }}`, without quotes around it.',
				'- **Message Type by an expression** makes n8n ask for the required fields of every type before it runs, since it cannot know which type comes out. Fill those of the other types with anything; only the fields of the type that comes out are sent.',
				'- **Half an emoji**, as `.slice()` may leave it at the end of a text, is sent as the sign �.',
			].join('\n'),
			'All codes are in [Error codes](error-codes.md).',
		),
	);
}
