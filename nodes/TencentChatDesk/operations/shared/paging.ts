import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body } from '../../contract';

/** The next page of a list that counts with `Offset` and says how long it is in `TotalCount`. */
export function nextOffset(
	response: ApiResponse,
	body: Body,
	records: IDataObject[],
): Body | undefined {
	const offset = Number(body.Offset ?? 0) + records.length;
	return offset < Number(response.TotalCount) ? { ...body, Offset: offset } : undefined;
}
