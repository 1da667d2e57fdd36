import type { INodeProperties } from 'n8n-workflow';
import type { Body, TargetLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';
import type { SingleOperation } from '../operation';
import { group, readGroup } from '../shared/resourceLocators';

/** Groups take 200 calls a second for each command. */
export const groupRateLimit = { default: 100, max: 200 };

/** Calls about one group, or one topic of a community, go one after another. */
export const inGroup = ({ GroupId, TopicId }: Body): string =>
	JSON.stringify(TopicId === undefined ? [GroupId] : [GroupId, TopicId]);

/** What calls have in common that read something of a group, and need nothing but the group. */
export const ofGroup = {
	properties: [group],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields) }),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
} satisfies Partial<SingleOperation>;

export const topicOption: INodeProperties = {
	displayName: 'Topic ID',
	name: 'topicId',
	type: 'string',
	default: '',
	placeholder: 'e.g. @TGS#_@TGS#cQVLVHIM62CJ@TOPIC#_TestTopic',
	description: 'The topic of a community, where the group is one that has topics',
};

export const readTopic = (options: Fields) =>
	options.optionalId('topicId', 'Topic ID', { kind: 'place' });

export const silenceOption: INodeProperties = {
	displayName: 'Silent',
	name: 'silence',
	type: 'boolean',
	default: false,
	description: 'Whether nobody in the group is told about it',
};

export const readSilence = (options: Fields) => options.optionalFlag('silence', 'Silent') ?? 0;

const howToList = 'Give a list, or text with commas between the IDs.';

/** A control for several UserIDs. */
export const userIds = (displayName: string, name: string, description: string) =>
	({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. alice, bob',
		description: `${description} ${howToList}`,
	}) satisfies INodeProperties;

/** The control for one member. */
export const memberProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the member',
};

/** Use Limits: messages a second that one group may get. */
export const messagesPerGroup: TargetLimit = {
	perSecond: 40,
	target: ({ GroupId }) => `group ${String(GroupId)}`,
};
