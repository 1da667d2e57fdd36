import { withoutAbsent } from '../../parameters/fields';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { periodProperties, readPeriod } from '../shared/period';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many desk sessions',
	description: 'List the session records of a period, of all customers or of one',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68823',
	shape: 'list',
	path: 'desk_http_svc/describe_im_cdr_list',
	properties: periodProperties('sessions'),
	options: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			placeholder: 'e.g. alice',
			description: "Only sessions of this customer, by the customer's User ID in your Chat app",
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const { from, to } = readPeriod(fields);
		return withoutAbsent({
			StartTimestamp: from,
			EndTimestamp: to,
			ClientUserId: options.optionalId('userId', 'User ID'),
		});
	},
	orderingKey: ({ ClientUserId }) => JSON.stringify(['records', ClientUserId]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 200 },
	list: {
		records: (response) => recordsIn(response, 'IMCdrList'),
		nextPage: nextOffset,
		page: { field: 'Limit', max: 100 },
	},
};
