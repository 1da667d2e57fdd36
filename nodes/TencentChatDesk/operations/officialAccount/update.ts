import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	accountProperty,
	accountRateLimit,
	nameProperty,
	ofAccount,
	profileControls,
	readAccount,
	readName,
	readProfile,
} from './accountFields';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update an official account',
	description: 'Change the name, the picture or other fields of an official account',
	documentation: 'https://trtc.io/document/60757',
	shape: 'single',
	path: 'official_account_open_http_svc/modify_official_account_base_info',
	properties: [
		accountProperty,
		...avatarControls,
		updateFields(...profileControls, { ...nameProperty, required: false }),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			Official_Account: readAccount(fields),
			...changesIn(
				withoutAbsent({ Name: readName(changes), ...readProfile(changes, readAvatar(fields)) }),
				fields,
			),
		};
	},
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	interpret: (response, { Official_Account }) => sent(response, { Official_Account }),
};
