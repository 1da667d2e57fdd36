import type { INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../parameters/invalidParameter';
import type { Answer, Body, Meaning, SharingRule } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { sent } from '../shared/responses';
import type { Operation } from '../operation';
import { recordsIn } from '../shared/records';

/** Tag and attribute commands take 100 calls a second, for up to 100 users each. */
export const tagPace = { usual: 50, documentedLimit: 100 };
const mostUsers = 100;

/** Names, values and tags are at most so many bytes. */
const longestWord = 50;

/** Tags of one call and user, and of one condition. */
export const mostTags = 10;

/** Attributes have the numbers 0 to 9. */
export const mostAttributes = 10;

export const userId: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'UserID of the user; items share calls, up to 100 users each',
};

export const readUser = (fields: Fields) => fields.id('userId', 'User ID');

const tags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. gold, berlin',
	description: 'At most ten tags of at most 50 bytes each. Give a list, or text with commas.',
};

/** Tags, each within its length. */
export function readTags(fields: Fields, name = 'tags', label = 'Tags'): string[] | undefined {
	return fields
		.optionalIds(name, label, { kind: 'word', most: mostTags })
		?.map((tag) => withinBytes(tag, label, longestWord));
}

function requiredTags(fields: Fields): string[] {
	const given = readTags(fields);
	if (given) return given;
	throw new BadInput(
		"'Tags' is empty",
		'Enter some. If an expression fills them in, check what it gives for this item.',
	);
}

/** Attributes by their names, each name and value within its length. */
export function readAttributes(
	fields: Fields,
	name: string,
	label: string,
): Record<string, string> | undefined {
	const entries = Object.entries(fields.optionalJsonObject(name, label) ?? {});
	if (entries.length === 0) return undefined;
	if (entries.length > mostAttributes) {
		throw new BadInput(
			`'${label}' holds ${entries.length}, more than the ${mostAttributes} that an app has`,
			'Leave some out.',
		);
	}
	return Object.fromEntries(
		entries.map(([key, value]) => {
			if (value === null || typeof value === 'object' || value === '') {
				throw new BadInput(
					`'${label}' has no text for ${key}`,
					'Give each attribute a text or a number.',
				);
			}
			return [withinBytes(key, label, longestWord), withinBytes(String(value), label, longestWord)];
		}),
	);
}

export function requiredAttributes(
	fields: Fields,
	name: string,
	label: string,
): Record<string, string> {
	const given = readAttributes(fields, name, label);
	if (given) return given;
	throw new BadInput(`'${label}' is empty`, 'Enter a JSON object such as {"level": "gold"}.');
}

/**
 * Calls of one command go one after another: each is about many users, and a user may be in
 * several of them.
 */
export const inTurn = () => '';

const done = (output: Body): Meaning => ({ done: true, output });

/** Sharing for commands that change a list of users, one entry each. */
export function sharingEntries(
	field: 'UserTags' | 'UserAttrs',
	key: SharingRule['key'] = () => '',
): SharingRule {
	return {
		most: mostUsers,
		key,
		about: (body) => recordsIn(body, field).map(({ To_Account }) => String(To_Account)),
		join: (bodies) => ({ [field]: bodies.flatMap((body) => recordsIn(body, field)) }),
		meanings: (_answer, bodies) => bodies.map((body) => done(recordsIn(body, field)[0] ?? {})),
	};
}

const usersOf = ({ To_Account }: Body) => (To_Account ?? []) as string[];

/** Sharing for commands that take a list of UserIDs. */
export function sharingUsers(output: (answer: Answer, user: string) => Body): SharingRule {
	return {
		most: mostUsers,
		key: () => '',
		join: (bodies) => ({ To_Account: [...new Set(bodies.flatMap(usersOf))] }),
		meanings: (answer, bodies) =>
			bodies.map((body) => done(output(answer, usersOf(body)[0] ?? ''))),
	};
}

/** What an answer says of one user; a user without tags or attributes may be left out of it. */
export function entryOf(answer: Answer, field: string, user: string, empty: Body): Body {
	const entry = recordsIn(answer, field).find(({ To_Account }) => To_Account === user);
	return { To_Account: user, ...empty, ...entry };
}

/** What adding and removing tags have in common: tags of a user, whose items share calls. */
export const tagChange = {
	properties: [userId, tags],
	options: [],
	request: (fields) => ({
		UserTags: [{ To_Account: readUser(fields), Tags: requiredTags(fields) }],
	}),
	conversation: inTurn,
	repeat: { rule: 'idempotent' },
	pace: tagPace,
	shared: sharingEntries('UserTags'),
	meaning: (answer) => sent(answer, {}),
} satisfies Partial<Operation>;
