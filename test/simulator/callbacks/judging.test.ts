import { demoApp, type CallbackPatch } from '../../../simulator';
import { liveTextCommand, sendmsg } from '../../harness/commands';
import { testbeds, directMessage, liveText, textBody } from '../../harness/simulatorTestbed';
import { responding, receivers, silent, type Reaction } from './receiver';

const open = testbeds();
const receiver = receivers();

const sendGroup = 'group_open_http_svc/send_group_msg';
const beforeDirect = 'C2C.CallbackBeforeSendMsg';
const afterDirect = 'C2C.CallbackAfterSendMsg';
const beforeGroup = 'Group.CallbackBeforeSendMsg';
const afterGroup = 'Group.CallbackAfterSendMsg';

const groupMessage = (changes: Record<string, unknown> = {}) => ({
	GroupId: 'team',
	Random: 1,
	MsgBody: textBody('hello'),
	...changes,
});

/** A server that reacts so before a message is sent, and an app that asks it. */
async function stage(reaction: Reaction, settings: CallbackPatch = {}) {
	const app = await receiver();
	for (const command of [beforeDirect, beforeGroup]) app.reactions.set(command, reaction);
	// Only a server that never answers has to be given up soon; a busy machine may be slow.
	const timeoutMs = reaction === silent ? 150 : 60_000;
	const testbed = await open({ callbacks: { url: app.url, timeoutMs, ...settings } });
	return { app, testbed };
}

describe('before a one-to-one message is sent', () => {
	it('the server is asked with the whole message', async () => {
		const { app, testbed } = await stage(responding());

		const response = await testbed.call(sendmsg, directMessage());

		const asked = app.one(beforeDirect);
		expect(asked.query.OptPlatform).toBe('RESTAPI');
		expect(asked.body).toEqual({
			CallbackCommand: beforeDirect,
			From_Account: 'administrator',
			To_Account: 'alice',
			MsgSeq: expect.any(Number),
			MsgRandom: 1,
			MsgTime: testbed.now / 1000,
			MsgKey: response.MsgKey,
			OnlineOnlyFlag: 0,
			MsgBody: textBody('hello'),
			CloudCustomData: '',
		});
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});

	it.each([
		[1, 20006],
		[120001, 120001],
		[130000, 130000],
	])('a response of %i refuses it with %i', async (code, seen) => {
		const { app, testbed } = await stage(responding({ ErrorCode: code, ErrorInfo: 'closed' }));

		const response = await testbed.call(sendmsg, directMessage());
		await testbed.simulator.callbacks.settled();

		expect(response).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: seen, ErrorInfo: 'closed' });
		expect(testbed.textsOf('alice')).toEqual([]);
		expect(app.commands).toEqual([beforeDirect]);
	});

	it('a response of 2 drops it, and the sender learns nothing of it', async () => {
		const { app, testbed } = await stage(responding({ ErrorCode: 2 }));

		const response = await testbed.call(sendmsg, directMessage());
		await testbed.simulator.callbacks.settled();

		expect(response).toMatchObject({ ErrorCode: 0, MsgKey: expect.any(String) });
		expect(testbed.textsOf('alice')).toEqual([]);
		expect(app.commands).toEqual([beforeDirect]);
	});

	it('another text and other data can be put in its place', async () => {
		const { app, testbed } = await stage(
			responding({ MsgBody: textBody('h***o'), CloudCustomData: 'moderated' }),
		);

		await testbed.call(sendmsg, directMessage({ CloudCustomData: 'raw' }));
		await testbed.simulator.callbacks.settled();

		expect(testbed.textsOf('alice')).toEqual(['h***o']);
		expect(app.one(afterDirect).body).toMatchObject({
			MsgBody: textBody('h***o'),
			CloudCustomData: 'moderated',
		});
	});

	const noDecision: Array<[string, Reaction]> = [
		['no response in time', silent],
		['a status other than 200', responding({ ErrorCode: 1 }, 500)],
		['no JSON', (response) => response.end('no')],
		['a code that no page lists', responding({ ErrorCode: 7 })],
		['a code just outside the range', responding({ ErrorCode: 130001 })],
		['a code of groups', responding({ ErrorCode: 10101 })],
		['a MsgBody that is none', responding({ MsgBody: 'no' })],
	];

	it.each(noDecision)('%s lets it pass by default', async (_name, reaction) => {
		const { app, testbed } = await stage(reaction);

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);

		expect(testbed.textsOf('alice')).toEqual(['hello']);
		// Never sent again, however it failed.
		expect(app.one(beforeDirect)).toBeDefined();
	});

	it.each(noDecision)('%s blocks it when the app wants that', async (_name, reaction) => {
		const { app, testbed } = await stage(reaction, { blockOnTimeout: true, retryAfter: true });

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(80003);

		expect(testbed.textsOf('alice')).toEqual([]);
		expect(app.one(beforeDirect)).toBeDefined();
	});

	it('a repeat is dropped without being asked about, and one that comes meanwhile as well', async () => {
		const { app, testbed } = await stage(responding());
		const message = directMessage({ MsgSeq: 5 });

		await Promise.all([testbed.call(sendmsg, message), testbed.call(sendmsg, message)]);
		const askedSoFar = app.commands.filter((command) => command === beforeDirect).length;
		await testbed.call(sendmsg, message);

		expect(testbed.textsOf('alice')).toEqual(['hello']);
		expect(app.commands.filter((command) => command === beforeDirect)).toHaveLength(askedSoFar);
	});

	it('a message that was refused may come again', async () => {
		const { app, testbed } = await stage(responding({ ErrorCode: 1 }));
		const message = directMessage({ MsgSeq: 5 });
		expect(await testbed.codeOf(sendmsg, message)).toBe(20006);

		app.reactions.clear();

		expect(await testbed.codeOf(sendmsg, message)).toBe(0);
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});

	it.each([
		[['ForbidBeforeSendMsgCallback'], [afterDirect]],
		[['ForbidAfterSendMsgCallback'], [beforeDirect]],
		[['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'], []],
	])('ForbidCallbackControl %j leaves %j', async (ForbidCallbackControl, left) => {
		const { app, testbed } = await stage(responding());

		await testbed.call(sendmsg, directMessage({ ForbidCallbackControl }));
		await testbed.simulator.callbacks.settled();

		expect(app.commands).toEqual(left);
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});
});

