import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { onceUnderOwnId } from '../shared/ownId';
import { importsAccounts } from '../shared/importAccounts';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	accountRateLimit,
	nameProperty,
	profileControls,
	readName,
	readProfile,
} from './accountFields';

const prefix = '@TOA#_';

function readOwnId(options: Fields): string | undefined {
	const id = options.optionalId('ownAccountId', 'Account ID');
	if (id === undefined || id.startsWith(prefix)) return id;
	throw new InvalidParameter(
		"'Account ID' is not one of an official account",
		`Begin it with ${prefix}, or leave it out so that Tencent makes one.`,
	);
}

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an official account',
	description: 'Open a channel that users can subscribe to',
	documentation: 'https://trtc.io/document/60755',
	shape: 'single',
	path: 'official_account_open_http_svc/create_official_account',
	properties: [
		nameProperty,
		{
			displayName: 'Owner',
			name: 'owner',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of the owner, an account that exists',
		},
		...avatarControls,
	],
	options: [
		{
			displayName: 'Account ID',
			name: 'ownAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. @TOA#_news',
			description:
				'Your own ID, which begins with @TOA#_. With one, a second creation is refused instead of making a second account. Tencent makes one when left out.',
		},
		...profileControls,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			Owner_Account: fields.id('owner', 'Owner'),
			Name: readName(fields) ?? fields.text('name', 'Name'),
			OfficialAccountUserID: readOwnId(options),
			...readProfile(options, readAvatar(fields)),
		});
	},
	// Accounts without an ID of their own have nothing in common, and need no order.
	orderingKey: ({ OfficialAccountUserID, Name }) =>
		JSON.stringify(OfficialAccountUserID === undefined ? ['', Name] : [OfficialAccountUserID]),
	...onceUnderOwnId(readOwnId),
	rateLimit: accountRateLimit,
	// The ID is used.
	alreadyDoneCodes: [130008],
	recovery: importsAccounts(({ Owner_Account }) => [Owner_Account]),
	interpret: (response, { OfficialAccountUserID, Name, Owner_Account }) =>
		sent(response, { OfficialAccountUserID, Name, Owner_Account }),
};
