import type { INodeProperties } from 'n8n-workflow';
import type { Body, ListRule } from '../../contract';
import { withoutAbsent, type Fields } from '../../parameters/fields';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';

/** Where customers write from: Desk's pages on figures of agents (CN269-116073, CN269-117848). */
const channels = [2, 3, 4, 7, 10] as const;

/** The options by which figures are told for some agents and channels only. */
export const whose: INodeProperties[] = [
	{
		displayName: 'Agents',
		name: 'agents',
		type: 'string',
		default: '',
		placeholder: 'e.g. mia@example.com, noah@example.com',
		description:
			'Only these agents, by email address: a list, or a text with commas. All when left out.',
	},
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Channel',
		default: {},
		description: 'Only sessions that came by these channels; all when left out',
		options: [
			{
				displayName: 'Channel',
				name: 'channel',
				values: [
					{
						displayName: 'Channel ID',
						name: 'channelId',
						type: 'string',
						default: '',
						placeholder: 'e.g. wx1234567890',
						description: 'One channel of the type; all of them when left empty',
					},
					{
						displayName: 'Type',
						name: 'channelType',
						type: 'options',
						options: [
							{ name: 'App (SDK)', value: 10 },
							{ name: 'Web or H5 Page', value: 4 },
							{ name: 'WeChat Customer Service', value: 7 },
							{ name: 'WeChat Mini Program', value: 2 },
							{ name: 'WeChat Official Account', value: 3 },
						],
						default: 10,
						description: 'What the customers write with',
					},
				],
			},
		],
	},
];

/** The sources of sessions as the API takes them. */
function readSources(options: Fields): Body[] | undefined {
	const rows = options.rows('channels', 'channel', 'Channels');
	if (rows.length === 0) return undefined;
	return rows.map((row) =>
		withoutAbsent({
			ChannelType: row.choice('channelType', 'Type', channels),
			ChannelId: row.optionalId('channelId', 'Channel ID', { kind: 'word' }),
		}),
	);
}

/** The fields for {@link whose}; the two commands call the agents differently. */
export function readWhose(fields: Fields, agentsField: 'AgentIds' | 'MemberIds'): Body {
	const options = fields.collection('options', 'Options');
	return withoutAbsent({
		[agentsField]: options.optionalIds('agents', 'Agents'),
		ConversationSources: readSources(options),
	});
}

/** Figures come an agent a record, page by page. */
export const agentPages = {
	records: (response) => recordsIn(response, 'Data'),
	nextPage: nextOffset,
	page: { field: 'Limit', max: 100 },
} satisfies ListRule;
