import { irreversible } from '../shared/irreversible';
import { sent } from '../shared/responses';
import { deskRateLimit } from '../shared/desk';
import { serviceAccount } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const remove: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a service account',
	description: 'Remove a customer service account from Desk',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68817',
	shape: 'single',
	path: 'desk_http_svc/delete_im_agent',
	properties: [
		irreversible('Customers can no longer write to this account.'),
		{ ...serviceAccount, description: 'The customer service account to remove' },
	],
	options: [],
	request: (fields) => ({ IMAgentUserID: fields.id('serviceAccount', 'Service Account') }),
	orderingKey: ({ IMAgentUserID }) => JSON.stringify([IMAgentUserID]),
	// A second call finds no account and changes nothing.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [141004],
	rateLimit: deskRateLimit,
	interpret: (response, { IMAgentUserID }) => sent(response, { IMAgentUserID, deleted: true }),
};
