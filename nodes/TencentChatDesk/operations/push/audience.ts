import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { readAttributes, readTags } from './pushFields';

const audiences = ['everyone', 'tags', 'attributes'] as const;

const labels = {
	tagsOr: 'Any of These Tags',
	tagsAnd: 'All of These Tags',
	tagsNot: 'But Not With All of These Tags',
	attrsOr: 'Any of These Attributes (JSON)',
	attrsAnd: 'All of These Attributes (JSON)',
};

function conditionControl(
	audience: 'tags' | 'attributes',
	name: keyof typeof labels,
	description: string,
): INodeProperties {
	const byTags = audience === 'tags';
	return {
		displayName: labels[name],
		name,
		type: byTags ? 'string' : 'json',
		default: byTags ? '' : '{}',
		...(byTags ? { placeholder: 'e.g. gold, berlin' } : {}),
		displayOptions: { show: { audience: [audience] } },
		description,
	};
}

/** The controls that say who of all users gets a push. */
export const audienceProperties: INodeProperties[] = [
	{
		displayName: 'Audience',
		name: 'audience',
		type: 'options',
		options: [
			{ name: 'Everyone', value: 'everyone', description: 'All users of the app' },
			{ name: 'Users With Attributes', value: 'attributes', description: 'By their attributes' },
			{ name: 'Users With Tags', value: 'tags', description: 'By their tags' },
		],
		default: 'everyone',
		description: 'Who gets it',
	},
	conditionControl('tags', 'tagsOr', 'At most ten tags of which a user needs one'),
	conditionControl(
		'tags',
		'tagsAnd',
		'At most ten tags of which a user needs all; none that is in the other list too',
	),
	conditionControl(
		'attributes',
		'attrsOr',
		'Names and values, such as {"level": "gold"}, of which a user needs one',
	),
	conditionControl(
		'attributes',
		'attrsAnd',
		'Names and values, such as {"level": "gold"}, of which a user needs all',
	),
];

/** Who is left out all the same; the Push service alone knows this. */
export const tagsNot: INodeProperties = conditionControl(
	'tags',
	'tagsNot',
	'At most ten tags: who has every one of them is left out',
);

/** @throws InvalidParameter rather than to reach everybody by mistake */
function tagCondition(fields: Fields, knowsTagsNot: boolean): IDataObject {
	const wanted = withoutAbsent({
		TagsOr: readTags(fields, 'tagsOr', labels.tagsOr),
		TagsAnd: readTags(fields, 'tagsAnd', labels.tagsAnd),
	});
	const unwanted = knowsTagsNot ? readTags(fields, 'tagsNot', labels.tagsNot) : undefined;
	// No page says whom it reaches without the others: perhaps everybody.
	if (unwanted && Object.keys(wanted).length === 0) {
		throw new InvalidParameter(
			`'${labels.tagsNot}' is set without any tags to include`,
			`Enter tags as '${labels.tagsOr}' or '${labels.tagsAnd}' too: it is not known whom such a push would reach.`,
		);
	}
	return withoutAbsent({ ...wanted, TagsNot: unwanted });
}

/** The condition of a push, or undefined for one to everybody. */
export function readAudience(fields: Fields, knowsTagsNot: boolean): IDataObject | undefined {
	const audience = fields.choice('audience', 'Audience', audiences);
	return audience === 'everyone' ? undefined : readCondition(fields, audience, knowsTagsNot);
}

/**
 * The condition of a push to users with tags, or with attributes.
 *
 * @param label of the control that says so
 */
export function readCondition(
	fields: Fields,
	audience: 'tags' | 'attributes',
	knowsTagsNot: boolean,
	label = 'Audience',
): IDataObject {
	const condition =
		audience === 'tags'
			? tagCondition(fields, knowsTagsNot)
			: withoutAbsent({
					AttrsOr: readAttributes(fields, 'attrsOr', labels.attrsOr),
					AttrsAnd: readAttributes(fields, 'attrsAnd', labels.attrsAnd),
				});
	if (Object.keys(condition).length > 0) return condition;
	throw new InvalidParameter(
		`'${label}' is users with ${audience}, and no ${audience} are given`,
		"Enter some, or choose 'Everyone': without any the push would go to all users.",
	);
}
