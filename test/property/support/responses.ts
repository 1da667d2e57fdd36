import * as fc from 'fast-check';

import type {
	ApiResponse,
	Body,
	Deliverable,
	Outcome,
} from '../../../nodes/TencentChatDesk/contract';
import type { PanelOfOperation } from './panel';
import { submit } from './submission';

/** Values of each JSON type, some of them where the API gives another one. */
export const oddJson: unknown[] = [
	null,
	'',
	'0',
	'70107',
	'text',
	0,
	-1,
	20003,
	1e300,
	0.5,
	true,
	[],
	[null],
	['text'],
	[[]],
	[{}],
	[{ UserID: null, Key: {}, Value: [], ErrorCode: '0', ResultCode: 'x', To_Account: 7 }],
	{},
	{ length: -1 },
	JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
];

/** An object that notes which of its fields are asked for; each holds such objects again. */
function probe(asked: Set<string>, inLists: boolean): ApiResponse {
	return new Proxy<ApiResponse>(
		{},
		{
			get(_target, name) {
				if (typeof name !== 'string' || name in Object.prototype || name === 'toJSON')
					return undefined;
				asked.add(name);
				const inner = probe(asked, inLists);
				return inLists ? [inner] : inner;
			},
		},
	);
}

/** The names of all fields that an operation reads in a response, at any depth. */
export function fieldsRead(operation: Deliverable, body: Body): string[] {
	const asked = new Set<string>();
	for (const inLists of [true, false]) {
		complaintAboutReading(operation, probe(asked, inLists), body);
		const inner = probe(asked, inLists);
		const around = Object.fromEntries(
			[...asked].map((name) => [name, { [name]: [inner], Response: inner }]),
		) as ApiResponse;
		complaintAboutReading(operation, around, body);
	}
	return [...asked];
}

/** Answers that hold the fields which an operation reads, with anything in them. */
export function responsesWith(names: string[], body: Body): fc.Arbitrary<ApiResponse> {
	const known = Object.values(body).filter((value) => typeof value === 'string');
	const { response } = fc.letrec<{ response: ApiResponse; value: unknown }>((tie) => ({
		response: fc.dictionary(fc.constantFrom('Response', ...names), tie('value'), {
			maxKeys: 5,
			noNullPrototype: true,
		}) as fc.Arbitrary<ApiResponse>,
		value: fc.oneof(
			{ maxDepth: 2 },
			fc.constantFrom<unknown>(...oddJson, ...known),
			tie('response'),
			fc.array(tie('response'), { maxLength: 3 }),
			fc.array(tie('value'), { maxLength: 2 }),
		),
	}));
	return response;
}

/** The body of the first call that the well filled panel makes. */
export function bodyOf({ operation, controls }: PanelOfOperation): Body | undefined {
	const [first] = controls;
	const submission = first && submit(operation, first.panel);
	if (!submission || !('calls' in submission)) return undefined;
	return JSON.parse(submission.calls[0]!.text) as Body;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

function isOutcome(outcome: Outcome | undefined): boolean {
	if (!outcome) return false;
	if (outcome.done) return typeof outcome.output === 'object' && outcome.output !== null;
	if ('code' in outcome) return Number.isInteger(outcome.code) && typeof outcome.data === 'object';
	return isText(outcome.message) && isText(outcome.advice) && typeof outcome.data === 'object';
}

/** What is wrong with how an operation reads a response; undefined when nothing is. */
export function complaintAboutReading(
	operation: Deliverable,
	response: ApiResponse,
	body: Body,
): string | undefined {
	if (!('request' in operation)) return undefined;
	try {
		if (operation.shape === 'list') {
			const { list } = operation;
			const records = list.records(response);
			if (!Array.isArray(records)) return 'the records are no list';
			const items = list.simplified ? records.map(list.simplified) : records;
			const strange = items.find((one) => typeof one !== 'object' || one === null);
			if (strange !== undefined) return 'a record is no object';
			JSON.stringify(records.length > 0 ? list.nextPage(response, body, records) : undefined);
			return undefined;
		}
		const outcomes =
			operation.shape === 'batch'
				? operation.batch.interpret(response, [body])
				: [operation.interpret(response, body)];
		if (outcomes.length !== 1 || !outcomes.every(isOutcome)) return 'it means nothing';
		JSON.stringify(outcomes);
		return undefined;
	} catch (error) {
		return `it throws ${error instanceof Error ? error.stack : String(error)}`;
	}
}
