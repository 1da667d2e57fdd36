import type { IDataObject } from 'n8n-workflow';
import { ofGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
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
	...ofGroup,
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
