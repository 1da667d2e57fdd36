import { InvalidParameter } from './invalidParameter';
import { isObject, parseReceived } from './json';

/**
 * What an ID names, which decides what may stand in it:
 * - `account`: a UserID, an agent, a session, a message. The text of error 7003 allows printable
 *   ASCII to a UserID, but a comma or a semicolon in one is a list that was put into the wrong
 *   field. A space can be a part of it.
 * - `place`: a group, a topic or a live room, whose ID may be any printable ASCII (Chat > "Creating
 *   a Group"), commas included.
 * - `word`: a name of the user's own, such as a tag or the key of a field: any text.
 */
export type IdKind = 'account' | 'place' | 'word';

/** What people put between the entries of a list. */
const separators = /[,;\n\r\t，；、]/;

/** Those that no printable ASCII ID can hold. */
const otherSeparators = /[\n\r\t，；、]/;

/**
 * Control characters, zero-width and other formatting ones, every space but the usual one, and the
 * sign for half a character.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]|(?! )\p{Zs}/u;

const shown = (id: string) => (id.length > 50 ? `${id.slice(0, 50)}...` : id);

/** What a text is as JSON, where that is a list or an object: brackets alone may be part of an ID. */
function jsonIn(text: string): unknown {
	return /^(?:\[.*\]|\{.*\})$/s.test(text) ? parseReceived(text) : undefined;
}

const oneAtATime =
	'Give one ID for each item; the node Split Out makes an item of each entry of a list.';

const isList = (id: string, label: string, many: string | undefined) =>
	new InvalidParameter(
		`'${label}' takes one ID, and '${shown(id)}' looks like a list`,
		many === undefined ? oneAtATime : `${oneAtATime} ${many}`,
	);

/**
 * Refuses an ID that cannot be meant: Tencent would take it for a stranger's, and may even make
 * that account. What only the server can know, it says itself: no length and no alphabet is checked.
 *
 * @param id without white space around it
 * @param many what to use for several IDs, as a sentence
 * @throws InvalidParameter naming the control
 */
export function checkId(id: string, label: string, kind: IdKind, many?: string): string {
	if (kind === 'word') return id;
	const json = jsonIn(id);
	if (isObject(json) || id.includes('[object Object]')) {
		throw new InvalidParameter(
			`'${label}' holds an object in place of its ID: '${shown(id)}'`,
			'Pick one field of the object in the expression, such as {{ $json.user.id }}.',
		);
	}
	const separator = kind === 'account' ? separators : otherSeparators;
	if (json !== undefined || separator.test(id)) throw isList(id, label, many);
	const code = unseen.exec(id)?.[0].codePointAt(0);
	if (code === undefined) return id;
	const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
	throw new InvalidParameter(
		`'${label}' holds a character that no ID has (${name}) in '${shown(id)}'`,
		'It is not seen, and came along when the ID was copied or cut. Type the ID anew, or take the character out with an expression.',
	);
}

/** What people may mean as two IDs, or as the quotes of a list. */
const doubtful = /\s|^["'].*["']$/;

/**
 * The entries of a list that was written as a text, with commas, semicolons, line breaks, tabs or
 * the Chinese signs between them.
 *
 * @throws InvalidParameter for an entry with a space in it: an ID may hold one, but a forgotten comma looks
 * the same
 */
export function listedIn(text: string, label: string, kind: IdKind): string[] {
	const entries = text.split(separators).map((entry) => entry.trim());
	const wrong = kind === 'word' ? undefined : entries.find((entry) => doubtful.test(entry));
	if (wrong === undefined) return entries;
	throw new InvalidParameter(
		`'${label}' holds '${shown(wrong)}', which has a space or quotes in it`,
		'Write a comma, a semicolon or a line break between two IDs, and no quotes. An ID that has a space itself can be given in a JSON list, such as ["mia 1", "liam 2"].',
	);
}
