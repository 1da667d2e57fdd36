import { isObject, type Json } from '../../../json';
import type { DirectFacts } from '../../../state/directFacts';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { EXTENSION_CODES, readMessage } from './message';

const SET = 1;
const DELETE = 2;
const CLEAR = 3;
const MAX_PAIRS_A_CALL = 20;
const MAX_PAIRS_A_MESSAGE = 300;
const MAX_KEY_BYTES = 100;
const MAX_VALUE_BYTES = 1000;
const MAX_SETS_A_MINUTE = 200;
const MINUTE_MS = 60_000;

/** Chat > Setting the Message Extension of a One-to-One Message (set_key_values). */
export const setKeyValues: Endpoint = {
	path: 'openim_msg_ext_http_svc/set_key_values',
	callsPerSecond: 200,
	codes: EXTENSION_CODES,
	fields: ['From_Account', 'To_Account', 'MsgKey', 'OperateType', 'ExtensionList'],
	handle(call: Call): Outcome {
		const { OperateType } = call.body;
		if (OperateType !== SET && OperateType !== DELETE && OperateType !== CLEAR) {
			return refuse(10004, 'OperateType has to be 1, 2 or 3');
		}
		const pairs = OperateType === CLEAR ? [] : readPairs(call.body.ExtensionList);
		if ('code' in pairs) return pairs;
		const facts = readMessage(call);
		if ('code' in facts) return facts;
		facts.extensionSets = facts.extensionSets.filter((at) => call.now - at < MINUTE_MS);
		if (facts.extensionSets.length >= MAX_SETS_A_MINUTE) {
			return refuse(23003, 'the extensions of the message are set too often');
		}
		const keys = new Set(pairs.map(({ key }) => key));
		const others = facts.extensions.filter(({ key }) => !keys.has(key));
		if (OperateType === SET && others.length + keys.size > MAX_PAIRS_A_MESSAGE) {
			return refuse(10004, `a message holds at most ${MAX_PAIRS_A_MESSAGE} pairs`);
		}
		facts.extensionSets.push(call.now);
		const seq = change(facts, OperateType, others, pairs);
		return {
			answer: {
				ExtensionList: pairs.map(({ key, value }) => ({
					ErrorCode: 0,
					Extension: { Key: key, Value: value, Seq: seq },
				})),
			},
		};
	},
};

interface Pair {
	key: string;
	value: string;
}

function readPairs(list: Json | undefined): Pair[] | Refusal {
	if (!Array.isArray(list) || list.length === 0 || list.length > MAX_PAIRS_A_CALL) {
		return refuse(10004, `ExtensionList has to hold 1 to ${MAX_PAIRS_A_CALL} pairs`);
	}
	const pairs: Pair[] = [];
	for (const item of list) {
		const { Key, Value = '' } = isObject(item) ? item : {};
		if (typeof Key !== 'string' || Key === '' || typeof Value !== 'string') {
			return refuse(10004, 'Key and Value have to be Strings');
		}
		if (Buffer.byteLength(Key) > MAX_KEY_BYTES || Buffer.byteLength(Value) > MAX_VALUE_BYTES) {
			return refuse(10004, 'a Key or a Value is too long');
		}
		pairs.push({ key: Key, value: Value });
	}
	return pairs;
}

function change(
	facts: DirectFacts,
	operation: number,
	others: DirectFacts['extensions'],
	pairs: Pair[],
): number {
	const seq = facts.extensionSeq + 1;
	facts.extensionSeq = seq;
	if (operation === CLEAR) {
		facts.extensions = [];
		facts.clearSeq = seq;
	} else {
		const set = operation === SET ? pairs.map((pair) => ({ ...pair, seq })) : [];
		facts.extensions = [...others, ...set];
	}
	return seq;
}
