import { testbeds, textBody } from '../../harness/simulatorTestbed';
import { receivers } from './receiver';

const open = testbeds();
const receiver = receivers();

const service = (command: string) => `official_account_open_http_svc/${command}`;
const channel = '@TOA#_news';
const toChannel = { Official_Account: channel };

/** A channel of alice, and what its app is told from then on. */
async function stage(more: object = {}) {
	const app = await receiver();
	const testbed = await open({ callbacks: { url: app.url } });
	const profile = { Owner_Account: 'alice', Name: 'News', OfficialAccountUserID: channel, ...more };
	await testbed.call(service('create_official_account'), profile);
	const told = async () => {
		await testbed.simulator.callbacks.settled();
		return app.received.map(({ body }) => body);
	};
	return { testbed, told };
}

const told = (event: string, body: object) => ({
	CallbackCommand: `OfficialAccount.CallbackAfter${event}`,
	...toChannel,
	...body,
	EventTime: expect.any(Number),
});

describe('callbacks of an official account', () => {
	it('tell that it was made, changed and deleted', async () => {
		const { testbed, told: all } = await stage();
		const change = { ...toChannel, Introduction: 'What is new', CustomString: 'secret' };
		await testbed.call(service('modify_official_account_base_info'), change);
		await testbed.call(service('destroy_official_account'), toChannel);

		expect(await all()).toEqual([
			told('CreateOfficialAccount', {
				Operator_Account: 'administrator',
				Owner_Account: 'alice',
				Name: 'News',
			}),
			told('OfficialAccountInfoChanged', {
				Operator_Account: 'administrator',
				Introduction: 'What is new',
			}),
			told('OfficialAccountDestroyed', { Owner_Account: 'alice', Name: 'News' }),
		]);
	});

	it('tell who subscribed and who left, each once, and when it is full', async () => {
		const { testbed, told: all } = await stage({ MaxSubscriberNum: 2 });
		const subscribe = (...users: string[]) =>
			testbed.call(service('add_subscriber'), {
				...toChannel,
				SubscriberList: users.map((Subscriber_Account) => ({ Subscriber_Account })),
			});
		await subscribe('alice');
		await subscribe('alice', 'bob', 'nobody');
		const leaving = { ...toChannel, SubscriberToDel_Account: ['bob', 'carol'] };
		await testbed.call(service('delete_subscriber'), leaving);

		const list = (...users: string[]) => ({
			Operator_Account: 'administrator',
			SubscribeAccountList: users.map((Subscriber_Account) => ({ Subscriber_Account })),
		});
		expect((await all()).slice(1)).toEqual([
			told('AddSubscriber', list('alice')),
			told('AddSubscriber', list('bob')),
			told('OfficialAccountFull', {}),
			told('DeleteSubscriber', list('bob')),
		]);
	});

	it('tell what it sent and recalled, unless the call forbids it', async () => {
		const { testbed, told: all } = await stage();
		const send = (Random: number, more: object = {}) =>
			testbed.call(service('send_official_account_msg'), {
				...toChannel,
				Random,
				MsgBody: textBody('Hello'),
				...more,
			});
		const { MsgKey, MsgTime } = await send(1);
		await send(2, { ForbidCallbackControl: ['ForbidAfterSendMsgCallback'] });
		const recall = { ...toChannel, MsgKeyList: [MsgKey, 'other'] };
		await testbed.call(service('official_account_msg_recall'), recall);
		await testbed.call(service('official_account_msg_recall'), recall);

		expect((await all()).slice(1)).toEqual([
			told('SendMsg', {
				MsgKey,
				MsgTime,
				OnlineOnlyFlag: 0,
				MsgBody: textBody('Hello'),
				CloudCustomData: '',
			}),
			told('MsgWithDraw', { WithdrawMsgList: [{ MsgKey }] }),
		]);
	});
});
