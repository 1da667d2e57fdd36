import type { INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import type { ListOperation } from '../operation';

/** Page 1047/34885. */
const rateLimit: RateLimit = { default: 5, max: 10 };

const chatTypes = ['C2C', 'Group'] as const;

const properties: INodeProperties[] = [
	{
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		options: [
			{ name: 'Direct Messages', value: 'C2C' },
			{ name: 'Group Messages', value: 'Group' },
		],
		default: 'C2C',
		description: 'Which messages of the hour',
	},
	{
		displayName: 'Hour',
		name: 'archiveHour',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026010121',
		description:
			"Year, month, day and hour in ten digits. No page names the time zone; China's is likely. Files appear about an hour after the hour has ended, and are kept for seven days.",
	},
];

const isDate = (text: string) => {
	const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
	const date = new Date(Date.UTC(year!, month! - 1, day));
	return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
};

function request(fields: Fields): Body {
	const hour = fields.id('archiveHour', 'Hour', { kind: 'word' });
	if (!/^\d{8}(?:[01]\d|2[0-3])$/.test(hour) || !isDate(hour)) {
		throw new InvalidParameter(
			"'Hour' is not an hour in ten digits",
			'Write year, month, day and hour, such as 2026010121. In an expression: $now.minus({ hours: 2 }).toFormat("yyyyMMddHH").',
		);
	}
	return { ChatType: fields.choice('chatType', 'Chat Type', chatTypes), MsgTime: hour };
}

/** What calls have in common that read the archive of an hour. */
export const ofArchive = {
	documentation: 'https://trtc.io/document/34885',
	shape: 'list',
	path: 'open_msg_svc/get_history',
	properties,
	options: [],
	request,
	orderingKey: ({ ChatType, MsgTime }) => JSON.stringify([ChatType, MsgTime]),
	retry: { policy: 'idempotent' },
	rateLimit,
} satisfies Partial<ListOperation>;
