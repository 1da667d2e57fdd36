import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { maxUnsigned } from '../shared/limits';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { downloadOptions } from '../../messages/downloadOptions';
import { messageDownloads } from '../shared/downloads';
import { messageReading } from '../shared/messageReading';
import { recordsIn } from '../shared/records';
import { groupRateLimit, inGroup, readTopic, topicOption } from './groupFields';

/** `IsFinished`: 0 says that there is more to read; 2 that what is left has expired. */
const unfinished = 0;

/** A message as it came, and what it says. */
const withText = (message: IDataObject): IDataObject => ({
	...message,
	...messageReading(message.MsgBody),
});

export const getMessages: ListOperation = {
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get messages of a group',
	description: 'List the stored messages of a group, newest first',
	documentation: 'https://trtc.io/document/34971',
	shape: 'list',
	path: 'group_open_http_svc/group_msg_get_simple',
	properties: [group],
	options: [
		{
			displayName: 'Include Recalled Messages',
			name: 'withRecalled',
			type: 'boolean',
			default: false,
			description: 'Whether to return messages that were recalled too; their IsPlaceMsg is 2',
		},
		{
			displayName: 'Start at Sequence',
			name: 'startSeq',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 4711',
			description:
				'MsgSeq of the newest message to return; older ones follow. Starts at the newest of all when left out.',
		},
		topicOption,
		...downloadOptions,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			GroupId: readGroup(fields),
			TopicId: readTopic(options),
			ReqMsgSeq: options.optionalInteger('startSeq', 'Start at Sequence', {
				min: 1,
				max: maxUnsigned,
			}),
			WithRecalledMsg: options.optionalBoolean('withRecalled', 'Include Recalled Messages')
				? 1
				: undefined,
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		page: { field: 'ReqMsgNumber', max: 20 },
		downloads: messageDownloads,
		records: (response) => recordsIn(response, 'RspMsgList').map(withText),
		nextPage({ IsFinished }, body, records) {
			const oldest = Math.min(...records.map(({ MsgSeq }) => Number(MsgSeq)));
			return IsFinished === unfinished && oldest > 1
				? { ...body, ReqMsgSeq: oldest - 1 }
				: undefined;
		},
	},
};
