import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome } from '../contract';
import type { Operation } from './operation';
import { dropped } from './shared/dropped';
import { type FailedPart, failedParts } from './shared/failedParts';
import { objectIn } from './shared/records';
import { responseFields } from './shared/responses';

type Failed = Extract<Outcome, { done: false }>;

const fieldsOf = (parts: readonly FailedPart[]) =>
	[...new Set(parts.map(({ field }) => field))].join(', ');

const codesOf = (parts: readonly FailedPart[]) =>
	parts.flatMap(({ code }) => (code === undefined ? [] : [code]));

function partlyDone(response: ApiResponse, parts: readonly FailedPart[]): Failed {
	const fields = fieldsOf(parts);
	return {
		done: false,
		kind: 'permanent',
		message: `Tencent carried out only a part of the call: see ${fields}`,
		advice: `'${fields}' of this error names the parts and their codes. What it does not name was done.`,
		codes: codesOf(parts),
		data: responseFields(response),
	};
}

/** What failed of a call whose response says ErrorCode 0, whatever the command. */
function failureIn(response: ApiResponse): Failed | undefined {
	const parts = failedParts(response);
	if (parts.length > 0) return partlyDone(response, parts);
	const live = objectIn(response, 'Response').MsgDropReason;
	const outcome =
		dropped('group', response.MsgDropReason, responseFields(response)) ??
		dropped('live room', live, responseFields(response));
	return outcome?.done === false ? outcome : undefined;
}

/** Every text and number of a body, however deep. */
function valuesOf(value: unknown, found = new Set<string>()): Set<string> {
	if (typeof value === 'object' && value !== null) {
		for (const part of Object.values(value)) valuesOf(part, found);
	} else if (value !== undefined && value !== null) {
		found.add(String(value as string | number | boolean));
	}
	return found;
}

function itemFailed(parts: readonly FailedPart[]): Failed {
	return {
		done: false,
		kind: 'permanent',
		message: `Tencent did not carry this out: see ${fieldsOf(parts)}`,
		advice: 'Look its code up in the error codes of Tencent Chat.',
		codes: codesOf(parts),
		data: { failed: parts.map(({ record }) => record) },
	};
}

function itemInDoubt(parts: readonly FailedPart[]): Failed {
	return {
		...itemFailed(parts),
		kind: 'lost',
		message: `Something of this call failed, and Tencent does not say for which item: see ${fieldsOf(parts)}`,
		advice: 'Look up whether it was done before running this item again.',
	};
}

/** Outcomes of a batch, in which no item is done that the response says has failed. */
function checkedItems(
	response: ApiResponse,
	bodies: readonly Body[],
	outcomes: Outcome[],
	resultsByPlace: string | undefined,
) {
	const all = failedParts(response).filter(({ field }) => field !== resultsByPlace);
	if (all.length === 0) return outcomes;
	const values = bodies.map((body) => valuesOf(body));
	const isAbout = (part: FailedPart, index: number) =>
		part.names.some((name) => values[index]?.has(name));
	const isTold = (part: FailedPart) =>
		outcomes.some((outcome, index) => !outcome.done && isAbout(part, index));
	const parts = all.filter((part) => !isTold(part));
	const orphans = parts.filter((part) => !bodies.some((_body, index) => isAbout(part, index)));
	return outcomes.map((outcome, index) => {
		if (!outcome.done) return outcome;
		const own = parts.filter((part) => isAbout(part, index));
		if (own.length > 0) return itemFailed(own);
		return orphans.length > 0 ? itemInDoubt(orphans) : outcome;
	});
}

/**
 * The same operation, which takes nothing for done that a good response says has failed. What an
 * operation itself says about such a failure goes first: it knows the words.
 */
export function withoutHiddenFailures(operation: Operation): Operation {
	switch (operation.shape) {
		case 'single':
		case 'chain': {
			const { interpret } = operation;
			return {
				...operation,
				interpret(response: ApiResponse, body: IDataObject) {
					const outcome = interpret.call(operation, response, body);
					return outcome.done ? (failureIn(response) ?? outcome) : outcome;
				},
			};
		}
		case 'list':
			return { ...operation, list: { ...operation.list, failure: failureIn } };
		case 'batch': {
			const { batch } = operation;
			return {
				...operation,
				batch: {
					...batch,
					interpret: (response, bodies) =>
						checkedItems(response, bodies, batch.interpret(response, bodies), batch.resultsByPlace),
				},
			};
		}
		default:
			return operation;
	}
}
