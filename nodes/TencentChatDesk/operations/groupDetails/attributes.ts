import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { withinBytes } from '../shared/bytes';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

/** Pages 1047/44187 to 44190: entries, bytes of a key, of a value, and of all of them. */
const max = { entries: 16, key: 32, value: 4000, all: 16_000 };

const label = 'Attributes';

/** Keys and values that stand in lower case in these commands, unlike in their siblings. */
export const attributesProperty: INodeProperties = {
	displayName: label,
	name: 'groupAttributes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Attribute',
	default: {},
	required: true,
	options: [
		{
			displayName: 'Attribute',
			name: 'attribute',
			values: [
				{
					displayName: 'Key',
					name: 'key',
					type: 'string',
					default: '',
					placeholder: 'e.g. state',
					description: 'Up to 32 bytes',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. open',
					description: 'Up to 4000 bytes',
				},
			],
		},
	],
	description: 'Up to 16 keys with their values, 16000 bytes together',
};

export function readAttributes(fields: Fields): IDataObject[] {
	const rows = fields.rows('groupAttributes', 'attribute', label);
	if (rows.length === 0) {
		throw new InvalidParameter(`'${label}' is empty`, 'Add a key and a value.');
	}
	if (rows.length > max.entries) {
		throw new InvalidParameter(
			`'${label}' holds ${rows.length} entries`,
			`Give at most ${max.entries}: a group cannot have more.`,
		);
	}
	const attributes = rows.map((row) => ({
		key: withinBytes(row.text('key', 'Key'), 'Key', max.key),
		value: withinBytes(row.optionalText('value', 'Value') ?? '', 'Value', max.value),
	}));
	withinBytes(attributes.map(({ key, value }) => key + value).join(''), label, max.all);
	return attributes;
}

/** What changing the attributes of a group has in common. */
export const attributeChange = {
	shape: 'single',
	properties: [group, attributesProperty],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields), GroupAttr: readAttributes(fields) }),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	// Printed for each group: five writes a second.
	targetLimit: {
		perSecond: 5,
		target: ({ GroupId }) => `attributes of group ${String(GroupId)}`,
	},
	interpret: (response, { GroupId, GroupAttr }) => sent(response, { GroupId, GroupAttr }),
} satisfies Partial<SingleOperation>;
