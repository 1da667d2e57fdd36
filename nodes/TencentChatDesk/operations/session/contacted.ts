import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { EffectLookup } from '../../contract';
import { historyDelay } from '../shared/sentMessage';

type Value = IDataObject[string] | GenericValue;

/**
 * A conversation with an agent that began within so many seconds is taken to be going on: assumed, no
 * page says how long one lasts.
 */
const surelyOpen = 900;

/**
 * Looks whether a customer is with an agent. Documentation: Desk > "Querying User Session Status"
 * (page 1229/68825).
 */
export const withAgent = (account: Value, customer: Value): EffectLookup => ({
	path: 'desk_http_svc/get_session_state',
	perSecond: 20,
	delay: historyDelay,
	request: () => ({ CustomerServiceId: account, ClientUserId: customer }),
	interpret({ CurrentState, AgentId }, _body, { first, now }) {
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
		const mayBeOver = now - first > surelyOpen;
		return { effect: isNobodys && !mayBeOver ? 'none' : 'unknown' };
	},
});
