import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { deskRateLimit, deskPage } from '../shared/desk';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';

/** The page's two samples spell the number differently. */
const withOneSpelling = ({ RoleID, RoleId, ...role }: IDataObject): IDataObject => ({
	RoleID: RoleID ?? RoleId,
	...role,
});

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many roles',
	description: 'List the roles that your team made in Desk, with their agents and groups',
	documentation: deskPage(124916),
	shape: 'list',
	path: 'desk_http_svc/get_role_list',
	properties: [],
	options: [
		{
			displayName: 'Agent',
			name: 'memberMail',
			type: 'string',
			default: '',
			placeholder: 'e.g. mia@example.com',
			description: 'Only the roles of this agent, by email address; all of them when left empty',
		},
	],
	request: (fields) =>
		withoutAbsent({
			SpecifiedMember: fields.collection('options', 'Options').optionalId('memberMail', 'Agent'),
		}),
	orderingKey: () => 'roles',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	// All roles come in one response.
	list: {
		records: (response) => recordsIn(response, 'RoleList').map(withOneSpelling),
		nextPage: () => undefined,
	},
};
