import type { ApiResponse, Body } from '../../../contract';

/**
 * The number of the next page, counted from 0; undefined after the last one. `Total` counts the
 * whole list; where a response lacks it, a page that is not full is the last.
 */
export function nextPage(
	response: ApiResponse,
	body: Body,
	pageField: string,
	count: number,
): number | undefined {
	const page = Number(body[pageField]);
	const size = Number(body.PageSize);
	const { Total: total } = response;
	const more = typeof total === 'number' ? (page + 1) * size < total : count >= size;
	return more ? page + 1 : undefined;
}

/** A name as lists show it: with the ID behind it, where the name is not the ID. */
export function named(name: unknown, id: string | number): string {
	return typeof name === 'string' && name !== '' && name !== String(id)
		? `${name} (${id})`
		: `${id}`;
}
