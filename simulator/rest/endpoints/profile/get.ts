import { isStringArray, type JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { nickTag, profileCodes, kindOf } from './tags';

const maxAccounts = 100;

/** Chat > Pulling Profiles (v4/profile/portrait_get). */
export const portraitGet: Endpoint = {
	path: 'profile/portrait_get',
	callsPerSecond: 200,
	codes: profileCodes,
	fields: ['To_Account', 'TagList'],
	handle(call: Call): Outcome {
		const { To_Account, TagList } = call.body;
		if (!isStringArray(To_Account) || To_Account.length === 0) {
			return refuse(40002, 'To_Account has to be an Array of Strings');
		}
		// "No more than 100" is advice on the page; the code for more is not.
		if (To_Account.length > maxAccounts) return refuse(40001, 'To_Account has too many accounts');
		if (!isStringArray(TagList) || TagList.length === 0) {
			return refuse(40001, 'TagList has to be an Array of Strings');
		}
		const stranger = TagList.find((tag) => kindOf(tag) === undefined);
		if (stranger !== undefined) return refuse(40009, `there is no ${stranger}`);

		const failed: string[] = [];
		const items = To_Account.map((userId): JsonObject => {
			const account = call.state.world.accounts.get(userId);
			if (!account) {
				failed.push(userId);
				return {
					To_Account: userId,
					ProfileItem: [],
					ResultCode: 40003,
					ResultInfo: 'the account does not exist',
				};
			}
			const values: JsonObject = { ...account.profile };
			if (account.nick !== '') values[nickTag] = account.nick;
			return {
				To_Account: userId,
				ProfileItem: TagList.filter((tag) => values[tag] !== undefined).map((tag) => ({
					Tag: tag,
					Value: values[tag],
				})),
				ResultCode: 0,
				ResultInfo: '',
			};
		});
		return {
			response: {
				UserProfileItem: items,
				...(failed.length > 0 && { Fail_Account: failed }),
				ErrorDisplay: '',
			},
		};
	},
};
