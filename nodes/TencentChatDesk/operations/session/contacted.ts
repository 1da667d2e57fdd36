import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { EffectLookup } from '../../contract';
import { historyDelay } from '../shared/sentMessage';

type Value = IDataObject[string] | GenericValue;

/**
 * Looks whether a customer is with an agent. Documentation: Desk > "Querying User Session Status"
 * (page 1229/68825).
 */
export const withAgent = (account: Value, customer: Value): EffectLookup => ({
	path: 'desk_http_svc/get_session_state',
	perSecond: 20,
	delay: historyDelay,
	request: () => ({ CustomerServiceId: account, ClientUserId: customer }),
	interpret({ CurrentState, AgentId }) {
		if (CurrentState === 'Agent') {
			const output = {
				IMAgentUserID: account,
				ClientUserID: customer,
				serviceAccount: account,
				userId: customer,
				MemberId: AgentId,
			};
			return { effect: 'done', output };
		}
		// In the queue nobody can tell which call has put the customer there.
		const isNobodys = CurrentState === 'NotInSession' || CurrentState === 'Chatbot';
		return { effect: isNobodys ? 'none' : 'unknown' };
	},
});
