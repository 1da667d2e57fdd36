import { isObject, type JsonObject } from '../../../json';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxAccounts = 100;

/** Chat > Deleting Accounts (v4/im_open_login_svc/account_delete). */
export const accountDelete: Endpoint = {
	path: 'im_open_login_svc/account_delete',
	callsPerSecond: 100,
	codes: generalCodes,
	fields: ['DeleteItem'],
	handle(call: Call): Outcome {
		const { world } = call.state;
		const items = call.body.DeleteItem;
		if (!Array.isArray(items) || items.length === 0 || items.length > maxAccounts) {
			return refuse(70402, `DeleteItem has to be an Array of 1 to ${maxAccounts} items`);
		}
		const ids = items.map((item) => (isObject(item) ? item.UserID : undefined));
		if (ids.some((id) => id === undefined || id === '')) {
			return refuse(70402, 'UserID is missing');
		}
		if (!ids.every((id) => typeof id === 'string')) {
			return refuse(60015, 'UserID has to be a String');
		}
		const results = ids.map((id): JsonObject => {
			if (!world.accounts.delete(id)) {
				return {
					ResultCode: 70107,
					ResultInfo: 'Err_TLS_PT_Open_Login_Account_Not_Exist',
					UserID: id,
				};
			}
			world.deletedAccounts.add(id);
			return { ResultCode: 0, ResultInfo: '', UserID: id };
		});
		return { response: { ResultItem: results } };
	},
};
