import type { IDataObject } from 'n8n-workflow';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const getAttributes: SingleOperation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get the attributes of a group',
	description: 'Read the keys and values that are kept with a group',
	documentation: 'https://trtc.io/document/44187',
	shape: 'single',
	// In a service of its own, unlike the commands that write.
	path: 'group_open_attr_http_svc/get_group_attr',
	properties: [group],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields) }),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId }) => ({
		done: true,
		output: {
			GroupId,
			Attributes: Object.fromEntries(
				recordsIn(response, 'GroupAttrAry').map(({ key, value }) => [String(key), value]),
			) as IDataObject,
		},
	}),
};
