import type { INodeProperties } from 'n8n-workflow';
import type { SingleCall } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { onceUnderOwnId } from '../shared/ownId';
import { ownId } from './groupId';
import { groupRateLimit } from './groupFields';

const memberRange = { min: 1, max: 1_000_000 };

/**
 * The control for the ID of a group that is made.
 *
 * @param second what is refused with an ID that is used
 */
export const ownGroupId = (second: string, placeholder: string): INodeProperties => ({
	displayName: 'Group ID',
	name: 'groupId',
	type: 'string',
	default: '',
	placeholder,
	description: `Your own ID, at most 48 bytes. With one, a second ${second} is refused instead of making a second group. Tencent makes one when left out.`,
});

export const maxMembersControl: INodeProperties = {
	displayName: 'Max Members',
	name: 'maxMemberCount',
	type: 'number',
	typeOptions: { minValue: memberRange.min, maxValue: memberRange.max, numberPrecision: 0 },
	default: '',
	placeholder: 'e.g. 200',
	description: 'The most members; the most of your plan when left out',
};

export const readMaxMembers = (options: Fields) =>
	options.optionalInteger('maxMemberCount', 'Max Members', memberRange);

export const ownerControl: INodeProperties = {
	displayName: 'Owner',
	name: 'owner',
	type: 'string',
	default: '',
	placeholder: 'e.g. alice',
	description: 'User ID of the owner, who becomes a member. No owner when left out.',
};

export const readOwner = (options: Fields) => options.optionalId('owner', 'Owner');

export const supportTopicControl: INodeProperties = {
	displayName: 'Support Topics',
	name: 'supportTopic',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/groupType': ['Community'] } },
	description: 'Whether the community can have topics',
};

export const readSupportTopic = (options: Fields) =>
	options.optionalFlag('supportTopic', 'Support Topics');

/** What calls have in common that make a group. */
export const creation = {
	shape: 'single',
	// Groups without an ID of their own have nothing in common, and need no order.
	orderingKey: ({ GroupId, Name }) =>
		JSON.stringify(GroupId === undefined ? ['', Name] : [GroupId]),
	...onceUnderOwnId(ownId),
	rateLimit: groupRateLimit,
} satisfies Partial<SingleCall>;
