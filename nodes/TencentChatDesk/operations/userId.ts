import { BadInput } from '../badInput';
import type { Fields } from '../fields';

/** Documentation: Chat > "Importing a Single Account", UserID. */
const longestUserId = 32;

/**
 * The UserID of an account that is to be made.
 *
 * @throws BadInput naming the control when it is longer than the API takes.
 */
export function newUserId(fields: Fields, name: string, label: string): string {
	const id = fields.id(name, label);
	const size = Buffer.byteLength(id);
	if (size <= longestUserId) return id;
	throw new BadInput(
		`'${label}' is too long: ${size} bytes of the ${longestUserId} that Tencent takes`,
		'Use a shorter ID. Letters beyond plain English count two to four bytes each.',
	);
}