describe('before a group message is sent', () => {
	it('the server is asked, and told afterwards with the number of the message', async () => {
		const { app, testbed } = await stage(responding());

		await testbed.call(sendGroup, groupMessage({ From_Account: 'bob' }));
		await testbed.simulator.callbacks.settled();

		const asked = {
			GroupId: 'team',
			Type: 'Public',
			From_Account: 'bob',
			Operator_Account: 'administrator',
			Random: 1,
			OnlineOnlyFlag: 0,
			MsgBody: textBody('hello'),
			CloudCustomData: '',
			EventTime: testbed.now,
		};
		expect(app.one(beforeGroup).body).toEqual({ CallbackCommand: beforeGroup, ...asked });
		expect(app.one(afterGroup).body).toEqual({
			CallbackCommand: afterGroup,
			...asked,
			MsgSeq: 1,
			MsgTime: testbed.now / 1000,
		});
	});

	it.each([
		[1, 10016],
		[10100, 10100],
		[10200, 10200],
	])('a response of %i refuses it with %i', async (code, seen) => {
		const { testbed } = await stage(responding({ ErrorCode: code }));

		expect(await testbed.codeOf(sendGroup, groupMessage())).toBe(seen);

		expect(testbed.textsOf('team')).toEqual([]);
		expect(testbed.simulator.world().groups.get('team')?.lastSeq).toBe(0);
	});

	it.each([120001, 10099, 10201])('a response of %i is none for groups', async (code) => {
		const { app, testbed } = await stage(responding({ ErrorCode: code }));
		expect(await testbed.codeOf(sendGroup, groupMessage())).toBe(0);
		Object.assign(testbed.simulator.callbacks.settings(), { blockOnTimeout: true });

		expect(await testbed.codeOf(sendGroup, groupMessage({ Random: 2 }))).toBe(80003);

		expect(app.commands.filter((command) => command === beforeGroup)).toHaveLength(2);
		expect(testbed.textsOf('team')).toEqual(['hello']);
	});

	it('a response of 2 drops it, and another text takes its place', async () => {
		const { app, testbed } = await stage(responding({ ErrorCode: 2 }));
		expect(await testbed.codeOf(sendGroup, groupMessage())).toBe(0);
		app.reactions.set(beforeGroup, responding({ MsgBody: textBody('other') }));

		expect(await testbed.codeOf(sendGroup, groupMessage({ Random: 2 }))).toBe(0);

		expect(testbed.textsOf('team')).toEqual(['other']);
	});

	it('ForbidCallbackControl holds for groups too', async () => {
		const { app, testbed } = await stage(responding({ ErrorCode: 1 }));

		await testbed.call(
			sendGroup,
			groupMessage({
				ForbidCallbackControl: ['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'],
			}),
		);
		await testbed.simulator.callbacks.settled();

		expect(app.received).toEqual([]);
		expect(testbed.textsOf('team')).toEqual(['hello']);
	});
});

