import type { CallbackPatch } from '../../../simulator';
import { contactUser, deskSend } from '../../harness/commands';
import { testbeds, contact, deskMessage, textBody } from '../../harness/simulatorTestbed';
import { responding, receivers } from './receiver';

const open = testbeds();
const receiver = receivers();

const event = 'Desk.SessionEventNotify';
const assign = 'ChatBot.OnAssignHuman';
const bot = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function stage(settings: CallbackPatch = {}) {
	const app = await receiver();
	const testbed = await open({ callbacks: { url: app.url, ...settings } });
	const settled = async () => await testbed.simulator.callbacks.settled();
	const events = () => app.received.map(({ body }) => body.Event);
	return { app, testbed, settled, events };
}

describe('the events of a session', () => {
	it("begin with the customer's first message", async () => {
		const { app, testbed, settled } = await stage();

		const response = await testbed.simulator.customer.write({
			from: 'alice',
			serviceAccount: '@support',
			text: 'Where is my parcel?',
			cloudCustomData: 'order 7',
		});
		await settled();

		const common = {
			CallbackCommand: event,
			SessionId: response.SessionId,
			EventTime: testbed.now,
			ChannelType: 'SDK',
			ClientUserId: 'alice',
			CustomerServiceId: '@support',
			AgentId: '',
			ForwardFromAgentId: '',
			IsContactUser: false,
		};
		const [began, wrote] = ['SessionBegin', 'ChatBot.UserSendMsg'].map((event) =>
			app.received.find(({ body }) => body.Event === event),
		);
		expect(began?.body).toEqual({ ...common, Event: 'SessionBegin' });
		expect(wrote?.body).toEqual({
			...common,
			Event: 'ChatBot.UserSendMsg',
			MsgKey: response.MsgKey,
			MsgBody: textBody('Where is my parcel?'),
			CloudCustomData: 'order 7',
		});
		expect(app.received).toHaveLength(2);
	});

	it('have a RequestID each, which a repeat keeps', async () => {
		const { app, testbed, settled } = await stage({ retryAfter: true });
		app.reaction = (response, callback) => {
			responding({}, app.received.length <= 2 ? 500 : 200)(response, callback);
		};

		await testbed.simulator.customer.write({
			from: 'alice',
			serviceAccount: '@support',
			text: 'hi',
		});
		await settled();

		const ids = app.received.map(({ query }) => query.RequestID ?? '');
		expect(ids).toHaveLength(4);
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(id).toMatch(uuid);
	});

	it('go on with the session, without beginning it again', async () => {
		const { testbed, settled, events } = await stage();

		await testbed.simulator.customer.write({ sessionId: bot, text: 'one' });
		await settled();
		await testbed.call(deskSend, deskMessage({ SessionId: bot }));
		await settled();

		expect(events()).toEqual(['ChatBot.UserSendMsg', 'ChatBot.RobotSendMsg']);
	});

	it('say that a workflow wrote and not a person', async () => {
		const { app, testbed, settled } = await stage();

		await testbed.call(deskSend, deskMessage({ SessionId: bot, MsgBody: textBody('hello') }));
		await settled();

		expect(app.one(event)).toMatchObject({
			query: { OptPlatform: 'RESTAPI' },
			body: { Event: 'ChatBot.RobotSendMsg', MsgBody: textBody('hello') },
		});
	});

	it('say when it was us who contacted the user', async () => {
		const { app, testbed, settled } = await stage();

		await testbed.call(contactUser, contact());
		await settled();

		expect(app.one(event).body).toMatchObject({ Event: 'SessionBegin', IsContactUser: true });
	});

	it('whose names are not documented come only under a name that was given', async () => {
		const { testbed, settled, events } = await stage();
		await testbed.simulator.customer.askForAgent({ sessionId: bot });
		await testbed.simulator.customer.write({ sessionId: bot, text: 'with an agent' });
		await testbed.simulator.customer.endSession({ sessionId: bot });
		await settled();
		expect(events()).toEqual([undefined]);

		testbed.simulator.reset();
		testbed.simulator.callbacks.settings().commands = [event];
		Object.assign(testbed.simulator.callbacks.settings().deskEvents, {
			transferred: 'Some.Transfer',
			userToAgent: 'Some.Message',
			sessionEnded: 'Some.End',
		});
		await testbed.simulator.customer.askForAgent({ sessionId: bot });
		await settled();
		await testbed.simulator.customer.write({ sessionId: bot, text: 'with an agent' });
		await settled();
		await testbed.simulator.customer.endSession({ sessionId: bot });
		await settled();

		expect(events().slice(1)).toEqual(['Some.Transfer', 'Some.Message', 'Some.End']);
	});

	it("go to Desk's own URL where there is one", async () => {
		const { app, testbed, settled } = await stage();
		const desk = await receiver();
		testbed.simulator.callbacks.settings().deskUrl = desk.url;

		await testbed.simulator.customer.write({ sessionId: bot, text: 'hi' });
		await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text: 'hi' });
		await settled();

		expect(desk.commands).toEqual([event]);
		expect(app.commands).not.toContain(event);
		expect(testbed.simulator.callbacks.sent.map(({ to }) => to)).toEqual(['desk', 'chat', 'chat']);
	});
});

describe('a customer asks for an agent', () => {
	it('and the server is told of it', async () => {
		const { app, testbed } = await stage({ commands: [assign] });

		await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(app.one(assign).body).toEqual({
			CallbackCommand: assign,
			SessionId: bot,
			ClientUserId: 'user45',
			EventTime: testbed.now,
		});
	});

	it("and the server is told of it under Chat's name for it too", async () => {
		const named = 'ChatBot.OnAssignAgent';
		const { app, testbed } = await stage({ assignCommand: named });
		const desk = await receiver();
		testbed.simulator.callbacks.settings().deskUrl = desk.url;

		await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(desk.one(named).body).toMatchObject({ SessionId: bot });
		expect(app.commands).not.toContain(named);
	});

	it('and gets the first of those that the server names who is free', async () => {
		const { app, testbed } = await stage({ commands: [assign] });
		app.reaction = responding({ AgentIdList: ['noah@example.com', 'mia@example.com'] });

		const response = await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(response).toMatchObject({ ErrorCode: 0, AgentId: 'mia@example.com', IsInQueue: 0 });
	});

	it('and gets one of the group that the server names', async () => {
		const { app, testbed } = await stage({ commands: [assign] });
		const agents = testbed.simulator.world().agents;
		Object.assign(agents.get('noah@example.com') ?? {}, { state: 'online', receptions: 9 });
		app.reaction = responding({ AgentGroupId: 9467 });

		const response = await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(response).toMatchObject({ ErrorCode: 0, AgentId: 'noah@example.com' });
		expect(testbed.simulator.world().sessions.get(bot)?.groupId).toBe(9467);
	});

	it('and gets none when nobody of the named group is there', async () => {
		const { app, testbed } = await stage({ commands: [assign] });
		app.reaction = responding({ AgentGroupId: 9467 });

		const response = await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(response.ErrorCode).toBe(141017);
		expect(testbed.simulator.world().sessions.get(bot)?.state).toBe('Chatbot');
	});

	it('and gets whom the default policy picks when the server fails', async () => {
		const { app, testbed } = await stage({ commands: [assign] });
		app.reaction = responding({ ErrorCode: 1, AgentIdList: ['noah@example.com'] });

		const response = await testbed.simulator.customer.askForAgent({ sessionId: bot });

		expect(response).toMatchObject({ ErrorCode: 0, AgentId: 'mia@example.com' });
	});
});
