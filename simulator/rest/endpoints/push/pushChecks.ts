import { isObject, isStringArray, type Json } from '../../../json';
import { refuse, type Endpoint, type Refusal } from '../../endpoint';

/** The codes that the pages of Chat > Push to All Users share. */
export const pushCodes: Endpoint['codes'] = {
	notAdmin: 90009,
	notJson: 90001,
	notAnObject: 90001,
};

/** "All tag and attribute commands: 100 calls a second, at most 100 users a call." */
export const tagRules: Pick<Endpoint, 'callsPerSecond' | 'codes'> = {
	callsPerSecond: 100,
	codes: pushCodes,
};

const maxUsers = 100;
const maxWordBytes = 50;
export const maxTags = 10;

export const isWord = (value: unknown): value is string =>
	typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= maxWordBytes;

/** To_Account as a list of 1 to 100 users (90018 for more). */
export function readUsers(value: Json | undefined): string[] | Refusal {
	if (!isStringArray(value) || value.length === 0) {
		return refuse(90001, 'To_Account has to be an Array of String');
	}
	return value.length > maxUsers ? refuse(90018, 'more than 100 users') : value;
}

/** A list of one entry for each user, such as UserTags, whose `field` is read by `read`. */
export function readEntries<T>(
	value: Json | undefined,
	field: string,
	read: (part: Json | undefined) => T | Refusal,
): Array<[user: string, part: T]> | Refusal {
	if (!Array.isArray(value) || value.length === 0) return refuse(90001, 'the list is missing');
	if (value.length > maxUsers) return refuse(90018, 'more than 100 users');
	const entries: Array<[string, T]> = [];
	for (const entry of value) {
		if (!isObject(entry) || typeof entry.To_Account !== 'string') {
			return refuse(90001, 'To_Account has to be a String');
		}
		const part = read(entry[field]);
		if (isRefusal(part)) return part;
		entries.push([entry.To_Account, part]);
	}
	return entries;
}

function isRefusal(part: unknown): part is Refusal {
	return typeof part === 'object' && part !== null && 'code' in part && 'info' in part;
}

/** Tags of one user in one call. */
export function readTags(value: Json | undefined, max = maxTags): { tags: string[] } | Refusal {
	if (!isStringArray(value) || value.length === 0) return refuse(90001, 'Tags are missing');
	if (value.length > max) return refuse(90032, `more than ${max} tags`);
	return value.every(isWord) ? { tags: value } : refuse(90034, 'a tag is longer than 50 bytes');
}
