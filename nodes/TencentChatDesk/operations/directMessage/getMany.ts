import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';
import { objectsIn } from '../../parameters/json';
import { downloadOptions } from '../../messages/downloadOptions';
import { messageDownloads } from '../shared/downloads';
import { messageReading } from '../shared/messageReading';
import { betweenSides, readSides, sideProperties } from './pair';

/** `MsgFlagBits` of a message that was taken back. */
const recalled = 8;
/** Clocks differ: the newest message must not lie in this machine's future. */
const clockSlack = 60;

const numberIn = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Tencent sorts a conversation by second, then by MsgSeq. */
const newestFirst = (a: IDataObject, b: IDataObject) =>
	numberIn(b.MsgTimeStamp) - numberIn(a.MsgTimeStamp) || numberIn(b.MsgSeq) - numberIn(a.MsgSeq);

function simplified(message: IDataObject): IDataObject {
	const elements = objectsIn(message.MsgBody);
	return withoutAbsent({
		MsgKey: message.MsgKey,
		From_Account: message.From_Account,
		To_Account: message.To_Account,
		MsgTimeStamp: message.MsgTimeStamp,
		MsgClientTime: message.MsgClientTime,
		MsgType: elements.map(({ MsgType }) => MsgType).join(', '),
		...messageReading(message.MsgBody),
		Recalled: message.MsgFlagBits === recalled,
		IsPeerRead: message.IsPeerRead === 1,
		CloudCustomData: message.CloudCustomData,
	});
}

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many direct messages',
	description: 'Get the messages of two users, the newest first',
	documentation: 'https://trtc.io/document/35478',
	shape: 'list',
	path: 'openim/admin_getroammsg',
	properties: [
		...sideProperties('the user whose view of the conversation is read', 'the other side'),
	],
	options: [
		{
			displayName: 'Sent After',
			name: 'minTime',
			type: 'dateTime',
			default: '',
			description:
				'Oldest time of a message: a date, or the seconds since 1970. Messages are stored for seven days unless your plan says more.',
		},
		{
			displayName: 'Sent Before',
			name: 'maxTime',
			type: 'dateTime',
			default: '',
			description: 'Newest time of a message: a date, or the seconds since 1970; now when left out',
		},
		...downloadOptions,
	],
	request(fields) {
		const option = fields.collection('options', 'Options');
		const now = Math.floor(Date.now() / 1000) + clockSlack;
		return {
			...readSides(fields),
			MinTime: option.optionalSeconds('minTime', 'Sent After') ?? 0,
			MaxTime: option.optionalSeconds('maxTime', 'Sent Before') ?? now,
		};
	},
	orderingKey: betweenSides,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: {
		// The page's samples list the oldest of a page first, while paging walks back in time.
		records: (response) => objectsIn(response.MsgList).sort(newestFirst),
		nextPage: ({ Complete, LastMsgTime, LastMsgKey }, body) =>
			Complete === 0 ? { ...body, MaxTime: LastMsgTime, LastMsgKey } : undefined,
		// The page names no largest MaxCnt and shows 100; a response ends at 13 KB anyway.
		page: { field: 'MaxCnt', max: 100 },
		simplified,
		downloads: messageDownloads,
	},
};
