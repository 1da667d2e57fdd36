import type { Spread } from '../statistics';

/** A number with so many decimals, thousands separated. */
export const fixed = (value: number, decimals = 1): string =>
	value.toLocaleString('en', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	});

/** The median, and behind it the least and the most, when there is a difference to show. */
export function spread(values: Spread, decimals = 1): string {
	const [middle, min, max] = [values.median, values.min, values.max].map((value) =>
		fixed(value, decimals),
	);
	return min === max ? `${middle}` : `${middle} (${min} to ${max})`;
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** A Markdown table of words. */
export const wordTable = (head: string[], rows: string[][]): string =>
	[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** A Markdown table of numbers: every column but the first is aligned to the right. */
export const table = (head: string[], rows: string[][]): string =>
	[line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
		'\n',
	);
