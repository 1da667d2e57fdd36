/** `npm test -- --whole` runs everything in full, `npm test` a part that shows the same; so does `test:chaos`. */
export const isWhole = ['whole', 'wholeChaos'].includes(process.env.TESTS ?? '');

/** How many random cases are tried: the first number in full, the second in part. */
export const sized = (whole: number, part: number): number => (isWhole ? whole : part);

/** In part, one of so many in a row; what is left out has its turn in `npm test -- --whole`. */
export const partOf = <Entry>(list: readonly Entry[], oneOf: number): Entry[] =>
	list.filter((_entry, index) => isWhole || index % oneOf === 0);
