import type { CallItem, CallOf } from './call';
import type { Failure } from './errors/failure';

/**
 * Nine halvings lead from 500 items, the largest call, to one. After so many refusals in a row the
 * rest is not tried apart any more.
 */
const maxRefusals = 12;

/**
 * Puts the items of a refused batch back in two halves: the refusal may be about one of them only.
 * When call after call is refused, it is about none of them in particular.
 *
 * @returns false where the items fail together
 */
export function bisect(call: CallOf<'batch'>, { kind }: Failure): boolean {
	const { items, attempts, bisection } = call;
	if (items.length < 2 || attempts.doubt) return false;
	if (kind !== 'permanent' && kind !== 'unexplained') return false;
	bisection.refusals += 1;
	if (bisection.refusals > maxRefusals) return false;
	const middle = Math.ceil(items.length / 2);
	bisection.groups.unshift(items.slice(0, middle), items.slice(middle));
	return true;
}

/** The items of a batch, those that wait for their own call included. */
export function takeAllItems(call: CallOf<'batch'>): CallItem[] {
	return [...call.items, ...call.bisection.groups.splice(0).flat()];
}
