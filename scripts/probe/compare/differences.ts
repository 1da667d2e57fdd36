import type { Asked } from '../ask';
import type { Step } from '../service/service';
import { directionOf, shapeOf, type Shape } from './shape';

/** Where the service answers a call otherwise than the simulator. It holds names and types only. */
export interface Difference {
	path: string;
	/** The field, or ErrorCode, ActionStatus or an order. */
	what: string;
	service: string;
	simulator: string;
}

const absent = 'absent';
const statuses = ['OK', 'FAIL', 'SomeError'];

/** Calls of two sides in pairs: the first of a command beside the first of it, and so on. */
function pairsOf(service: Step[], simulator: Step[]): Array<[Step, Step]> {
	const left = [...simulator];
	return service.flatMap((step): Array<[Step, Step]> => {
		const index = left.findIndex(({ path }) => path === step.path);
		const [other] = index < 0 ? [] : left.splice(index, 1);
		return other ? [[step, other]] : [];
	});
}

/** Whether a list on the way to a field has no records, so that nothing is known of the field. */
function isUnknown(field: string, shape: Shape): boolean {
	const lists = [...field.matchAll(/\[\]/g)].map(({ index }) => field.slice(0, index));
	return lists.some((list) => shape.get(list)?.has('array') && !shape.has(`${list}[]`));
}

/** Whether what holds a field differs already, so that the field tells nothing new. */
function isPartOf(field: string, others: ReadonlySet<string>): boolean {
	return [...others].some(
		(other) =>
			field !== other && /^(\[\]|\.)/.test(field.slice(other.length)) && field.startsWith(other),
	);
}

function fieldDifferences(service: Shape, simulator: Shape): Array<Omit<Difference, 'path'>> {
	const differing = new Set<string>();
	const differences: Array<Omit<Difference, 'path'>> = [];
	for (const field of [...new Set([...service.keys(), ...simulator.keys()])].sort()) {
		if (isUnknown(field, service) || isUnknown(field, simulator)) continue;
		const [one, other] = [service, simulator].map((shape) => {
			const types = shape.get(field);
			return types ? [...types].sort().join(' or ') : absent;
		}) as [string, string];
		if (one === other || isPartOf(field, differing)) continue;
		differing.add(field);
		differences.push({ what: field, service: one, simulator: other });
	}
	return differences;
}

const statusOf = ({ response: { ActionStatus } }: Step): string =>
	statuses.find((status) => status === ActionStatus) ?? 'something else';

function stepDifferences(service: Step, simulator: Step): Array<Omit<Difference, 'path'>> {
	const [code, ownCode] = [service, simulator].map(({ response }) => String(response.ErrorCode));
	// A refusal has other fields than a success: the code says it all.
	if (code !== ownCode) return [{ what: 'ErrorCode', service: code!, simulator: ownCode! }];
	const differences = fieldDifferences(shapeOf(service.response), shapeOf(simulator.response));
	const [status, ownStatus] = [statusOf(service), statusOf(simulator)];
	if (status !== ownStatus) {
		differences.push({ what: 'ActionStatus', service: status, simulator: ownStatus });
	}
	if (service.order) {
		const { list, by } = service.order;
		const [one, other] = [service, simulator].map(({ response }) =>
			directionOf(response, service.order!),
		);
		if (one && other && one !== other) {
			differences.push({ what: `order of ${list} by ${by}`, service: one, simulator: other });
		}
	}
	return differences;
}

export const agrees = (service: Asked, simulator: Asked): boolean =>
	service.sighting?.answer === simulator.sighting?.answer;

/** How the calls of both sides differ, each difference once. */
export function differencesOf(
	service: readonly Asked[],
	simulator: readonly Asked[],
): Difference[] {
	const found = new Map<string, Difference>();
	service.forEach((asked, index) => {
		const other = simulator[index]!;
		const agreed = agrees(asked, other);
		for (const [one, two] of pairsOf(asked.steps, other.steps)) {
			// What decides a question is told by its answer.
			if (one.decides && !agreed) continue;
			for (const difference of stepDifferences(one, two)) {
				found.set(`${one.path} ${difference.what}`, { path: one.path, ...difference });
			}
		}
	});
	return [...found.values()];
}
