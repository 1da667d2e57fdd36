import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Outcome } from '../../contract';
import { failedParts, type FailedPart } from '../shared/failedParts';
import { changed, recordsOf } from '../shared/liveResponses';
import { partFailed } from '../shared/partialFailure';

/** The control for a battle. */
export const battleId: INodeProperties = {
	displayName: 'Battle ID',
	name: 'battleId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 7b0b6f1a',
	description: "The battle, as 'Create' names it",
};

/** What a ResultCode says of a room: Live > battles (T-68254, T-68255). */
export type ResultCodes = Readonly<Record<number, string>>;

const told =
	(codes: ResultCodes) =>
	({ names, code }: FailedPart) =>
		`'${names[0] ?? ''}' ${(code !== undefined && codes[code]) || `got the code ${code}`}`;

/** What a response with a result for each room means. */
export function roomOutcome(
	response: ApiResponse,
	identity: IDataObject,
	{ what, codes, advice }: { what: string; codes: ResultCodes; advice: string },
): Outcome {
	const failed = failedParts(response);
	const all = changed(response, identity);
	if (failed.length === 0 || !all.done) return all;
	const rooms = recordsOf(response, 'Result').length;
	const isPart = failed.length < rooms;
	const share = isPart ? `failed for ${failed.length} of ${rooms} rooms` : 'took effect in no room';
	return partFailed(
		`${what} ${share}: ${failed.map(told(codes)).join(', ')}`,
		isPart ? `What is not named was done. ${advice}` : advice,
		all.output,
	);
}
