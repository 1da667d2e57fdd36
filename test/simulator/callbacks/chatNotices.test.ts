import { testbeds, textBody } from '../../harness/simulatorTestbed';
import { receivers } from './receiver';

const open = testbeds();
const receiver = receivers();

const pushed = 'Push.AllMemberPush';
const alert = 'Alert.RequestOverLimit';

async function stage(commands: string[]) {
	const app = await receiver();
	const testbed = await open({ callbacks: { url: app.url, commands } });
	const settled = async () => await testbed.simulator.callbacks.settled();
	return { app, testbed, settled };
}

describe('a push to several users', () => {
	const batch = (To_Account: string[]) => ({
		From_Account: 'administrator',
		To_Account,
		MsgRandom: 1,
		OfflinePushInfo: { PushFlag: 0, Title: 'Sale' },
		DataId: 'campaign-7',
	});

	it('is reported with an event for each', async () => {
		const { app, testbed, settled } = await stage([pushed]);
		const accounts = testbed.simulator.world().accounts;
		Object.assign(accounts.get('alice')!, { online: true });
		Object.assign(accounts.get('bob')!, { online: false });

		const { TaskId } = await testbed.call('timpush/batch', batch(['alice', 'bob', 'nobody']));
		await settled();

		const [report] = app.received;
		const common = {
			CallbackCommand: pushed,
			TaskId,
			DataId: 'campaign-7',
			TaskTime: testbed.now / 1000,
			EventTime: testbed.now / 1000,
			PushStage: 1,
			ErrCode: 0,
			ErrInfo: '',
		};
		expect(report?.body).toEqual({
			Events: [
				{ ...common, To_Account: 'alice', EventType: 2, PushPlatform: 0 },
				{ ...common, To_Account: 'bob', EventType: 1, PushPlatform: 1 },
			],
		});
		expect(report?.query).toMatchObject({ CallbackCommand: pushed, contenttype: 'json' });
		expect(Object.keys(report?.query ?? {})).not.toEqual(
			expect.arrayContaining(['ClientIP', 'OptPlatform']),
		);
		expect(app.received).toHaveLength(1);
	});

	it('is reported a hundred events at a time', async () => {
		const { app, testbed, settled } = await stage([pushed]);
		const users = Array.from({ length: 101 }, (_none, index) => `u${index}`);
		const { accounts } = testbed.simulator.world();
		for (const user of users) accounts.set(user, { ...accounts.get('alice')! });

		await testbed.call('timpush/batch', batch(users));
		await settled();

		const counts = app.received.map(({ body }) => (body.Events as unknown[]).length);
		expect(counts.sort((a, b) => a - b)).toEqual([1, 100]);
	});

	it('is reported when it goes to all, too', async () => {
		const { app, testbed, settled } = await stage([pushed]);

		const body = { MsgRandom: 1, MsgBody: textBody('Sale') };
		await testbed.call('all_member_push/im_push', body);
		await settled();

		const [first] = app.received[0]?.body.Events as Array<Record<string, unknown>>;
		expect(first).not.toHaveProperty('DataId');
	});
});

describe('a second with more than 80 % of the calls that are allowed', () => {
	it('is told of once, with the command', async () => {
		const { app, testbed, settled } = await stage([alert]);
		const call = async () => await testbed.call('timpush/batch', { From_Account: 'administrator' });

		for (let count = 0; count < 24; count += 1) await call();
		await settled();
		expect(app.received).toEqual([]);
		for (let count = 0; count < 3; count += 1) await call();
		await settled();

		const told = app.one(alert);
		expect(told.body).toEqual({
			CallbackCommand: alert,
			ServiceName: 'timpush',
			Command: 'batch',
			Request: 25,
			Limit: 30,
		});
		expect(told.query).not.toHaveProperty('ClientIP');
		testbed.advance(1000);
		await call();
		await settled();
		expect(app.received).toHaveLength(1);
	});
});
