import { liveTextCommand } from '../harness/commands';
import { testbeds, liveText, type SimulatorTestbed } from '../harness/simulatorTestbed';

describe('a live text', () => {
	const open = testbeds();
	const reasonOf = async (testbed: SimulatorTestbed) => {
		const { Response } = await testbed.call(liveTextCommand, liveText());
		return (Response as { MsgDropReason: string }).MsgDropReason;
	};

	it('is shown to the room with its extension', async () => {
		const testbed = await open();

		await testbed.call(liveTextCommand, liveText({ ExtensionInfo: '{"data":1}' }));

		expect(testbed.simulator.conversations()).toMatchObject([
			{
				kind: 'live',
				participants: ['room1'],
				entries: [{ sender: 'user1', text: 'hello', seq: 1, cloudCustomData: '{"data":1}' }],
			},
		]);
	});

	it('is shown twice when it is sent twice: nothing marks a repeat', async () => {
		const testbed = await open();

		await testbed.call(liveTextCommand, liveText());
		await testbed.call(liveTextCommand, liveText());

		expect(testbed.textsOf('room1')).toEqual(['hello', 'hello']);
	});

	it('too many in a second of one room is dropped although the response is OK', async () => {
		const testbed = await open({ behaviour: { liveRoomPerSecond: 2 } });

		expect([await reasonOf(testbed), await reasonOf(testbed), await reasonOf(testbed)]).toEqual([
			'',
			'',
			'MsgFreqCtrl',
		]);
		expect(testbed.textsOf('room1')).toHaveLength(2);
		expect(await testbed.codeOf(liveTextCommand, liveText({ RoomId: 'town-hall' }))).toBe(0);
		expect(testbed.textsOf('town-hall')).toHaveLength(1);
		testbed.advance(1000);
		expect(await reasonOf(testbed)).toBe('');
	});

	it('is never dropped when the limit of the room is lifted', async () => {
		const testbed = await open({ behaviour: { liveRoomPerSecond: null, rateLimit: null } });

		for (let count = 0; count < 60; count += 1) expect(await reasonOf(testbed)).toBe('');
	});

	it.each([
		{ RoomId: undefined },
		{ RoomId: 5 },
		{ Sender_Account: '' },
		{ Sender_Account: 'nobody' },
		{ TextContent: '' },
		{ TextContent: ['hello'] },
		{ ExtensionInfo: { data: 1 } },
		{ ExtensionInfo: 'no json' },
	])('is refused with 100002 for %j', async (changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(liveTextCommand, liveText(changes))).toBe(100002);
	});

	it('may have any extension and any sender where the switches allow it', async () => {
		const testbed = await open({
			behaviour: { extensionInfoMustBeJson: false, liveUnknownSender: 'accept' },
		});
		const body = liveText({ ExtensionInfo: 'no json', Sender_Account: 'nobody' });

		expect(await testbed.codeOf(liveTextCommand, body)).toBe(0);
	});

	it('from someone else is fine in a room where one user is muted', async () => {
		const testbed = await open();

		expect(await testbed.codeOf(liveTextCommand, liveText({ RoomId: 'quiet-room' }))).toBe(0);
	});

	it('has a RequestId even when it is refused', async () => {
		const testbed = await open();

		const response = await testbed.call(liveTextCommand, liveText({ RoomId: 'nowhere' }));

		expect(response.RequestId).toMatch(/^Id-/);
		expect(response.Response).toBeUndefined();
	});
});
