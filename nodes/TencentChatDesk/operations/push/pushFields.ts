import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	furtherPushSettings,
	offlinePushProperty,
	readOfflinePush,
} from '../../messages/offlinePush';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { ApiResponse, Body, Outcome, BatchRule } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { recordsIn } from '../shared/records';
import { panelVersion, shownBefore, shownSince } from '../versions';
import { pushApi } from './pushApi';

/** Tag and attribute commands take 100 calls a second, for up to 100 users each. */
export const tagRateLimit = { default: 50, max: 100 };
const maxUsers = 100;

/** Names, values and tags are at most so many bytes. */
const maxWord = 50;

/** Tags of one call and user, and of one condition. */
export const maxTags = 10;
/** As many as a user can have. */
export const maxTagsOfUser = 100;

/** Attributes have the numbers 0 to 9. */
export const maxAttributes = 10;

export const userId: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description:
		'User ID of the user, or with the Push service a RegistrationID; items share calls, up to 100 users each',
};

/** Who sends a push of the Push service. */
export const senderProperty: INodeProperties = {
	displayName: 'From User ID',
	name: 'fromAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. administrator',
	description: 'User ID that sends it',
};

/** The controls of a push that is a notification and nothing else. */
export const notificationProperties: INodeProperties[] = [
	...[
		{
			displayName: 'Title',
			name: 'title',
			type: 'string' as const,
			default: '',
			placeholder: 'e.g. Spring sale',
			description: 'Title of the notification',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string' as const,
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Everything is 20% off until Sunday',
			description: 'Text of the notification',
		},
		furtherPushSettings,
	].map((property) => shownSince(panelVersion, property)),
	shownBefore(panelVersion, {
		...offlinePushProperty,
		required: true,
		description: 'The notification',
	}),
];

/** The notification of a push that is nothing else. */
export function readNotification(fields: Fields): IDataObject {
	const info = readOfflinePush(
		fields,
		withoutAbsent({
			Title: fields.optionalText('title', 'Title'),
			Desc: fields.optionalText('text', 'Text'),
		}),
	);
	if (info) return info;
	throw new InvalidParameter(
		'The notification is empty',
		"Fill in at least 'Title' or 'Text', or name a template in 'Offline Push'.",
	);
}

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
export function readTags(
	fields: Fields,
	name = 'tags',
	label = 'Tags',
	max = maxTags,
): string[] | undefined {
	return fields
		.optionalIds(name, label, { kind: 'word', max })
		?.map((tag) => withinBytes(tag, label, maxWord));
}

export function requiredTags(fields: Fields, max = maxTags): string[] {
	const given = readTags(fields, 'tags', 'Tags', max);
	if (given) return given;
	throw new InvalidParameter(
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
	if (entries.length > maxAttributes) {
		throw new InvalidParameter(
			`'${label}' holds ${entries.length}, more than the ${maxAttributes} that an app has`,
			'Leave some out.',
		);
	}
	return Object.fromEntries(
		entries.map(([key, value]) => {
			if (value === null || typeof value === 'object' || value === '') {
				throw new InvalidParameter(
					`'${label}' has no text for ${key}`,
					'Give each attribute a text or a number.',
				);
			}
			return [withinBytes(key, label, maxWord), withinBytes(String(value), label, maxWord)];
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
	throw new InvalidParameter(
		`'${label}' is empty`,
		'Enter a JSON object such as {"level": "gold"}.',
	);
}

/**
 * Calls of one command go one after another: each is about many users, and a user may be in
 * several of them.
 */
export const inTurn = () => '';

/**
 * What a response means for one user. Documentation: Push > "Adding User Tags" and the like, where an
 * `ErrorList` names the users for whom it failed.
 */
function outcomeFor(response: ApiResponse, user: string, output: Body): Outcome {
	const [failed] = partsAbout(response, [user]);
	if (!failed) return { done: true, output };
	const { code = 0, info = '' } = failed;
	return { done: false, code, info, data: { ErrorCode: code, ErrorInfo: info, To_Account: user } };
}

/** Sharing for commands that change a list of users, one entry each. */
export function sharingEntries(
	field: 'UserTags' | 'UserAttrs',
	key: BatchRule['key'] = () => '',
): BatchRule {
	return {
		maxSize: maxUsers,
		key,
		about: (body) => recordsIn(body, field).map(({ To_Account }) => String(To_Account)),
		merge: (bodies) => ({
			...bodies[0],
			[field]: bodies.flatMap((body) => recordsIn(body, field)),
		}),
		interpret: (response, bodies) =>
			bodies.map((body) => {
				const [entry = {}] = recordsIn(body, field);
				return outcomeFor(response, String(entry.To_Account), entry);
			}),
	};
}

const usersOf = ({ To_Account }: Body) => (To_Account ?? []) as string[];

/** Sharing for commands that take a list of UserIDs. */
export function sharingUsers(output: (response: ApiResponse, user: string) => Body): BatchRule {
	return {
		maxSize: maxUsers,
		key: () => '',
		merge: (bodies) => ({ To_Account: [...new Set(bodies.flatMap(usersOf))] }),
		interpret: (response, bodies) =>
			bodies.map((body) => {
				const [user = ''] = usersOf(body);
				return outcomeFor(response, user, output(response, user));
			}),
	};
}

/** A read of what one user has; several users share a call. */
export const userRead = {
	shape: 'batch',
	properties: [...pushApi, userId],
	options: [],
	request: (fields) => ({ To_Account: [readUser(fields)] }),
	orderingKey: ({ To_Account }) => JSON.stringify(To_Account),
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
} satisfies Partial<BatchOperation>;

/** What a response says of one user; a user without tags or attributes may be left out of it. */
export function entryOf(response: ApiResponse, field: string, user: string, empty: Body): Body {
	const entry = recordsIn(response, field).find(({ To_Account }) => To_Account === user);
	return { To_Account: user, ...empty, ...entry };
}

/** What adding and removing tags have in common: tags of a user, whose items share calls. */
export const tagChange = {
	properties: [...pushApi, userId, tags],
	options: [],
	shape: 'batch',
	request: (fields) => ({
		UserTags: [{ To_Account: readUser(fields), Tags: requiredTags(fields) }],
	}),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	batch: sharingEntries('UserTags'),
} satisfies Partial<BatchOperation>;
