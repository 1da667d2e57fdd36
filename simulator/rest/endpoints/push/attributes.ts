import { isObject, isStringArray, type Json, type JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { isWord, readEntries, readUsers, tagRules } from './pushChecks';

/** Chat > Setting Attribute Names of an App (v4/all_member_push/im_set_attr_name). */
export const setAttributeNames: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_set_attr_name',
	fields: ['AttrNames'],
	handle({ body, state }: Call): Outcome {
		const { AttrNames } = body;
		if (!isObject(AttrNames)) return refuse(90001, 'AttrNames has to be an Object');
		const names = new Map<string, string>();
		for (const [number, name] of Object.entries(AttrNames)) {
			if (!/^[0-9]$/.test(number) || !isWord(name)) {
				return refuse(90001, 'AttrNames takes names up to 50 bytes for "0" to "9"');
			}
			names.set(number, name);
		}
		for (const [number, name] of names) state.push.attributeNames.set(number, name);
		return { answer: {} };
	},
};

/** Chat > Getting Attribute Names of an App (v4/all_member_push/im_get_attr_name). */
export const getAttributeNames: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_get_attr_name',
	fields: [],
	handle: ({ state }: Call): Outcome => ({
		answer: { AttrNames: Object.fromEntries(state.push.attributeNames) },
	}),
};

function readValues(call: Call) {
	return (value: Json | undefined): { values: Map<string, string> } | Refusal => {
		if (!isObject(value)) return refuse(90001, 'Attrs has to be an Object');
		const values = new Map<string, string>();
		for (const [name, attribute] of Object.entries(value)) {
			if (!isKnown(call, name)) return refuse(90033, 'an attribute is not known');
			if (!isWord(attribute)) return refuse(90030, 'an attribute is empty or over 50 bytes');
			values.set(name, attribute);
		}
		return { values };
	};
}

function isKnown({ state }: Call, name: string): boolean {
	return [...state.push.attributeNames.values()].includes(name);
}

/** Chat > Setting User Attributes (v4/all_member_push/im_set_attr). */
export const setAttributes: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_set_attr',
	fields: ['UserAttrs'],
	handle(call: Call): Outcome {
		const entries = readEntries(call.body.UserAttrs, 'Attrs', readValues(call));
		if ('code' in entries) return entries;
		for (const [user, { values }] of entries) {
			const own = call.state.push.attributesOf(user);
			for (const [name, value] of values) own.set(name, value);
		}
		return { answer: {} };
	},
};

/** Chat > Getting User Attributes (v4/all_member_push/im_get_attr). */
export const getAttributes: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_get_attr',
	fields: ['To_Account'],
	handle({ body, state }: Call): Outcome {
		const users = readUsers(body.To_Account);
		if ('code' in users) return users;
		return {
			answer: {
				UserAttrs: users.map((user): JsonObject => ({
					To_Account: user,
					Attrs: Object.fromEntries(state.push.attributesOf(user)),
				})),
			},
		};
	},
};

/** Chat > Deleting User Attributes (v4/all_member_push/im_remove_attr). */
export const removeAttributes: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_remove_attr',
	fields: ['UserAttrs'],
	handle(call: Call): Outcome {
		const entries = readEntries(call.body.UserAttrs, 'Attrs', (value) => {
			if (!isStringArray(value)) return refuse(90001, 'Attrs has to be an Array of String');
			const known = value.every((name) => isKnown(call, name));
			return known ? { names: value } : refuse(90033, 'an attribute is not known');
		});
		if ('code' in entries) return entries;
		for (const [user, { names }] of entries) {
			for (const name of names) call.state.push.attributesOf(user).delete(name);
		}
		return { answer: {} };
	},
};
