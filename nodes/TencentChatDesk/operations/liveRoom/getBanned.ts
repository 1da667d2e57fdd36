import { pagedListOfRoom } from '../shared/live';
import { recordsOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getBanned: ListOperation = {
	value: 'getBanned',
	name: 'Get Banned',
	action: 'Get banned members of a live room',
	description: 'List who cannot enter a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/63424',
	path: 'live_engine_http_srv/get_banned_member_list',
	...pagedListOfRoom((response) => recordsOf(response, 'BannedAccountList')),
};
