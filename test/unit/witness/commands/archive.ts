import type { Witnessed } from '../sightings';

export const archive: Witnessed = {
	'open_msg_svc/get_history': {
		both: 'ChatType MsgTime',
		required: 'ChatType MsgTime',
	},
};
