import type { Fields } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';

/**
 * The ID of a new group: printable ASCII, at most 48 bytes; "@TGS#" is kept for Tencent's own and for
 * communities.
 *
 * @throws InvalidParameter
 */
export function checkGroupId(id: string, type: string): string {
	if (!/^[\x20-\x7e]{1,48}$/.test(id)) {
		throw new InvalidParameter(
			"'Group ID' is not one that Tencent takes",
			'Use at most 48 plain English letters, digits and signs.',
		);
	}
	const isCommunity = type === 'Community';
	if (isCommunity ? !id.startsWith('@TGS#_') : id.startsWith('@TGS#')) {
		throw new InvalidParameter(
			isCommunity
				? "'Group ID' of a community has to begin with @TGS#_"
				: "'Group ID' must not begin with @TGS#",
			'Change the ID, or leave it out so that Tencent makes one.',
		);
	}
	return id;
}

export const ownId = (options: Fields) =>
	options.optionalId('groupId', 'Group ID', { kind: 'place' });

/** The ID of one's own, where there is one. Throws InvalidParameter. */
export function readGroupId(options: Fields, type: string): string | undefined {
	const id = ownId(options);
	return id === undefined ? undefined : checkGroupId(id, type);
}
