import type { ApiResponse, Body } from '../../contract';
import { nextByOffset, pagedListOfRoom } from '../shared/live';
import { recordsOf, responseOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

/**
 * The page knows no paging, and Tencent's own live manager asks in both of Live's ways. The next
 * page follows from what comes back; where neither comes, one response holds them all.
 */
function nextPage(response: ApiResponse, body: Body): Body | undefined {
	const { Next } = responseOf(response);
	const isNext = typeof Next === 'string' && Next !== '';
	return nextByOffset(response, body) ?? (isNext ? { ...body, Next } : undefined);
}

export const getMuted: ListOperation = {
	value: 'getMuted',
	name: 'Get Muted',
	action: 'Get muted members of a live room',
	description: 'List who cannot write in a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/69894',
	path: 'live_engine_http_srv/get_muted_member_list',
	...pagedListOfRoom((response) => recordsOf(response, 'MutedAccountList'), nextPage),
};
