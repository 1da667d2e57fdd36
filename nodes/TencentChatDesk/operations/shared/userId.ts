import type { Fields } from '../../parameters/fields';
import { withinBytes } from './bytes';

/** Documentation: Chat > "Importing a Single Account", UserID. */
const maxUserId = 32;

/**
 * The UserID of an account that is to be made.
 *
 * @throws InvalidParameter naming the control when it is longer than the API takes.
 */
export function newUserId(fields: Fields, name: string, label: string): string {
	return withinBytes(fields.id(name, label), label, maxUserId);
}
