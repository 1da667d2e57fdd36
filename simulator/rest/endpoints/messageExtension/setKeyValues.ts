import { isObject, type Json } from '../../../json';
import type { DirectFacts } from '../../../state/directFacts';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { extensionCodes, readMessage } from './message';

const setType = 1;
const deleteType = 2;
const clear = 3;
const maxPairsACall = 20;
const maxPairsAMessage = 300;
const maxKeyBytes = 100;
const maxValueBytes = 1000;
const maxSetsAMinute = 200;
const minuteMs = 60_000;

/** Chat > Setting the Message Extension of a One-to-One Message (set_key_values). */
export const setKeyValues: Endpoint = {
	path: 'openim_msg_ext_http_svc/set_key_values',
	callsPerSecond: 200,
	codes: extensionCodes,
	fields: ['From_Account', 'To_Account', 'MsgKey', 'OperateType', 'ExtensionList'],
	handle(call: Call): Outcome {
		const { OperateType } = call.body;
		if (OperateType !== setType && OperateType !== deleteType && OperateType !== clear) {
			return refuse(10004, 'OperateType has to be 1, 2 or 3');
		}
		const pairs = OperateType === clear ? [] : readPairs(call.body.ExtensionList);
		if ('code' in pairs) return pairs;
		const facts = readMessage(call);
		if ('code' in facts) return facts;
		facts.extensionSets = facts.extensionSets.filter((at) => call.now - at < minuteMs);
		if (facts.extensionSets.length >= maxSetsAMinute) {
			return refuse(23003, 'the extensions of the message are set too often');
		}
		const keys = new Set(pairs.map(({ key }) => key));
		const others = facts.extensions.filter(({ key }) => !keys.has(key));
		if (OperateType === setType && others.length + keys.size > maxPairsAMessage) {
			return refuse(10004, `a message holds at most ${maxPairsAMessage} pairs`);
		}
		facts.extensionSets.push(call.now);
		const seq = change(facts, OperateType, others, pairs);
		return {
			response: {
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
	if (!Array.isArray(list) || list.length === 0 || list.length > maxPairsACall) {
		return refuse(10004, `ExtensionList has to hold 1 to ${maxPairsACall} pairs`);
	}
	const pairs: Pair[] = [];
	for (const item of list) {
		const { Key, Value = '' } = isObject(item) ? item : {};
		if (typeof Key !== 'string' || Key === '' || typeof Value !== 'string') {
			return refuse(10004, 'Key and Value have to be Strings');
		}
		if (Buffer.byteLength(Key) > maxKeyBytes || Buffer.byteLength(Value) > maxValueBytes) {
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
	if (operation === clear) {
		facts.extensions = [];
		facts.clearSeq = seq;
	} else {
		const set = operation === setType ? pairs.map((pair) => ({ ...pair, seq })) : [];
		facts.extensions = [...others, ...set];
	}
	return seq;
}
