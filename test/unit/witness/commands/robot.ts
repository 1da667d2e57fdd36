import type { Witnessed } from '../sightings';

export const robot: Witnessed = {
	'openim_robot_http_svc/create_robot': {
		java: 'FaceUrl Nick SelfSignature UserID',
		required: 'UserID',
	},
	'openim_robot_http_svc/delete_robot': {
		java: 'Robot_Account',
		required: 'Robot_Account',
	},
	'openim_robot_http_svc/get_all_robots': {},
	'openim_robot_http_svc/send_stream_msg': {
		source: 'T-71131',
		page: 'From_Account To_Account Chunk MsgKey Finish',
		required: 'From_Account To_Account Chunk',
	},
};
