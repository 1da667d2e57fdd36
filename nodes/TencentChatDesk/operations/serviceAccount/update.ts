import { withoutAbsent } from '../../fields';
import { sent } from '../common';
import { deskPace, updateFields } from '../desk';
import { serviceAccount } from '../locators';
import type { Operation } from '../operation';
import { nickname, profileOptions, readNickname, readProfile } from './profile';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a service account',
	description: "Change a service account's name, texts or hours",
	documentation: 'https://cloud.tencent.com/document/product/679/116632',
	path: 'desk_http_svc/update_im_agent',
	properties: [
		{ ...serviceAccount, description: 'The customer service account to change' },
		updateFields(nickname, ...profileOptions),
	],
	options: [],
	request(fields) {
		const changes = fields.collection('updateFields', 'Update Fields');
		return withoutAbsent({
			IMAgentUserID: fields.id('serviceAccount', 'Service Account'),
			IMAgentNick: readNickname(changes),
			...readProfile(changes),
		});
	},
	conversation: ({ IMAgentUserID }) => JSON.stringify([IMAgentUserID]),
	repeat: { rule: 'idempotent' },
	pace: deskPace,
	meaning: (answer, { IMAgentUserID }) => sent(answer, { IMAgentUserID }),
};
