import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit } from '../shared/desk';
import type { SingleOperation } from '../operation';
import { nickname, profileOptions, readNickname, readProfile } from './profile';

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a service account',
	description: 'Add a customer service account: 10 in trial and standard plans, 200 in premium',
	documentation: 'https://cloud.tencent.com/document/product/679/116630',
	shape: 'single',
	path: 'desk_http_svc/add_im_agent',
	properties: [
		{
			displayName: 'Service Account ID',
			name: 'serviceAccountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. @customer_service_account',
			description: 'The User ID of the new account, under which it talks to customers',
		},
		nickname,
		...avatarControls,
	],
	options: profileOptions,
	request: (fields) =>
		withoutAbsent({
			IMAgentUserID: fields.id('serviceAccountId', 'Service Account ID'),
			IMAgentNick: readNickname(fields),
			...readProfile(fields.collection('options', 'Options'), readAvatar(fields)),
		}),
	orderingKey: ({ IMAgentUserID }) => JSON.stringify([IMAgentUserID]),
	// The page does not say what a second call with the same ID does.
	retry: { policy: 'unsafe' },
	rateLimit: deskRateLimit,
	interpret: (response, { IMAgentUserID }) => sent(response, { IMAgentUserID }),
};
