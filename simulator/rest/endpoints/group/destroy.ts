import { tellGroupDestroyed } from '../../../callbacks/group';
import type { Call, Endpoint, Outcome } from '../../endpoint';
import { findGroup, groupRules } from './groupChecks';

/** Chat > Disbanding a Group (v4/group_open_http_svc/destroy_group). */
export const destroyGroup: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/destroy_group',
	fields: ['GroupId'],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		call.state.world.groups.delete(group.groupId);
		tellGroupDestroyed(call, group);
		return { response: {} };
	},
};
