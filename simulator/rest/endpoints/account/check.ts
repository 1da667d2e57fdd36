import { isObject, type JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxAccounts = 100;

/** Chat > Querying Accounts (v4/im_open_login_svc/account_check). */
export const accountCheck: Endpoint = {
	path: 'im_open_login_svc/account_check',
	callsPerSecond: 100,
	codes: generalCodes,
	fields: ['CheckItem'],
	handle(call: Call): Outcome {
		const items = call.body.CheckItem;
		if (!Array.isArray(items) || items.length === 0 || items.length > maxAccounts) {
			return refuse(70402, `CheckItem has to be an Array of 1 to ${maxAccounts} items`);
		}
		const results: JsonObject[] = [];
		for (const item of items) {
			const userId = isObject(item) ? item.UserID : undefined;
			if (userId === undefined || userId === '') return refuse(70402, 'UserID is missing');
			if (typeof userId !== 'string') return refuse(60015, 'UserID has to be a String');
			results.push({
				UserID: userId,
				ResultCode: 0,
				ResultInfo: '',
				AccountStatus: accountExists(call.state.world, userId) ? 'Imported' : 'NotImported',
			});
		}
		return { response: { ResultItem: results } };
	},
};
