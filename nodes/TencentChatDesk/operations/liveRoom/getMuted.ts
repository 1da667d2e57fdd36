import { listOfRoom } from '../shared/live';
import { recordsOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getMuted: ListOperation = {
	value: 'getMuted',
	name: 'Get Muted',
	action: 'Get muted members of a live room',
	description: 'List who cannot write in a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/69894',
	path: 'live_engine_http_srv/get_muted_member_list',
	// The page knows no paging: one response holds them all.
	...listOfRoom((response) => recordsOf(response, 'MutedAccountList')),
};
