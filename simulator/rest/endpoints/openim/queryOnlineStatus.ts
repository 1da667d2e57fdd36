import { isStringArray, isZeroOrOne, type JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openimCodes } from './pair';

const maxAccounts = 500;

/** Chat > Querying Account Online Status (v4/openim/query_online_status). */
export const queryOnlineStatus: Endpoint = {
	path: 'openim/query_online_status',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['To_Account', 'IsNeedDetail', 'IsReturnCustomStatus', 'IsReturnInstid'],
	handle(call: Call): Outcome {
		const { To_Account: accounts, IsNeedDetail } = call.body;
		if (!isStringArray(accounts) || accounts.length === 0) {
			return refuse(90003, 'To_Account has to be an Array of Strings');
		}
		if (accounts.length > maxAccounts) {
			return refuse(90011, `To_Account has more than ${maxAccounts} accounts`);
		}
		for (const flag of ['IsNeedDetail', 'IsReturnCustomStatus', 'IsReturnInstid']) {
			const value = call.body[flag];
			if (value !== undefined && !isZeroOrOne(value)) {
				return refuse(90001, `${flag} has to be 0 or 1`);
			}
		}
		const results: JsonObject[] = [];
		const errors: JsonObject[] = [];
		for (const account of accounts) {
			const known = call.state.world.accounts.get(account);
			if (!known) errors.push({ To_Account: account, ErrorCode: 70107 });
			else {
				const status = known.online ? 'Online' : 'Offline';
				results.push({
					To_Account: account,
					[call.behaviour.onlineStatusField]: status,
					...(IsNeedDetail === 1 &&
						known.online && { Detail: [{ Platform: 'Web', Status: status }] }),
				});
			}
		}
		return {
			response: { QueryResult: results, ...(errors.length > 0 && { ErrorList: errors }) },
		};
	},
};
