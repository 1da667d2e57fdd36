import { isObject, isStringArray, isZeroOrOne, type Json, type JsonObject } from '../../../json';
import { ofUserId, type AccountType } from '../../../state/push';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { responseWith, newerFamily, olderFamily, sorted, type Family } from './family';
import { isWord, readEntries, readUsers, tagRules } from './pushChecks';

const isNumber = (number: string) => /^[0-9]$/.test(number);

function readTypes(value: Json | undefined): Map<string, AccountType> | Refusal {
	if (value !== undefined && !isObject(value)) {
		return refuse(90001, 'AttrTypes has to be an Object');
	}
	const types = new Map<string, AccountType>();
	for (const [number, type] of Object.entries(value ?? {})) {
		if (!isNumber(number) || !isZeroOrOne(type)) {
			return refuse(90001, 'AttrTypes takes 0 or 1 for "0" to "9"');
		}
		types.set(number, type);
	}
	return types;
}

/** The type of the attribute with this name; undefined for a name that the app does not have. */
function typeOfAttribute({ state }: Call, name: string): AccountType | undefined {
	const { attributeNames, attributeTypes } = state.push;
	const number = [...attributeNames].find(([, known]) => known === name)?.[0];
	return number === undefined ? undefined : (attributeTypes.get(number) ?? ofUserId);
}

const isKnown = (call: Call, name: string) => typeOfAttribute(call, name) !== undefined;

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

/** The commands on attributes of one family. */
function attributeCommands(family: Family): Endpoint[] {
	/** Setting Attribute Names of an App (trtc.io/document/60563, 67816). */
	const setNames: Endpoint = {
		...tagRules,
		path: family.path('im_set_attr_name', 'set_attr_name'),
		fields: family.listsErrors ? ['AttrNames', 'AttrTypes'] : ['AttrNames'],
		handle({ body, state }: Call): Outcome {
			const { AttrNames, AttrTypes } = body;
			if (!isObject(AttrNames)) return refuse(90001, 'AttrNames has to be an Object');
			const names = new Map<string, string>();
			for (const [number, name] of Object.entries(AttrNames)) {
				if (!isNumber(number) || !isWord(name)) {
					return refuse(90001, 'AttrNames takes names up to 50 bytes for "0" to "9"');
				}
				names.set(number, name);
			}
			const types = family.listsErrors ? readTypes(AttrTypes) : new Map<string, AccountType>();
			if ('code' in types) return types;
			const { attributeNames, attributeTypes } = state.push;
			// "It cannot be changed later."
			const changes = [...types].some(
				([number, type]) =>
					attributeNames.has(number) && (attributeTypes.get(number) ?? ofUserId) !== type,
			);
			if (changes) return refuse(90001, 'the type of an attribute cannot be changed');
			for (const [number, name] of names) attributeNames.set(number, name);
			for (const [number, type] of types) attributeTypes.set(number, type);
			return { response: {} };
		},
	};

	/** Getting Attribute Names of an App (60562, 67815). */
	const getNames: Endpoint = {
		...tagRules,
		path: family.path('im_get_attr_name', 'get_attr_name'),
		fields: [],
		handle({ state }: Call): Outcome {
			const { attributeNames, attributeTypes } = state.push;
			const AttrNames = Object.fromEntries(attributeNames);
			if (!family.listsErrors) return { response: { AttrNames } };
			const types = [...attributeNames.keys()].map(
				(number) => [number, attributeTypes.get(number) ?? ofUserId] as const,
			);
			return { response: { AttrNames, AttrTypes: Object.fromEntries(types) } };
		},
	};

	/** Setting User Attributes (60565, 67818). */
	const setAttributes: Endpoint = {
		...tagRules,
		path: family.path('im_set_attr', 'set_attr'),
		fields: ['UserAttrs'],
		handle(call: Call): Outcome {
			const entries = readEntries(call.body.UserAttrs, 'Attrs', readValues(call));
			if ('code' in entries) return entries;
			const { done, failed } = sorted(
				call,
				family,
				entries,
				([user]) => user,
				([, { values }], type) =>
					[...values.keys()].every((name) => typeOfAttribute(call, name) === type),
			);
			for (const [user, { values }] of done) {
				const own = call.state.push.attributesOf(user);
				for (const [name, value] of values) own.set(name, value);
			}
			return responseWith({}, failed);
		},
	};

	/** Getting User Attributes (60564, 67817). */
	const getAttributes: Endpoint = {
		...tagRules,
		path: family.path('im_get_attr', 'get_attr'),
		fields: ['To_Account'],
		handle(call: Call): Outcome {
			const users = readUsers(call.body.To_Account);
			if ('code' in users) return users;
			const { done, failed } = sorted(call, family, users, (user) => user);
			const UserAttrs = done.map((user): JsonObject => ({
				To_Account: user,
				Attrs: Object.fromEntries(call.state.push.attributesOf(user)),
			}));
			return responseWith({ UserAttrs }, failed);
		},
	};

	/** Deleting User Attributes (60566, 67819). */
	const removeAttributes: Endpoint = {
		...tagRules,
		path: family.path('im_remove_attr', 'remove_attr'),
		fields: ['UserAttrs'],
		handle(call: Call): Outcome {
			const entries = readEntries(call.body.UserAttrs, 'Attrs', (value) => {
				if (!isStringArray(value)) return refuse(90001, 'Attrs has to be an Array of String');
				const known = value.every((name) => isKnown(call, name));
				return known ? { names: value } : refuse(90033, 'an attribute is not known');
			});
			if ('code' in entries) return entries;
			const { done, failed } = sorted(
				call,
				family,
				entries,
				([user]) => user,
				([, { names }], type) => names.every((name) => typeOfAttribute(call, name) === type),
			);
			for (const [user, { names }] of done) {
				for (const name of names) call.state.push.attributesOf(user).delete(name);
			}
			return responseWith({}, failed);
		},
	};

	return [setNames, getNames, setAttributes, getAttributes, removeAttributes];
}

export const attributeEndpoints: readonly Endpoint[] = [olderFamily, newerFamily].flatMap(
	attributeCommands,
);
