import { randomUUID } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../../json';
import {
	tellCreated,
	tellDestroyed,
	tellProfileChanged,
} from '../../../callbacks/officialAccounts';
import { buildOfficialAccount } from '../../../state/officialAccounts';
import { accountExists } from '../../../state/world';
import {
	between,
	count,
	filled,
	object,
	objects,
	objectsOf,
	short,
	textsOf,
} from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import {
	channelCommand,
	channelObject,
	describe,
	profileRules,
	seconds,
	serviceCommand,
} from './channelChecks';

const prefix = '@TOA#_';

/** Creating an Official Account (1047/60755). */
const create = serviceCommand(
	'create_official_account',
	{
		Owner_Account: filled,
		Name: short(150),
		'OfficialAccountUserID?': filled,
		...profileRules,
	},
	(call) => {
		const { Owner_Account, Name, OfficialAccountUserID } = call.body;
		const { world } = call.state;
		if (!accountExists(world, String(Owner_Account))) return refuse(6017, 'no such owner');
		const id =
			typeof OfficialAccountUserID === 'string'
				? OfficialAccountUserID
				: `${prefix}${randomUUID().slice(0, 8)}`;
		if (!id.startsWith(prefix)) return refuse(130007, 'the id has to begin with @TOA#_');
		if (world.officialAccounts.has(id)) return refuse(130008, 'the id is in use');
		const account = buildOfficialAccount(id, String(Owner_Account), String(Name), seconds(call));
		describe(account, call.body);
		world.officialAccounts.set(id, account);
		tellCreated(call, account);
		return { response: { OfficialAccountUserID: id } };
	},
);

/** Deleting an Official Account (1047/60756). */
const destroy = channelCommand('destroy_official_account', {}, (call, account) => {
	call.state.world.officialAccounts.delete(account.id);
	tellDestroyed(call, account);
	return { response: {} };
});

/** Modifying an Official Account (1047/60757). */
const modify = channelCommand(
	'modify_official_account_base_info',
	{ 'Name?': short(150), ...profileRules },
	(call, account) => {
		describe(account, call.body);
		tellProfileChanged(call, account);
		return { response: {} };
	},
);

const filterOf = (filter: Json | undefined, name: string) =>
	textsOf(isObject(filter) ? filter[name] : undefined);

/** Getting Official Accounts (1047/60758). */
const getInfo = serviceCommand(
	'get_official_account_info',
	{
		OfficialAccountIdList: objects({ Official_Account: filled }),
		'ResponseFilter?': object,
	},
	(call) => {
		const filter = filterOf(call.body.ResponseFilter, 'OfficialAccountBaseInfoFilter');
		const list = objectsOf(call.body.OfficialAccountIdList).map(
			({ Official_Account }): JsonObject => {
				const account = call.state.world.officialAccounts.get(String(Official_Account));
				return account
					? { ErrorCode: 0, ErrorInfo: '', ...channelObject(account, filter) }
					: { ErrorCode: 130004, ErrorInfo: 'there is no such account' };
			},
		);
		return { response: { OfficialAccountInfoList: list } };
	},
);

/** Getting the Official Accounts of a User (1047/60763). */
const getSubscribed = serviceCommand(
	'get_subscribed_official_account_list',
	{
		Subscriber_Account: filled,
		'Limit?': between(1, 200),
		'Offset?': count,
		'ResponseFilter?': object,
	},
	(call) => {
		const { Subscriber_Account, Limit = 200, Offset = 0, ResponseFilter } = call.body;
		const base = filterOf(ResponseFilter, 'OfficialAccountBaseInfoFilter');
		const self = filterOf(ResponseFilter, 'SelfInfoFilter');
		const all = [...call.state.world.officialAccounts.values()].filter(({ subscribers }) =>
			subscribers.has(String(Subscriber_Account)),
		);
		const end = Number(Offset) + Number(Limit);
		return {
			response: {
				OfficialAccountInfoList: all.slice(Number(Offset), end).map((account): JsonObject => {
					const subscriber = account.subscribers.get(String(Subscriber_Account));
					const own: JsonObject = {
						SubscribeTime: subscriber?.subscribeTime ?? 0,
						CustomString: subscriber?.customString ?? '',
					};
					return {
						...channelObject(account, base),
						SelfInfo: Object.fromEntries(
							Object.entries(own).filter(([name]) => self.includes(name)),
						),
					};
				}),
				TotalCount: all.length,
				CompleteFlag: end >= all.length ? 1 : 0,
				Next: end >= all.length ? 0 : end,
			},
		};
	},
);

export const channelCommands: readonly Endpoint[] = [
	create,
	destroy,
	modify,
	getInfo,
	getSubscribed,
];
