import { type Fields, withoutAbsent } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { inTurn, requiredAttributes, tagRateLimit } from './pushFields';
import { pushApi, pushCommand, readsPushService, withPushService } from './pushApi';

const label = 'Names (JSON)';
const typesLabel = 'For RegistrationIDs';

/** AttrTypes of the numbers that are not for UserIDs. */
const ofRegistrationId = 1;

function readTypes(
	fields: Fields,
	names: Record<string, string>,
): Record<string, number> | undefined {
	const numbers = fields.optionalIds('registrationNumbers', typesLabel, { kind: 'word' });
	if (numbers?.some((number) => !Object.hasOwn(names, number))) {
		throw new InvalidParameter(
			`'${typesLabel}' has a number without a name`,
			`Use only numbers that '${label}' has, such as 0, 1.`,
		);
	}
	return numbers && Object.fromEntries(numbers.map((number) => [number, ofRegistrationId]));
}

export const setAttributeNames: SingleOperation = {
	value: 'setAttributeNames',
	name: 'Set Attribute Names',
	action: 'Set names of push attributes',
	description: 'Name the attributes that users of the app can have',
	documentation: 'https://trtc.io/document/60563',
	shape: 'single',
	...pushCommand('im_set_attr_name', 'set_attr_name'),
	properties: [
		...pushApi,
		{
			displayName: label,
			name: 'namesByNumber',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"0": "level", "1": "city"}',
			required: true,
			description:
				'The names, at most 50 bytes each, by their numbers from 0 to 9, such as {"0": "level", "1": "city"}',
		},
		{
			displayName: typesLabel,
			name: 'registrationNumbers',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0, 1',
			displayOptions: withPushService,
			description:
				'Numbers of those attributes that belong to RegistrationIDs, devices without a user. The others belong to User IDs. It cannot be changed later.',
		},
	],
	options: [],
	request(fields) {
		const AttrNames = requiredAttributes(fields, 'namesByNumber', label);
		const wrong = Object.keys(AttrNames).find((number) => !/^[0-9]$/.test(number));
		if (wrong !== undefined) {
			throw new InvalidParameter(
				`'${label}' has ${wrong}, which is no number from 0 to 9`,
				'Write each name behind its number, such as {"0": "level"}.',
			);
		}
		return withoutAbsent({
			AttrNames,
			AttrTypes: readsPushService(fields) ? readTypes(fields, AttrNames) : undefined,
		});
	},
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	interpret: (response, { AttrNames, AttrTypes }) =>
		sent(response, withoutAbsent({ AttrNames, AttrTypes })),
};
