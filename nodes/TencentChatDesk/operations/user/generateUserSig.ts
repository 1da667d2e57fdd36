import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Signer } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { maxUnsigned } from '../shared/limits';
import type { LocalOperation } from '../operation';
import { newUserId } from '../shared/userId';
import { userIdProperty } from './userIdProperty';

const day = 86_400;
const shortest = 60;

function make(fields: Fields, { sdkAppId, identifier, sign }: Signer) {
	const UserID = newUserId(fields, 'userId', 'User ID');
	const lifetime = fields.integer('lifetime', 'Lifetime (Seconds)', {
		min: shortest,
		max: maxUnsigned,
	});
	const allowed = fields
		.collection('options', 'Options')
		.optionalBoolean('allowAdmin', 'Allow the Admin');
	if (UserID === identifier && !allowed) {
		throw new InvalidParameter(
			"'User ID' is the app admin of the credential",
			"Who has the admin's signature can do everything in your app. If that is what you want, turn the option 'Allow the Admin' on.",
		);
	}
	return {
		UserID,
		UserSig: sign(UserID, lifetime),
		SDKAppID: sdkAppId,
		ExpireTime: Math.floor(Date.now() / 1000) + lifetime,
	};
}

export const generateUserSig: LocalOperation = {
	value: 'generateUserSig',
	name: 'Generate UserSig',
	action: 'Generate a signature for a user',
	description:
		'Make the signature (UserSig) with which a client logs in as a user. The output is a secret: whoever has it is that user until it expires.',
	documentation: 'https://trtc.io/document/34385',
	properties: [
		{
			...userIdProperty,
			description:
				'The User ID that the client logs in with. Nobody checks here that the account exists.',
		},
		{
			displayName: 'Lifetime (Seconds)',
			name: 'lifetime',
			type: 'number',
			typeOptions: { minValue: shortest, maxValue: maxUnsigned, numberPrecision: 0 },
			default: day,
			required: true,
			description: 'How long the signature is valid; 86400 is a day',
		},
	],
	options: [
		{
			displayName: 'Allow the Admin',
			name: 'allowAdmin',
			type: 'boolean',
			default: false,
			description:
				"Whether to make a signature even for the app admin of the credential, who can do everything in your app. Never give it to a user's device.",
		},
	],
	secretOutput: ['UserSig'],
	shape: 'local',
	make,
};
