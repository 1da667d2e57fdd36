import type { IDataObject } from 'n8n-workflow';
import type { Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { adviceFor, partFailed } from '../shared/partialFailure';
import { objectsIn } from '../../parameters/json';
import { customTag, documentedTags, profileTags } from './profileTags';
import { unique, userIdProperty } from './userIdProperty';

const maxAccounts = 100;

const standardTags = profileTags.map(({ tag }) => tag);

const idsOf = ({ To_Account }: Body) => To_Account as string[];

function outcomeFor(response: Body, body: Body): Outcome {
	const [To_Account] = idsOf(body);
	const profile = objectsIn(response.UserProfileItem).find(
		(entry) => entry.To_Account === To_Account,
	);
	const [part] = partsAbout(response, [To_Account]);
	if (profile && !part) {
		const values = objectsIn(profile.ProfileItem).map(({ Tag, Value }) => [String(Tag), Value]);
		return {
			done: true,
			output: { To_Account, ...(Object.fromEntries(values) as IDataObject) },
		};
	}
	return partFailed(
		`The profile of '${To_Account}' could not be read`,
		adviceFor(part ? [part] : []),
		withoutAbsent({ ErrorCode: part?.code, ErrorInfo: part?.info, To_Account }),
	);
}

export const getProfile: BatchOperation = {
	value: 'getProfile',
	name: 'Get Profile',
	action: 'Get the profile of a user',
	description: 'Read nickname, picture and other fields of a user; 100 items share a call',
	documentation: 'https://trtc.io/document/34917',
	shape: 'batch',
	path: 'profile/portrait_get',
	properties: [userIdProperty],
	options: [
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. vip, city',
			description:
				"Keys of your app's own profile fields to read as well: a list, or a text with commas",
		},
		{
			displayName: 'Standard Fields',
			name: 'standardFields',
			type: 'multiOptions',
			options: profileTags.map(({ tag, property: { displayName } }) => ({
				name: displayName,
				value: tag,
			})),
			default: [],
			description: 'Which fields to read; all of them when left out',
		},
	],
	request(fields) {
		const option = fields.collection('options', 'Options');
		const standard = option.optionalChoices('standardFields', 'Standard Fields', standardTags);
		const custom = option.optionalIds('customFields', 'Custom Fields', { kind: 'word' }) ?? [];
		return {
			To_Account: [fields.id('userId', 'User ID')],
			TagList: [...(standard ?? documentedTags), ...custom.map(customTag)],
		};
	},
	orderingKey: (body) => JSON.stringify(idsOf(body)),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	batch: {
		maxSize: maxAccounts,
		key: ({ TagList }) => JSON.stringify(TagList),
		merge: (bodies) => ({ ...bodies[0], To_Account: unique(bodies.flatMap(idsOf)) }),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
