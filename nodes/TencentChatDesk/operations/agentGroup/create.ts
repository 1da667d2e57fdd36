import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import type { SingleOperation } from '../operation';
import {
	groupName,
	memberMails,
	readLimit,
	readMails,
	readNewName,
	receptionLimit,
} from './fields';

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an agent group',
	description: 'Add a group of agents to Desk',
	documentation: deskPage(124499),
	shape: 'single',
	path: 'desk_http_svc/create_member_group',
	properties: [{ ...groupName, required: true }, memberMails],
	options: [receptionLimit],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			MemberGroupName: readNewName(fields),
			ReceptionLimit: readLimit(options),
			MemberList: readMails(fields),
		});
	},
	orderingKey: ({ MemberGroupName }) => JSON.stringify([MemberGroupName]),
	// A second call makes a second group.
	retry: { policy: 'unsafe' },
	rateLimit: deskRateLimit,
	interpret: (response, { MemberGroupName }) => sent(response, { MemberGroupName }),
};
