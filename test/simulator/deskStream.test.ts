import { testbeds, type SimulatorTestbed } from '../harness/simulatorTestbed';

const open = testbeds();

const command = 'desk_http_svc/send_stream_msg_v2';
const session = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';

const piece = (Index: number, more: object = {}) => ({
	EventType: 'data',
	Index,
	Markdown: `${Index} `,
	...more,
});

const message = (chunks: unknown, more: object = {}) => ({
	SessionId: session,
	MsgBody: [
		{ MsgType: 'TIMStreamElem', MsgContent: { CompatibleText: 'Please update', Chunks: chunks } },
	],
	...more,
});

/** Begins a message; gives its key. */
async function begin(testbed: SimulatorTestbed): Promise<string> {
	const { MsgKey } = await testbed.call(command, message([piece(1)]));
	return MsgKey as string;
}

describe('a stream of the second kind', () => {
	it('is one message that grows until its last piece', async () => {
		const testbed = await open();
		const MsgKey = await begin(testbed);

		await testbed.call(command, message([piece(2), piece(3, { IsLast: true })], { MsgKey }));

		expect(testbed.simulator.conversations()[0]?.entries.map(({ text }) => text)).toEqual([
			'1 2 3 ',
		]);
		expect(await testbed.codeOf(command, message([piece(4)], { MsgKey }))).toBe(141004);
	});

	it('closes itself 15 seconds after a piece', async () => {
		const testbed = await open();
		const MsgKey = await begin(testbed);
		testbed.advance(15_000);
		expect(await testbed.codeOf(command, message([piece(2)], { MsgKey }))).toBe(0);
		testbed.advance(15_001);
		expect(await testbed.codeOf(command, message([piece(3)], { MsgKey }))).toBe(141004);
	});

	it('takes five pieces a second', async () => {
		const testbed = await open();
		const MsgKey = await begin(testbed);
		const codes: number[] = [];
		for (let index = 2; index <= 6; index++) {
			codes.push(await testbed.codeOf(command, message([piece(index)], { MsgKey })));
		}
		expect(codes).toEqual([0, 0, 0, 0, 141009]);
	});

	it('is no larger than 128 KB', async () => {
		const testbed = await open();
		const MsgKey = await begin(testbed);
		const large = piece(2, { Markdown: 'x'.repeat(128 * 1024) });

		expect(await testbed.codeOf(command, message([large], { MsgKey }))).toBe(141004);
	});

	it.each([
		['without pieces', message([])],
		['with a first piece that is not number 1', message([piece(2)])],
		['with numbers that do not rise', message([piece(1), piece(1)])],
		['with a number as text', message([piece(1, { Index: '1' })])],
		['with a mark that is no Bool', message([piece(1, { IsLast: 1 })])],
		['with an unknown key', message([piece(2)], { MsgKey: 'nothing' })],
		['without a session', { ...message([piece(1)]), SessionId: '' }],
		['with an element of another type', { ...message([piece(1)]), MsgBody: [{ MsgType: 'x' }] }],
	])('is refused %s', async (_what, body) => {
		const testbed = await open();

		expect(await testbed.codeOf(command, body)).toBe(141004);
		expect(testbed.simulator.conversations()).toEqual([]);
	});
});
