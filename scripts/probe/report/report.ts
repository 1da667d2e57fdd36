import { table } from '../../../test/harness/markdown';
import type { Readings } from '../../../simulator/readings';
import { agrees, differencesOf, type Difference } from '../compare/differences';
import type { Asked } from '../ask';
import { optionOf, type Question } from '../question';
import type { Leftover } from '../service/belongings';
import type { Secrets } from './secrets';

/** Everything that one run found out. */
export interface Findings {
	version: string;
	calls: number;
	service: readonly Asked[];
	simulator: readonly Asked[];
	/** What was not asked, because nobody agreed to it. */
	skipped: readonly Question[];
	left: readonly Leftover[];
}

/** What differs, and what the simulator's switches have to be for it. */
export interface Outcome {
	differences: Difference[];
	/** Questions that the service answers otherwise than the simulator. */
	otherAnswers: string[];
	readings: Partial<Readings>;
}

export function outcomeOf({ service, simulator }: Findings): Outcome {
	const pairs = service.map((asked, index) => [asked, simulator[index]!] as const);
	const other = pairs.filter(([asked, own]) => !asked.sighting?.undecided && !agrees(asked, own));
	return {
		differences: differencesOf(service, simulator),
		otherAnswers: other.map(([{ question }]) => question.name),
		readings: Object.assign({}, ...other.map(([{ sighting }]) => sighting?.readings ?? {})),
	};
}

/** The fence of the part that `--apply` reads. */
export const switchesFence = '```json probe-switches';

const none = 'None.';
const listOrNone = (lines: string[]) => (lines.length > 0 ? lines.join('\n') : none);

/** A field path or a command that is spelled as such; anything else may be data. */
const isName = (text: string) => /^[A-Za-z][\w.[\] /]{0,80}$/.test(text);

function verdict(asked: Asked, own: Asked): string {
	if (asked.sighting?.undecided) return 'not decided';
	return agrees(asked, own) ? 'as in the simulator' : '**otherwise**';
}

/**
 * The page for an issue. It is made of the probe's own words, of names of commands and fields, and
 * of error codes; what looks otherwise, or holds one of the secrets, becomes `*`.
 */
export function reportOf(findings: Findings, secrets: Secrets): string {
	const { service, simulator, skipped, left, calls, version } = findings;
	const { differences, otherAnswers, readings } = outcomeOf(findings);
	const name = (text: string) => (isName(text) ? `\`${secrets.hide(text)}\`` : '`*`');
	const text = (words: string) => secrets.hide(words).replaceAll('|', '\\|');

	const settled = service.flatMap((asked, index) => {
		const own = simulator[index]!;
		if (!asked.sighting) return [];
		const { question, does } = asked.question;
		return [
			[
				question,
				does,
				text(asked.sighting.answer),
				text(own.sighting?.answer ?? 'nothing'),
				verdict(asked, own),
			],
		];
	});
	const leftKinds = [...new Set(left.map(({ kind }) => kind))].map((kind) => {
		const some = left.filter((one) => one.kind === kind);
		const codes = [...new Set(some.map(({ code }) => code ?? 'no answer'))];
		return `- ${some.length} of kind ${kind} could not be deleted (${codes.join(', ')}).`;
	});
	return `# Probe

The simulator of n8n-nodes-tencent-chat-desk ${version} beside the real service, in ${calls} calls: ${otherAnswers.length} questions are answered otherwise than the simulator does, and ${differences.length} responses differ.

## Questions

${table(['Question', 'What was done', 'The service', 'The simulator', 'Verdict'], settled)}

## Responses that differ

${
	differences.length === 0
		? none
		: table(
				['Command', 'What', 'The service', 'The simulator'],
				differences.map((difference) => [
					name(difference.path),
					name(difference.what),
					text(difference.service),
					text(difference.simulator),
				]),
			)
}

## Not asked

${listOrNone(skipped.map((question) => `- ${question.question} (needs ${question.needs?.map(optionOf).join(' and ')})`))}

## Left behind

${listOrNone(leftKinds)}

## Switches

What the simulator needs to answer like the service. \`npm run probe -- --apply <this file>\` puts it in place.

${switchesFence}
${JSON.stringify(readings, null, '\t')}
\`\`\`
`;
}
