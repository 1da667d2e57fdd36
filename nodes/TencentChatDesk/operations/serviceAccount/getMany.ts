import { deskRateLimit, deskPage } from '../shared/desk';
import type { ListOperation } from '../operation';
import { picked, recordsIn } from '../shared/records';

/** What tells accounts apart; prompts and hours are there with "Simplify" off. */
const shown = [
	'IMAgentUserId',
	'IMAgentNick',
	'IMAgentAvatarUrl',
	'WelcomeMessage',
	'ChatbotDisabled',
	'AgentGroupId',
	'UserTimeout',
	'IsDefault',
	'RobotId',
];

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many service accounts',
	description: 'List the customer service accounts of Desk',
	documentation: deskPage(111801),
	shape: 'list',
	path: 'desk_http_svc/get_im_agent_list',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => 'serviceAccounts',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	list: {
		records: (response) => recordsIn(response, 'Data'),
		// All accounts come in one response.
		nextPage: () => undefined,
		simplified: (record) => picked(record, shown),
	},
};
