const suffixes = new Map<Intl.LDMLPluralRule, string>([
	['one', 'st'],
	['two', 'nd'],
	['few', 'rd'],
]);

const rules = new Intl.PluralRules('en', { type: 'ordinal' });

/** A place in a row, as people count: 1st, 2nd, 3rd, 4th. */
export const ordinal = (place: number): string =>
	`${place}${suffixes.get(rules.select(place)) ?? 'th'}`;
