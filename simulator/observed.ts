import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from './json';
import { documentedReadings, readingProblems, type Readings } from './readings';

/** The answers that were observed at the service; `npm run probe -- --apply` writes the file. */
export const observedFile = join(__dirname, 'observed.json');

/**
 * Reads what was observed.
 *
 * @throws Error that names the file and what in it is no answer to an open question.
 */
export function readObserved(file = observedFile): Partial<Readings> {
	const values: unknown = JSON.parse(readFileSync(file, 'utf8'));
	const problems = isObject(values) ? readingProblems(values) : ['it has to be a JSON object'];
	if (problems.length > 0) throw new Error(`${file}: ${problems.join('; ')}`);
	return values as Partial<Readings>;
}

/** The answers with which a simulator starts: as documented, but for what was observed. */
export function startReadings(file = observedFile): Readings {
	return { ...documentedReadings(), ...readObserved(file) };
}
