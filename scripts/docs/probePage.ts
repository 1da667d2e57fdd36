import { prose, table } from '../../test/harness/markdown';
import { optionOf } from '../probe/question';
import { questions } from '../probe/questions';
import { pageWith } from './marks';

export const probePath = 'docs/probe.md';

/** The page on the probe, with its list of questions brought up to date. */
export function probePage(): string {
	const list = table(
		['Question', 'What the probe does', 'Only with'],
		questions.map(({ question, does, needs = [] }) => [
			prose(question),
			prose(does),
			needs.map(optionOf).join(', '),
		]),
	);
	return pageWith(
		probePath,
		'<!-- questions: written by "npm run docs" -->',
		'<!-- end of questions -->',
		list,
	);
}
