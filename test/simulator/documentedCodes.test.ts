import { demoApp } from '../../simulator';
import { contactUser, deskSend, liveTextCommand, sendmsg } from '../harness/commands';
import {
	testbeds,
	contact,
	deskMessage,
	directMessage,
	liveText,
	textBody,
	userSig,
	type SimulatorTestbed,
	type Query,
} from '../harness/simulatorTestbed';

/** Makes the situation for a code and says what to send then. */
type Situation = (testbed: SimulatorTestbed) => Request | Promise<Request>;

interface Request {
	body: unknown;
	query?: Query;
}

const sending =
	(body: unknown): Situation =>
	() => ({ body });

/** Faults of the server have no cause in a request; they are scripted. */
const scripted =
	(code: number, body: unknown): Situation =>
	(testbed) => {
		testbed.simulator.behaviour.failNext.push({ fault: { kind: 'errorCode', code } });
		return { body };
	};

const asUser = { identifier: 'alice', usersig: userSig({ identifier: 'alice' }) };
const long = 'x'.repeat(12 * 1024);
const custom = (data: unknown) => [{ MsgType: 'TIMCustomElem', MsgContent: { Data: data } }];

/** The private codes of each page, each with a situation in which the page says it appears. */
const pages: Array<{ path: string; codes: Record<number, Situation> }> = [
	{
		path: sendmsg,
		codes: {
			20001: sending([]),
			20002: scripted(20002, directMessage()),
			20003: sending(directMessage({ From_Account: 'nobody' })),
			20004: scripted(20004, directMessage()),
			20005: scripted(20005, directMessage()),
			20006: scripted(20006, directMessage()),
			90001: sending('{'),
			90002: sending(directMessage({ MsgBody: [{ MsgType: 'TIMTextElem' }] })),
			90003: sending(directMessage({ To_Account: 12345 })),
			90005: sending(directMessage({ MsgRandom: '1' })),
			90006: sending(directMessage({ MsgTimeStamp: '1557387418' })),
			90007: sending(directMessage({ MsgBody: textBody('hello')[0] })),
			90009: () => ({ body: directMessage(), query: asUser }),
			90010: sending(directMessage({ MsgBody: custom({ src: '22' }) })),
			90012: sending(directMessage({ To_Account: 'nobody' })),
			90026: sending(directMessage({ MsgLifeTime: 604_801 })),
			90031: sending(directMessage({ SyncOtherMachine: '1' })),
			90043: sending(directMessage({ OfflinePushInfo: { PushFlag: '0' } })),
			90044: sending(directMessage({ MsgLifeTime: '60' })),
			90048: (testbed) => {
				testbed.simulator.behaviour.unknownReceiverCode = 90048;
				return { body: directMessage({ To_Account: 'nobody' }) };
			},
			90992: scripted(90992, directMessage()),
			91000: scripted(91000, directMessage()),
			93000: sending(directMessage({ MsgBody: textBody(long) })),
		},
	},
	{
		path: deskSend,
		codes: {
			90001: sending('{'),
			90002: sending(deskMessage({ MsgBody: [] })),
			90005: sending(deskMessage({ MsgRandom: 1.5 })),
			90007: sending(deskMessage({ MsgBody: {} })),
			90009: () => ({ body: deskMessage(), query: asUser }),
			90010: sending(deskMessage({ MsgBody: [{ MsgType: 'Text', MsgContent: {} }] })),
			93000: sending(deskMessage({ MsgBody: textBody(long) })),
			141002: scripted(141002, deskMessage()),
			141004: sending(deskMessage({ FromAccount: 'bob' })),
			141005: sending(deskMessage({ SessionId: '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10' })),
		},
	},
	{
		path: contactUser,
		codes: {
			141001: (testbed) => {
				for (const agent of testbed.simulator.world().agents.values()) agent.state = 'offline';
				return { body: contact() };
			},
			141002: scripted(141002, contact()),
			141003: sending(contact({ ClientUserID: 'grace' })),
			141004: sending(contact({ ClientUserID: 1289314544 })),
			141011: sending(contact({ MemberId: 'noah@example.com' })),
			141012: sending(contact({ MemberId: 'liam@example.com' })),
			141013: sending(contact({ MemberId: 'olivia@example.com' })),
			141014: (testbed) => {
				testbed.simulator.world().contactUserEnabled = false;
				return { body: contact() };
			},
			141015: sending(contact({ ClientUserID: 'nobody' })),
			141016: sending(contact({ ClientUserID: 'frank' })),
			141017: sending(contact({ GroupId: 9467 })),
			141018: sending(contact({ GroupId: 9466 })),
			141019: sending(contact({ GroupId: 1 })),
		},
	},
	{
		path: liveTextCommand,
		codes: {
			100001: scripted(100001, liveText()),
			100002: sending(liveText({ Sender_Account: 5 })),
			100004: sending(liveText({ RoomId: 'nowhere' })),
			100006: sending(liveText({ RoomId: 'old-group' })),
			100601: sending(liveText({ RoomId: 'quiet-room', Sender_Account: 'bob' })),
			100602: async (testbed) => {
				testbed.simulator.behaviour.liveRoomOverflow = 'refuse';
				testbed.simulator.behaviour.liveRoomPerSecond = 1;
				await testbed.call(liveTextCommand, liveText());
				return { body: liveText() };
			},
			100603: sending(liveText({ TextContent: long })),
		},
	},
];

describe.each(pages)('$path', ({ path, codes }) => {
	const open = testbeds();

	it.each(Object.entries(codes))(
		'answers %s in its situation, and stores nothing',
		async (code, situation) => {
			const testbed = await open();
			const { body, query } = await situation(testbed);
			const before = testbed.simulator.conversations();

			const response = await testbed.call(path, body, query);

			expect(response).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: Number(code) });
			expect(response.ErrorInfo).not.toBe('');
			expect(testbed.simulator.conversations()).toEqual(before);
		},
	);
});

describe('an app without a desk', () => {
	const open = testbeds();

	it.each([
		[contactUser, contact()],
		[deskSend, deskMessage()],
	])('has no %s: 141000', async (path, body) => {
		const testbed = await open({ apps: [{ ...demoApp, desk: false }] });

		expect(await testbed.codeOf(path, body)).toBe(141000);
	});
});
