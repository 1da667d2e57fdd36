import type { INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';

/** Page 1047/34885. */
export const archiveRateLimit: RateLimit = { default: 5, max: 10 };

const chatTypes = ['C2C', 'Group'] as const;

export const archiveProperties: INodeProperties[] = [
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

export function readArchive(fields: Fields): Body {
	const hour = fields.id('archiveHour', 'Hour', { kind: 'word' });
	if (!/^\d{8}(?:[01]\d|2[0-3])$/.test(hour) || !isDate(hour)) {
		throw new InvalidParameter(
			"'Hour' is not an hour in ten digits",
			'Write year, month, day and hour, such as 2026010121. In an expression: $now.minus({ hours: 2 }).toFormat("yyyyMMddHH").',
		);
	}
	return { ChatType: fields.choice('chatType', 'Chat Type', chatTypes), MsgTime: hour };
}

export const ofHour = ({ ChatType, MsgTime }: Body): string => JSON.stringify([ChatType, MsgTime]);
