import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { agentGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { readSessionId, sessionId } from './fields';

export const transfer: SingleOperation = {
	value: 'transfer',
	name: 'Transfer to Agent',
	action: 'Transfer a desk session to an agent',
	description: 'Hand a session over from the chatbot to a human agent, or to the queue',
	builderHint:
		'Hands a session from a chatbot or an AI agent over to a human agent, or to the queue. Give it to an AI agent as the tool for customers who ask for a human.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68820',
	shape: 'single',
	path: 'desk_http_svc/transfer_to_human',
	properties: [sessionId],
	options: [
		agentGroup,
		{
			displayName: 'Agents',
			name: 'agents',
			type: 'string',
			default: '',
			placeholder: 'e.g. mia@example.com, liam@example.com',
			description:
				"The agents who may take the session, by email address: a list, or a text with commas. Leave empty to let Desk's own rules decide.",
		},
		{
			displayName: 'Send Tip if No Agent Is Online',
			name: 'sendTipIfNoAgentOnline',
			type: 'boolean',
			default: false,
			description:
				"Whether the customer is told when no agent is online, in the words of the service account's settings",
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			SessionId: readSessionId(fields),
			AgentIdList: options.optionalIds('agents', 'Agents'),
			AgentGroupId: options.optionalInteger('groupId', 'Agent Group', { min: 0 }),
			SendTipIfNoAgentOnline: options.optionalFlag(
				'sendTipIfNoAgentOnline',
				'Send Tip if No Agent Is Online',
			),
		});
	},
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	// No field tells a copy from a second request: a repeat could occupy a second agent.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 50, max: 200 },
	interpret: (response, { SessionId }) => sent(response, { SessionId }),
};
