import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agent, quickReplyCategory } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';

const ofCategory = 'category';
const forAgent = 'agent';
const sources = [ofCategory, forAgent] as const;

const isForAgent = (fields: Fields) =>
	fields.choice('repliesOf', 'Replies Of', sources) === forAgent;

/** What an agent may use comes by category; each reply then says which one it is of. */
function repliesIn(response: ApiResponse): IDataObject[] {
	return recordsIn(response, 'Data').flatMap((record) => {
		const { QuickReplyList, GroupName } = record;
		if (!Array.isArray(QuickReplyList)) return [record];
		return (QuickReplyList as IDataObject[]).map((reply) => ({ ...reply, GroupName }));
	});
}

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many quick replies',
	description: 'List the quick replies of a category, or those that an agent may use',
	documentation: deskPage(119752),
	shape: 'list',
	path: (fields) =>
		isForAgent(fields)
			? 'desk_http_svc/get_available_quick_reply_list'
			: 'desk_http_svc/get_quick_reply_list',
	properties: [
		{
			displayName: 'Replies Of',
			name: 'repliesOf',
			type: 'options',
			options: [
				{ name: 'Category', value: ofCategory, description: 'The replies of one category' },
				{
					name: 'Agent',
					value: forAgent,
					description: 'All that one agent may use, the personal ones included',
				},
			],
			default: ofCategory,
			description: 'Which quick replies to list',
		},
		{ ...quickReplyCategory, displayOptions: { show: { repliesOf: [ofCategory] } } },
		{
			...agent,
			required: true,
			displayOptions: { show: { repliesOf: [forAgent] } },
			description: 'The agent whose quick replies are listed, by email address',
		},
	],
	options: [],
	request: (fields) =>
		isForAgent(fields)
			? { MemberId: fields.id('memberId', 'Agent') }
			: { GroupId: fields.id('categoryId', 'Category') },
	orderingKey: ({ GroupId, MemberId }) => JSON.stringify([GroupId ?? null, MemberId ?? null]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	// All replies come in one response.
	list: { records: repliesIn, nextPage: () => undefined },
};
