import { withoutAbsent } from '../../parameters/fields';
import { messageReading } from '../shared/messageReading';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { accountProperty, accountRateLimit, ofAccount, readAccount } from './accountFields';

/** `IsFinished`: 0 says that there is more to read. */
const unfinished = 0;

export const getMessages: ListOperation = {
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get messages of an official account',
	description: 'List the stored messages of an official account, the newest first',
	documentation: 'https://trtc.io/document/60812',
	shape: 'list',
	path: 'official_account_open_http_svc/official_account_msg_get_simple',
	properties: [accountProperty],
	options: [
		{
			displayName: 'Include Recalled Messages',
			name: 'withRecalled',
			type: 'boolean',
			default: false,
			description: 'Whether to return messages that were recalled too; their IsPlaceMsg is 2',
		},
	],
	request: (fields) =>
		withoutAbsent({
			Official_Account: readAccount(fields),
			WithRecalledMsg: fields
				.collection('options', 'Options')
				.optionalBoolean('withRecalled', 'Include Recalled Messages')
				? 1
				: undefined,
		}),
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	list: {
		page: { field: 'ReqMsgNumber', max: 20 },
		records: (response) =>
			recordsIn(response, 'RspMsgList').map((message) => ({
				...message,
				...messageReading(message.MsgBody),
			})),
		nextPage: ({ IsFinished, LastMsgKey }, body) =>
			IsFinished === unfinished ? { ...body, LastMsgKey } : undefined,
	},
};
