import type { SingleCall } from '../../contract';
import type { Fields } from '../../parameters/fields';

/**
 * The policy of what creates something: under an ID of the user's own it exists once, and may be
 * created again; without one a repeat would make a second one.
 *
 * @param read the ID among the options
 */
export const onceUnderOwnId = (read: (options: Fields) => string | undefined) =>
	({
		retry: { policy: 'unsafe' },
		retryOf: (fields) =>
			read(fields.collection('options', 'Options')) === undefined
				? { policy: 'unsafe' }
				: { policy: 'idempotent' },
	}) satisfies Partial<SingleCall>;
