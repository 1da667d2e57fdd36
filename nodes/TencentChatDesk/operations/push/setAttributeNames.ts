import { InvalidParameter } from '../../parameters/invalidParameter';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { inTurn, requiredAttributes, tagRateLimit } from './pushFields';

const label = 'Names (JSON)';

export const setAttributeNames: SingleOperation = {
	value: 'setAttributeNames',
	name: 'Set Attribute Names',
	action: 'Set names of push attributes',
	description: 'Name the attributes that users of the app can have',
	documentation: 'https://trtc.io/document/37167',
	shape: 'single',
	path: 'all_member_push/im_set_attr_name',
	properties: [
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
		return { AttrNames };
	},
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	interpret: (response, { AttrNames }) => sent(response, { AttrNames }),
};