describe('a message to a live room', () => {
	/** The server of an app that has entered it for the messages of live rooms. */
	const live = async (reaction: Reaction, commands = [beforeGroup, afterGroup]) => {
		const { app, testbed } = await stage(reaction);
		const room = await receiver();
		room.reactions.set(beforeGroup, reaction);
		await testbed.call('live_config/set_callback', {
			Url: room.url,
			CallbackCommandList: commands,
		});
		return { chat: app, room, testbed };
	};

	it('is told at the URL of Live, in a form of its own, with ExtensionInfo as CloudCustomData', async () => {
		const { chat, room, testbed } = await live(responding());

		await testbed.call(liveTextCommand, liveText({ ExtensionInfo: '{"data":1}' }));
		await testbed.simulator.callbacks.settled();

		const said = {
			GroupId: 'room1',
			Type: 'Live',
			From_Account: 'user1',
			Operator_Account: 'administrator',
			Random: expect.any(Number),
			MsgId: expect.any(String),
			MsgBody: textBody('hello'),
			CloudCustomData: '{"data":1}',
			EventTime: testbed.now,
		};
		expect(room.one(beforeGroup).body).toEqual({ CallbackCommand: beforeGroup, ...said });
		expect(room.one(afterGroup).body).toMatchObject({ ...said, MsgSeq: 1 });
		expect(chat.received).toEqual([]);
	});

	it('can be refused, with the codes of groups, and rewritten', async () => {
		const { room, testbed } = await live(responding({ ErrorCode: 1 }));
		expect(await testbed.codeOf(liveTextCommand, liveText())).toBe(10016);
		room.reactions.set(beforeGroup, responding({ ErrorCode: 10150 }));
		expect(await testbed.codeOf(liveTextCommand, liveText())).toBe(10150);
		room.reactions.set(beforeGroup, responding({ MsgBody: textBody('other') }));

		await testbed.call(liveTextCommand, liveText());

		expect(testbed.textsOf('room1')).toEqual(['other']);
	});

	it('is nobody’s where Live has not entered it, or the business of Chat: no page says', async () => {
		const { chat, room, testbed } = await live(responding(), []);
		await testbed.call(liveTextCommand, liveText());
		expect([chat.received, room.received]).toEqual([[], []]);
		testbed.simulator.callbacks.settings().roomMessagesToChat = true;

		await testbed.call(liveTextCommand, liveText());
		await testbed.simulator.callbacks.settled();

		expect(chat.commands).toEqual([beforeGroup, afterGroup]);
		expect(room.received).toEqual([]);
	});
});

it('the app of the demo asks nobody', async () => {
	const testbed = await open({ apps: [demoApp] });

	expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);
	expect(testbed.simulator.callbacks.sent).toEqual([]);
});
