import type { JsonObject } from '../../../json';
import type { OfficialAccount } from '../../../state/officialAccounts';
import { command, filled, short, unsigned, type Rules } from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

export const seconds = ({ now }: Call) => Math.floor(now / 1000);

/** What create and modify may say of a channel (1047/60755). */
export const profileRules: Rules = {
	'Introduction?': short(400),
	'FaceUrl?': short(500),
	'MaxSubscriberNum?': unsigned,
	'Organization?': short(500),
	'CustomString?': short(3000),
};

/** A command of v4/official_account_open_http_svc: 6017 for a bad body. */
export function serviceCommand(
	name: string,
	rules: Rules,
	handle: (call: Call) => Outcome,
): Endpoint {
	return command({
		path: `official_account_open_http_svc/${name}`,
		badBody: 6017,
		rules,
		handle,
	});
}

/** The same about one channel: 130004 where there is none. */
export function channelCommand(
	name: string,
	rules: Rules,
	handle: (call: Call, account: OfficialAccount) => Outcome,
): Endpoint {
	return serviceCommand(name, { Official_Account: filled, ...rules }, (call) => {
		const account = call.state.world.officialAccounts.get(String(call.body.Official_Account));
		return account ? handle(call, account) : refuse(130004, 'there is no such account');
	});
}

export function describe(account: OfficialAccount, body: JsonObject): void {
	const fields = {
		name: body.Name,
		introduction: body.Introduction,
		faceUrl: body.FaceUrl,
		organization: body.Organization,
		customString: body.CustomString,
		maxSubscribers: body.MaxSubscriberNum,
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	Object.assign(account, Object.fromEntries(given));
}

/** The fields of a channel that a filter names; none without one. */
export function channelObject(account: OfficialAccount, filter: readonly string[]): JsonObject {
	const all: JsonObject = {
		CreateTime: account.createTime,
		Name: account.name,
		Owner_Account: account.owner,
		LastMsgTime: account.lastMsgTime,
		SubscriberNum: account.subscribers.size,
		Introduction: account.introduction,
		FaceUrl: account.faceUrl,
		Organization: account.organization,
		CustomString: account.customString,
	};
	return Object.fromEntries(Object.entries(all).filter(([name]) => filter.includes(name)));
}
