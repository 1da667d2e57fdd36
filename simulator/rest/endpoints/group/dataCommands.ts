import type { JsonObject } from '../../../json';
import type { Group } from '../../../state/groups';
import { tellAttributesChanged } from '../../../callbacks/groupChanges';
import {
	filled,
	integer,
	objects,
	objectsOf,
	oneOf,
	short,
	text,
	texts,
	textsOf,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Refusal } from '../../endpoint';
import { groupCommand } from './groupCommand';

const maxKeys = 16;
const maxSum = 16_000;
const maxCounters = 20;

/** Keys and values stand in lower case here, unlike in the sibling commands. */
const pairs: Rules = {
	GroupAttr: objects({
		key: (value) =>
			filled(value) ??
			(Buffer.byteLength(String(value)) > 32 ? { code: 10045, info: 'a key is long' } : undefined),
		value: (value) =>
			text(value) ??
			(Buffer.byteLength(String(value)) > 4000
				? { code: 10046, info: 'a value is long' }
				: undefined),
	}),
};

function overfull(attributes: Map<string, string>): Refusal | undefined {
	if (attributes.size > maxKeys) return refuse(10047, 'more than 16 keys');
	const sum = [...attributes].reduce((size, pair) => size + Buffer.byteLength(pair.join('')), 0);
	return sum > maxSum ? refuse(10048, 'more than 16000 bytes') : undefined;
}

const given = (call: Call): Array<[string, string]> =>
	objectsOf(call.body.GroupAttr).map(({ key, value }) => [String(key), String(value)]);

/** Querying Attributes (1047/44187), in a service of its own. */
const getAttributes = groupCommand(
	'get_group_attr',
	{},
	(_call, group) => ({
		response: {
			GroupAttrAry: [...group.attributes].map(([key, value]): JsonObject => ({ key, value })),
		},
	}),
	{ service: 'group_open_attr_http_svc' },
);

/** A change of attributes: what is there afterwards, unless that is too much. */
function attributeCommand(
	name: string,
	rules: Rules,
	kind: string,
	change: (call: Call, group: Group) => Map<string, string> | Refusal,
): Endpoint {
	return groupCommand(name, rules, (call, group) => {
		const attributes = change(call, group);
		if (!(attributes instanceof Map)) return attributes;
		const problem = overfull(attributes);
		if (problem) return problem;
		group.attributes = attributes;
		tellAttributesChanged(call, group, kind, given(call));
		return { response: {} };
	});
}

export const groupDataCommands: readonly Endpoint[] = [
	getAttributes,
	// Modifying Attributes (1047/44188): the others stay.
	attributeCommand(
		'modify_group_attr',
		pairs,
		'modify',
		(call, group) => new Map([...group.attributes, ...given(call)]),
	),
	// Setting Attributes (1047/44190): the others are gone.
	attributeCommand('set_group_attr', pairs, 'set', (call) => new Map(given(call))),
	// Clearing Attributes (1047/44189).
	attributeCommand('clear_group_attr', {}, 'clear', () => new Map()),
	// Deleting Attributes (1047/59499).
	attributeCommand(
		'delete_group_attr',
		{ GroupAttr: objects({ key: filled }) },
		'delete',
		(call, group) => {
			const left = new Map(group.attributes);
			const keys = objectsOf(call.body.GroupAttr).map(({ key }) => String(key));
			const missing = keys.filter((key) => !left.delete(key));
			return missing.length > 0 ? refuse(10050, 'there is no such key') : left;
		},
	),
	// Querying Counters (1047/53427).
	groupCommand('get_group_counter', { 'GroupCounterKeys?': texts(maxCounters) }, (call, group) => {
		const { GroupCounterKeys } = call.body;
		const wanted = [...group.counters].filter(
			([key]) => GroupCounterKeys === undefined || textsOf(GroupCounterKeys).includes(key),
		);
		return {
			response: { GroupCounter: wanted.map(([Key, Value]): JsonObject => ({ Key, Value })) },
		};
	}),
	// Updating Counters (1047/53428): one that is not there begins with 0.
	groupCommand(
		'update_group_counter',
		{
			GroupCounter: objects({ Key: short(128), Value: integer }, maxCounters, 10063),
			'Mode?': oneOf('Set', 'Increase', 'Decrease'),
		},
		(call, group) => {
			const sign = { Set: 0, Increase: 1, Decrease: -1 }[
				(call.body.Mode ?? 'Set') as 'Set' | 'Increase' | 'Decrease'
			];
			const counters = objectsOf(call.body.GroupCounter).map(({ Key, Value }): JsonObject => {
				const old = group.counters.get(String(Key)) ?? 0;
				const now = sign === 0 ? Number(Value) : old + sign * Number(Value);
				group.counters.set(String(Key), now);
				return { Key, Value: now };
			});
			return { response: { GroupCounter: counters } };
		},
	),
	// Deleting Counters (1047/53429): all of them without keys.
	groupCommand(
		'delete_group_counter',
		{ 'GroupCounterKeys?': texts(maxCounters) },
		(call, group) => {
			const { GroupCounterKeys } = call.body;
			const keys =
				GroupCounterKeys === undefined ? [...group.counters.keys()] : textsOf(GroupCounterKeys);
			for (const key of keys) group.counters.delete(key);
			return { response: {} };
		},
	),
];
