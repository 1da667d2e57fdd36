import type { JsonObject } from '../../../json';
import { tellSubscribed, tellUnsubscribed } from '../../../callbacks/officialAccounts';
import { accountExists } from '../../../state/world';
import { between, filled, objects, objectsOf, short, text, texts, textsOf } from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { channelCommand, seconds } from './channelChecks';

const maxOfACall = 100;
const failed = 0;
const changed = 1;
const already = 2;

const results = (accounts: string[], result: (account: string) => number): JsonObject[] =>
	accounts.map((account) => ({ Subscriber_Account: account, Result: result(account) }));

const accountsIn = (list: JsonObject[]) =>
	list.map(({ Subscriber_Account }) => String(Subscriber_Account));

/** Adding Subscribers (1047/60760). */
const add = channelCommand(
	'add_subscriber',
	{ SubscriberList: objects({ Subscriber_Account: filled }, maxOfACall) },
	(call, channel) => {
		const { subscribers, maxSubscribers } = channel;
		const accounts = objectsOf(call.body.SubscriberList).map(({ Subscriber_Account }) =>
			String(Subscriber_Account),
		);
		const SubscriberList = results(accounts, (account) => {
			if (subscribers.has(account)) return already;
			if (!accountExists(call.state.world, account) || subscribers.size >= maxSubscribers) {
				return failed;
			}
			subscribers.set(account, { subscribeTime: seconds(call), customString: '' });
			return changed;
		});
		const added = SubscriberList.filter(({ Result }) => Result === changed);
		tellSubscribed(call, channel, accountsIn(added));
		return { response: { SubscriberList } };
	},
);

/** Removing Subscribers (1047/60761). */
const remove = channelCommand(
	'delete_subscriber',
	{ SubscriberToDel_Account: texts(maxOfACall) },
	(call, channel) => {
		const SubscriberList = results(textsOf(call.body.SubscriberToDel_Account), (account) =>
			channel.subscribers.delete(account) ? changed : already,
		);
		const removed = SubscriberList.filter(({ Result }) => Result === changed);
		tellUnsubscribed(call, channel, accountsIn(removed));
		return { response: { SubscriberList } };
	},
);

/** Getting Subscribers (1047/60759). */
const get = channelCommand(
	'get_subscriber_info',
	{ Next: text, 'Limit?': between(1, 200) },
	(call, { subscribers, lastMsgTime }) => {
		const all = [...subscribers];
		const { Next, Limit = all.length } = call.body;
		const start = Next === '' ? 0 : Number(Next);
		if (Number.isNaN(start)) return refuse(6017, 'Next is none that was given');
		const end = start + Number(Limit);
		return {
			response: {
				SubscriberNum: all.length,
				SubscriberList: all
					.slice(start, end)
					.map(([Subscriber_Account, { subscribeTime, customString }]): JsonObject => ({
						Subscriber_Account,
						SubscribeTime: subscribeTime,
						CustomString: customString,
						MsgFlag: 'AcceptAndNotify',
						LastSendMsgTime: lastMsgTime,
					})),
				Next: end < all.length ? String(end) : '',
			},
		};
	},
);

/** Modifying a Subscriber (1047/60762). */
const modify = channelCommand(
	'modify_subscriber_info',
	{ Subscriber_Account: filled, CustomString: short(3000) },
	(call, { subscribers }) => {
		const subscriber = subscribers.get(String(call.body.Subscriber_Account));
		if (!subscriber) return refuse(131003, 'the user is no subscriber');
		subscriber.customString = String(call.body.CustomString);
		return { response: {} };
	},
);

export const subscriberCommands: readonly Endpoint[] = [add, remove, get, modify];
