import type { IDataObject } from 'n8n-workflow';
import type { Body, Outcome } from '../../contract';
import { avatarControls, fromWeb, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { partFailed } from '../shared/partialFailure';
import { objectsIn } from '../../parameters/json';
import { newUserId } from '../shared/userId';
import { userIdProperty } from './userIdProperty';

const maxAccounts = 100;

/** The account of an item, in either form of a call. */
function accountOf(body: Body): IDataObject {
	return objectsIn(body.AccountList)[0] ?? body;
}

function outcomeFor(response: Body, body: Body): Outcome {
	const { UserID, Nick, FaceUrl } = accountOf(body);
	const { FailAccounts: _others, ...rest } = response;
	const account = withoutAbsent({ UserID, Nick, FaceUrl });
	if (partsAbout(response, [UserID]).length === 0) return sent(rest, account);
	return partFailed(
		`The account '${UserID as string}' was not imported`,
		"Tencent gives no reason when accounts are imported together. Turn the option 'One Call per User' on to learn it.",
		account,
	);
}

export const importUser: BatchOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a user',
	description:
		'Make accounts known to your Chat app, so that they can chat. 100 items share a call; an account that exists gets the new nickname and picture.',
	documentation: 'https://trtc.io/document/34954',
	// One account goes by either API. The one for many is the usual way, since its calls are
	// shared; only the one for a single account says why an import failed.
	shape: 'batch',
	path: (fields) =>
		fields
			.collection('options', 'Options')
			.optionalBoolean('oneCallPerAccount', 'One Call per User')
			? 'im_open_login_svc/account_import'
			: 'im_open_login_svc/multiaccount_import',
	properties: [
		{
			...userIdProperty,
			description: 'The User ID that the account is to have in your Chat app: up to 32 bytes',
		},
		{
			displayName: 'Nickname',
			name: 'nick',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mia',
			description: 'The name that others see',
		},
		...avatarControls,
		...fromWeb({
			displayName: 'Avatar URL',
			name: 'faceUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/mia.png',
			description: "Address of the user's picture",
		}),
	],
	options: [
		{
			displayName: 'One Call per User',
			name: 'oneCallPerAccount',
			type: 'boolean',
			default: false,
			description:
				'Whether to import each account by a call of its own, which says why an import failed, instead of up to 100 together',
		},
	],
	request(fields) {
		const account = withoutAbsent({
			UserID: newUserId(fields, 'userId', 'User ID'),
			Nick: fields.optionalText('nick', 'Nickname'),
			FaceUrl: readAvatar(fields) ?? fields.optionalText('faceUrl', 'Avatar URL'),
		});
		const options = fields.collection('options', 'Options');
		return options.optionalBoolean('oneCallPerAccount', 'One Call per User')
			? account
			: { AccountList: [account] };
	},
	// Accounts that share calls have no key of their own: later values must not be overtaken.
	orderingKey: ({ UserID }) => JSON.stringify(UserID === undefined ? [] : [UserID]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 100 },
	batch: {
		maxSize: maxAccounts,
		key: ({ UserID }) => JSON.stringify(UserID === undefined ? [] : [UserID]),
		about: (body) => [String(accountOf(body).UserID)],
		merge: (bodies) =>
			bodies[0]!.AccountList === undefined
				? bodies[0]!
				: { AccountList: bodies.flatMap(({ AccountList }) => objectsIn(AccountList)) },
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
