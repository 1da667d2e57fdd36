import type { Body } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { withAgent } from './contacted';
import { agent, agentGroup, serviceAccount } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { panelVersion, shownBefore, shownSince } from '../versions';

/** "Extra Body Fields" may have taken one spelling away. */
const sides = (body: Body) => [
	body.IMAgentUserID ?? body.IMAgentUserId,
	body.ClientUserID ?? body.ClientUserId,
];

const readAgent = (fields: Fields) => fields.optionalId(agent.name, agent.displayName);

const readAgentGroup = (fields: Fields) =>
	fields.optionalInteger(agentGroup.name, agentGroup.displayName, { min: 0 });

export const contactUser: SingleOperation = {
	value: 'contactUser',
	name: 'Contact User',
	action: 'Contact a user in a desk session',
	description: 'Start a conversation between a human agent and a customer',
	builderHint:
		'Starts a conversation of a human agent with a user who has no open session. It uses up an agent, so do not call it once per message.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68947',
	shape: 'single',
	path: 'desk_http_svc/contact_user',
	properties: [
		serviceAccount,
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: "The customer's User ID in your Chat app",
		},
		shownSince(panelVersion, agent),
		shownSince(panelVersion, agentGroup),
	],
	options: [agent, agentGroup].map((option) => shownBefore(panelVersion, option)),
	request(fields) {
		const options = fields.collection('options', 'Options');
		const account = fields.id('serviceAccount', 'Service Account');
		const user = fields.id('userId', 'User ID');
		return withoutAbsent({
			// The page's sample and its table spell these two fields differently, and nothing public
			// says which one the server reads. Unknown fields are ignored, so both are sent.
			IMAgentUserID: account,
			IMAgentUserId: account,
			ClientUserID: user,
			ClientUserId: user,
			GroupId: readAgentGroup(fields) ?? readAgentGroup(options),
			MemberId: readAgent(fields) ?? readAgent(options),
		});
	},
	orderingKey: (body) => JSON.stringify(sides(body)),
	// No field tells a copy from a second request: a repeat could occupy a second agent.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 5, max: 200 },
	recovery: importsAccounts((body) => [sides(body)[1]]),
	lookup(body) {
		const [account, customer] = sides(body);
		return withAgent(account, customer);
	},
	interpret(response, body) {
		const [IMAgentUserID, ClientUserID] = sides(body);
		return sent(response, {
			IMAgentUserID,
			ClientUserID,
			// By the names that the fields of the next node have.
			serviceAccount: IMAgentUserID,
			userId: ClientUserID,
		});
	},
};
