import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { betweenPair, messageKeyProperty, pairProperties, readMessageKey } from './pair';

export const recall: SingleOperation = {
	value: 'recall',
	name: 'Recall',
	action: 'Recall a direct message',
	description: 'Take a one-to-one message back, however old it is. It cannot be brought back.',
	documentation: 'https://trtc.io/document/35015',
	shape: 'single',
	path: 'openim/admin_msgwithdraw',
	properties: [...pairProperties, messageKeyProperty],
	options: [],
	request: readMessageKey,
	orderingKey: ({ From_Account, To_Account }) => betweenPair(From_Account, To_Account),
	// A second call is refused, "already recalled", and changes nothing.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [20023],
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { From_Account, To_Account, MsgKey }) =>
		sent(response, { From_Account, To_Account, MsgKey }),
};
