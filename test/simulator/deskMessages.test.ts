import type { InboxView } from '../../simulator/page/view';
import { deskSend } from '../harness/commands';
import { deskMessage, testbeds, type SimulatorTestbed } from '../harness/simulatorTestbed';
import { deskElement, deskSamples } from '../support/deskSamples';
import { receivers } from './callbacks/receiver';

const endSession = 'desk_http_svc/end_session';

const open = testbeds();
const receiver = receivers();

const fromAlice = { from: 'alice', serviceAccount: '@support' };
const desk = (src: string, more: object = {}) => [
	deskElement({ customerServicePlugin: 0, src, ...more }),
];

const write = async (testbed: SimulatorTestbed, src: string, more: object = {}) =>
	await testbed.simulator.customer.write({ ...fromAlice, msgBody: desk(src, more) as never });

const dataOf = (element: { MsgContent: object } | undefined) =>
	JSON.parse(String((element?.MsgContent as { Data?: unknown })?.Data)) as Record<string, unknown>;

/** What the inbox draws of the conversation of alice and the service account. */
async function shown(testbed: SimulatorTestbed) {
	const id = testbed.simulator.conversations()[0]?.id ?? '';
	const url = `${testbed.simulator.url}/api/inbox?${new URLSearchParams({ open: id })}`;
	const { open: conversation } = (await (await fetch(url)).json()) as InboxView;
	return (conversation?.entries ?? []).map(({ sender, signal, elements, text }) => ({
		from: sender,
		isSignal: signal === true,
		src: text.startsWith('hello') ? 'text' : dataOf(elements[0]).src,
		data: text.startsWith('hello') ? {} : dataOf(elements[0]),
	}));
}

const signalsOf = async (testbed: SimulatorTestbed) =>
	(await shown(testbed))
		.filter(({ isSignal }) => isSignal)
		.map(({ from, src, data }) => [from, src, data.content]);

const begin = async (testbed: SimulatorTestbed) =>
	String((await testbed.simulator.customer.write({ ...fromAlice, text: 'hello' })).SessionId);

const requestIn = async (testbed: SimulatorTestbed) =>
	(await shown(testbed)).find(({ src }) => src === '9')?.data.menuContent as
		| { sessionId: string; menu: Array<{ id: string; content: string }>; selected?: object }
		| undefined;

describe('signals', () => {
	it('open the window: the flow starts, and the client learns who may ask for a rating', async () => {
		const testbed = await open();
		const { SessionId } = await write(testbed, '7');
		await testbed.simulator.customer.write({ ...fromAlice, text: 'hello' });

		expect(testbed.simulator.world().sessions.get(String(SessionId))?.state).toBe('Chatbot');
		expect(await signalsOf(testbed)).toEqual([
			['alice', '7', undefined],
			['@support', '23', { menuSendRuleFlag: 6 }],
		]);
	});

	it('tell that an agent came and that the session ended', async () => {
		const testbed = await open();
		const sessionId = await begin(testbed);
		await testbed.simulator.customer.askForAgent({ sessionId });
		await testbed.call(endSession, { SessionId: sessionId });

		const seat = (content: string) => ({ command: 'updateSeatStatus', content });
		expect(await signalsOf(testbed)).toEqual([
			['@support', '26', seat('inSeat')],
			['@support', '26', seat('outSeat')],
			['@support', '19', undefined],
		]);
	});

	it('are no messages: neither in conversations nor in the history of the session', async () => {
		const testbed = await open();
		const sessionId = await begin(testbed);
		await write(testbed, '7');
		expect(testbed.textsOf('alice')).toEqual(['hello']);
		expect(testbed.simulator.world().sessions.get(sessionId)?.messages).toHaveLength(1);
	});

	it('end the session for the customer', async () => {
		const testbed = await open();
		const sessionId = await begin(testbed);
		await write(testbed, '27');
		expect(testbed.simulator.world().sessions.get(sessionId)?.state).toBe('Ended');
	});

	it("reach the app's server like any message, of Chat and of Desk", async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url } });
		await write(testbed, '7');
		await testbed.simulator.callbacks.settled();

		const told = app.received.filter(({ body }) => body.MsgBody !== undefined);
		expect(told.map(({ body }) => body.CallbackCommand).sort()).toEqual([
			'C2C.CallbackAfterSendMsg',
			'Desk.SessionEventNotify',
		]);
		for (const { body } of told) expect(body.MsgBody).toEqual(desk('7'));
	});
});

describe('a rating', () => {
	const choose = async (testbed: SimulatorTestbed, position: number) => {
		const { menu, sessionId } = (await requestIn(testbed))!;
		return await write(testbed, '10', { menuSelected: { ...menu[position], sessionId } });
	};

	it('is asked for by the customer, and given once', async () => {
		const testbed = await open();
		const sessionId = await begin(testbed);
		await write(testbed, '24');
		expect(await requestIn(testbed)).toMatchObject({ sessionId, type: 1, effectiveHour: 12 });

		await choose(testbed, 3);
		await choose(testbed, 0);

		expect((await requestIn(testbed))?.selected).toEqual({ id: '104', content: 'Good' });
		expect(testbed.simulator.world().sessions.get(sessionId)?.rating).toBe(4);
	});

	it('follows the session where the server asks, and begins no other', async () => {
		const testbed = await open({ behaviour: { deskRatingRule: 1 } });
		const sessionId = await begin(testbed);
		await write(testbed, '24');
		expect(await requestIn(testbed)).toBeUndefined();
		await testbed.call(endSession, { SessionId: sessionId });

		expect(await choose(testbed, 4)).toMatchObject({ ErrorCode: 0, SessionId: sessionId });
		const { sessions } = testbed.simulator.world();
		expect(sessions.get(sessionId)).toMatchObject({ state: 'Ended', rating: 5 });
		expect(sessions.openBetween('@support', 'alice')).toBeUndefined();
	});

	it('is void when it is too late, or no choice', async () => {
		const testbed = await open();
		const sessionId = await begin(testbed);
		await write(testbed, '24');
		await write(testbed, '10', { menuSelected: { id: '7', content: 'x', sessionId } });
		testbed.advance((12 * 3600 + 1) * 1000);
		await choose(testbed, 4);

		expect(await requestIn(testbed)).not.toHaveProperty('selected');
		expect(testbed.simulator.world().sessions.get(sessionId)?.rating).toBeUndefined();
	});
});

describe('messages of Desk', () => {
	it.each(
		deskSamples
			.filter(({ data }) => 'customerServicePlugin' in data)
			.map((s) => [s.what, s] as const),
	)('are taken from the server and have words in the list: %s', async (_what, { data }) => {
		const testbed = await open();
		const response = await testbed.call(deskSend, deskMessage({ MsgBody: [deskElement(data)] }));
		expect(response.ErrorCode).toBe(0);
		const [text] = testbed.textsOf('alice');
		expect(text).not.toBe('');
		expect(text).not.toMatch(/[{}]|undefined|object/);
	});

	it('that a customer fills in are stored', async () => {
		const testbed = await open();
		const inputVariables = [{ name: 'Name', isRequired: 1, variableValue: 'Ann' }];
		await write(testbed, '33', { content: { inputVariables } });
		expect(testbed.textsOf('alice')).toEqual(['[filled in] Name: Ann']);
	});
});
