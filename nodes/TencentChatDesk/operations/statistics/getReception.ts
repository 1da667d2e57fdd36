import type { IDataObject } from 'n8n-workflow';
import { responseFields } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const getReception: SingleOperation = {
	value: 'getReception',
	name: 'Get Reception Now',
	action: 'Get the current reception figures',
	description: 'Count who is being served, who waits and which agents are free at this moment',
	documentation: 'https://cloud.tencent.com/document/product/269/117849',
	shape: 'single',
	path: 'desk_http_svc/describe_reception_realtime_statistics',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => 'reception',
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 200 },
	interpret(response) {
		const { Data: data, ...rest } = responseFields(response);
		return { done: true, output: { ...rest, ...(data as IDataObject | undefined) } };
	},
};
