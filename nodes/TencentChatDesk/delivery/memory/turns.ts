import type { Account } from '../../../../credentials/account';
import type { Call } from '../call';
import { Turns } from '../scheduling/turns';

/** The turns of all executions of this process. */
export const turns = new Turns();

/**
 * The key that a call has in common with those of other executions. Undefined where it waits for
 * none of them: for a list, which changes nothing and may take minutes, and where nothing is known of
 * what a call is about.
 */
export function turnKeyOf(
	{ origin, sdkAppId }: Account,
	{ shape, path, orderingKey }: Pick<Call, 'shape' | 'path' | 'orderingKey'>,
): string | undefined {
	if (shape === 'list' || orderingKey === '') return undefined;
	const service = path.slice(0, path.indexOf('/'));
	return `${origin} ${sdkAppId} ${service} ${orderingKey}`;
}
