import { recordsIn } from '../shared/records';
import type { SingleOperation } from '../operation';
import {
	conversationRateLimit,
	folderProperty,
	ofOwner,
	ownerProperty,
	readFolder,
	readOwner,
} from './conversationFields';

export const deleteGroup: SingleOperation = {
	value: 'deleteGroup',
	name: 'Delete Group',
	action: 'Delete a group of conversations',
	description: 'Delete a folder of conversations; the conversations stay',
	documentation: 'https://trtc.io/document/53441',
	shape: 'single',
	path: 'recentcontact/del_contact_group',
	properties: [ownerProperty, folderProperty],
	options: [],
	request: (fields) => ({ From_Account: readOwner(fields), GroupName: [readFolder(fields)] }),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	// There is no such group.
	alreadyDoneCodes: [51009],
	rateLimit: conversationRateLimit,
	interpret(response, { From_Account, GroupName }) {
		const [group = {}] = recordsIn(response, 'GroupItem');
		const name = (GroupName as string[])[0];
		return { done: true, output: { From_Account, GroupName: name, ...group, deleted: true } };
	},
};
