import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { OfficialAccount } from '../state/officialAccounts';

function tell(call: Call, { id }: OfficialAccount, event: string, body: JsonObject = {}): void {
	call.callbacks.tell(call.state, {
		command: `OfficialAccount.CallbackAfter${event}`,
		platform: call.platform,
		body: { Official_Account: id, ...body, EventTime: call.now },
	});
}

const subscribers = (accounts: readonly string[]): JsonObject => ({
	SubscribeAccountList: accounts.map((Subscriber_Account) => ({ Subscriber_Account })),
});

/** Chat > After an Official Account Was Created (T-60796). */
export function tellCreated(call: Call, account: OfficialAccount): void {
	tell(call, account, 'CreateOfficialAccount', {
		Operator_Account: call.identifier,
		Owner_Account: account.owner,
		Name: account.name,
	});
}

/** Chat > After the Profile of an Official Account Changed (T-60797): only what changed. */
export function tellProfileChanged(call: Call, account: OfficialAccount): void {
	const told = ['Introduction', 'Name', 'FaceUrl', 'Organization'];
	const changed = Object.entries(call.body).filter(([name]) => told.includes(name));
	if (changed.length === 0) return;
	tell(call, account, 'OfficialAccountInfoChanged', {
		Operator_Account: call.identifier,
		...Object.fromEntries(changed),
	});
}

/** Chat > After an Official Account Was Deleted (T-60798). */
export function tellDestroyed(call: Call, account: OfficialAccount): void {
	tell(call, account, 'OfficialAccountDestroyed', {
		Owner_Account: account.owner,
		Name: account.name,
	});
}

/** Chat > After Subscribers Were Added (T-60800), and that there is no place for more (T-60801). */
export function tellSubscribed(call: Call, account: OfficialAccount, accounts: string[]): void {
	if (accounts.length === 0) return;
	tell(call, account, 'AddSubscriber', {
		Operator_Account: call.identifier,
		...subscribers(accounts),
	});
	if (account.subscribers.size >= account.maxSubscribers)
		tell(call, account, 'OfficialAccountFull');
}

/** Chat > After Subscribers Were Removed (T-60802). */
export function tellUnsubscribed(call: Call, account: OfficialAccount, accounts: string[]): void {
	if (accounts.length === 0) return;
	tell(call, account, 'DeleteSubscriber', {
		Operator_Account: call.identifier,
		...subscribers(accounts),
	});
}

/** Chat > After an Official Account Sent a Message (T-60804). */
export function tellSent(call: Call, account: OfficialAccount, response: JsonObject): void {
	const { OnlineOnlyFlag = 0, MsgBody = [], CloudCustomData = '' } = call.body;
	const { MsgKey = '', MsgTime = 0 } = response;
	tell(call, account, 'SendMsg', { MsgKey, MsgTime, OnlineOnlyFlag, MsgBody, CloudCustomData });
}

/** Chat > After Messages of an Official Account Were Recalled (T-60805). */
export function tellRecalled(call: Call, account: OfficialAccount, keys: string[]): void {
	if (keys.length === 0) return;
	tell(call, account, 'MsgWithDraw', { WithdrawMsgList: keys.map((MsgKey) => ({ MsgKey })) });
}
