import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit } from '../shared/desk';
import { serviceAccount } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import { nickname, profileOptions, readNickname, readProfile } from './profile';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a service account',
	description: "Change a service account's name, texts or hours",
	documentation: 'https://cloud.tencent.com/document/product/679/116632',
	shape: 'single',
	path: 'desk_http_svc/update_im_agent',
	properties: [
		{ ...serviceAccount, description: 'The customer service account to change' },
		...avatarControls,
		updateFields(nickname, ...profileOptions),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			IMAgentUserID: fields.id('serviceAccount', 'Service Account'),
			...changesIn(
				withoutAbsent({
					IMAgentNick: readNickname(changes),
					...readProfile(changes, readAvatar(fields)),
				}),
				fields,
			),
		};
	},
	orderingKey: ({ IMAgentUserID }) => JSON.stringify([IMAgentUserID]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { IMAgentUserID }) => sent(response, { IMAgentUserID }),
};
