import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';

/** Figures come as texts. */
const asNumber = (value: unknown): unknown =>
	typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;

/** Texts of digits that are no figures. */
const names = ['Date', 'AppId'];

export const getApp: ListOperation = {
	value: 'getApp',
	name: 'Get App Figures',
	action: 'Get figures of the app',
	description: 'Read the figures of the app for each of the last 30 days, such as active users',
	documentation: 'https://trtc.io/document/34886',
	shape: 'list',
	path: 'openconfigsvr/getappinfo',
	properties: [],
	options: [
		{
			displayName: 'Figures',
			name: 'requestFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. ActiveUserNum, UpMsgNum',
			description:
				"Which figures to return, by Tencent's names for them; all of them when left out",
		},
	],
	request: (fields) =>
		withoutAbsent({
			RequestField: fields
				.collection('options', 'Options')
				.optionalIds('requestFields', 'Figures', { kind: 'word' }),
		}),
	orderingKey: () => '',
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: {
		records: (response) => recordsIn(response, 'Result'),
		nextPage: () => undefined,
		simplified: (record) =>
			Object.fromEntries(
				Object.entries(record).map(([name, value]) => [
					name,
					names.includes(name) ? value : asNumber(value),
				]),
			) as IDataObject,
	},
};
