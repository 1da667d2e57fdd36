import { readFileSync, writeFileSync } from 'node:fs';

import { isObject, type JsonObject } from '../../simulator/json';
import { observedFile, readObserved } from '../../simulator/observed';
import { readingProblems, readings, isReading, type Readings } from '../../simulator/readings';
import { switchesFence } from './report/report';

const fence = '```';

/**
 * The switches that a report names.
 *
 * @throws Error that says what is wrong with the report
 */
export function switchesIn(report: string): Partial<Readings> {
	const [, rest] = report.split(switchesFence);
	const [text, end] = rest?.split(fence) ?? [];
	if (text === undefined || end === undefined) {
		throw new Error('This is no report of the probe: it has no part with switches.');
	}
	const values = parsed(text);
	const problems = isObject(values) ? readingProblems(values) : ['they are no JSON object'];
	if (problems.length > 0) throw new Error(`The switches are wrong: ${problems.join('; ')}.`);
	return values as Partial<Readings>;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const inNumbers = (values: JsonObject) => Object.keys(values).length;

/**
 * Lays the switches of a report over those that were observed before; what is as documented needs
 * none.
 *
 * @returns what happened, for a person to read
 */
export function applyReport(reportFile: string, file = observedFile): string {
	const found = switchesIn(readFileSync(reportFile, 'utf8'));
	const all = Object.entries({ ...readObserved(file), ...found });
	const kept = Object.fromEntries(
		all.filter(([name, value]) => isReading(name) && readings[name].documented !== value).sort(),
	);
	writeFileSync(file, `${JSON.stringify(kept, null, '\t')}\n`);
	return `${inNumbers(found)} switches were read; the simulator now differs from the documentation in ${inNumbers(kept)}.`;
}
