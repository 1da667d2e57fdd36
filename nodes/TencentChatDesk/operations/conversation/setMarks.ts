import type { ApiResponse, Body, Outcome } from '../../contract';
import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { objectIn, recordsIn } from '../shared/records';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import {
	conversationKey,
	conversationProperties,
	conversationRateLimit,
	ofOwner,
	readConversation,
	readOwner,
} from './conversationFields';

/** Page 1047/53438. */
const maxConversations = 100;
const maxMark = 256;
const lastBit = 64;

/** `OptType`: which kinds of marks an entry changes. */
const kinds = { standard: 1, custom: 2, both: 3 } as const;

const marks: INodeProperties[] = [
	{ displayName: 'Clear Marks', name: 'clearMarks', label: 'to take away' },
	{ displayName: 'Set Marks', name: 'setMarks', label: 'to set' },
].map(({ displayName, name, label }) => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 1, 33',
	description: `Numbers of the standard marks ${label}: 1 favourite, 2 unread, 3 folded, 4 hidden; those above 32 are your own. Give a list, or text with commas.`,
}));

function readMarks(fields: Fields, name: string, label: string): number[] | undefined {
	return fields.optionalIds(name, label)?.map((word) => {
		const number = Number(word);
		if (Number.isInteger(number) && number >= 0 && number <= lastBit) return number;
		throw new InvalidParameter(
			`'${label}' holds '${word.slice(0, 50)}', which is no number of a mark`,
			`Enter numbers from 0 to ${lastBit} with commas between them, such as 1, 33.`,
		);
	});
}

function readMark(fields: Fields): Body {
	const options = fields.collection('options', 'Options');
	const SetMark = readMarks(fields, 'setMarks', 'Set Marks');
	const ClearMark = readMarks(fields, 'clearMarks', 'Clear Marks');
	const given = options.optionalBoolean('clearCustomMark', 'Clear Custom Mark')
		? ''
		: options.optionalText('customMark', 'Custom Mark');
	const CustomMark = withinBytes(given, 'Custom Mark', maxMark);
	const hasStandard = SetMark !== undefined || ClearMark !== undefined;
	if (!hasStandard && CustomMark === undefined) {
		throw new InvalidParameter(
			'No mark is given',
			"Fill in 'Set Marks', 'Clear Marks' or the option 'Custom Mark'.",
		);
	}
	const kind = hasStandard ? (CustomMark === undefined ? 'standard' : 'both') : 'custom';
	return withoutAbsent({
		OptType: kinds[kind],
		ContactItem: readConversation(fields, 'ToGroupId'),
		SetMark,
		ClearMark,
		CustomMark,
	});
}

const markOf = (body: Body) => recordsIn(body, 'MarkItem')[0] ?? {};
const keyOf = (mark: Body) => conversationKey(objectIn(mark, 'ContactItem'));

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const { From_Account } = body;
	const mark = markOf(body);
	const result = recordsIn(response, 'ResultItem').find((one) => keyOf(one) === keyOf(mark));
	const { ContactItem: _item, OptType: _type, ...changes } = mark;
	const output = { From_Account, ...objectIn(mark, 'ContactItem'), ...changes };
	const { ResultCode, ResultInfo } = result ?? {};
	if (typeof ResultCode !== 'number' || ResultCode === 0) return { done: true, output };
	const info = typeof ResultInfo === 'string' ? ResultInfo : '';
	return { done: false, code: ResultCode, info, data: { ErrorCode: ResultCode, ...output } };
}

export const setMarks: BatchOperation = {
	value: 'setMarks',
	name: 'Set Marks',
	action: 'Set the marks of a conversation',
	description:
		'Mark a conversation of a user as favourite, unread, hidden or with a custom mark; items of one user share calls',
	documentation: 'https://trtc.io/document/53438',
	shape: 'batch',
	path: 'recentcontact/mark_contact',
	properties: [...conversationProperties, ...marks],
	options: [
		{
			displayName: 'Clear Custom Mark',
			name: 'clearCustomMark',
			type: 'boolean',
			default: false,
			description: 'Whether to take the custom mark away',
		},
		{
			displayName: 'Custom Mark',
			name: 'customMark',
			type: 'string',
			default: '',
			placeholder: 'e.g. vip',
			description: 'A custom mark: up to 256 bytes',
		},
	],
	request: (fields) => ({ From_Account: readOwner(fields), MarkItem: [readMark(fields)] }),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: conversationRateLimit,
	batch: {
		maxSize: maxConversations,
		key: ({ From_Account }) => JSON.stringify(From_Account),
		about: (body) => recordsIn(body, 'MarkItem').map(keyOf),
		merge: joining('MarkItem'),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
