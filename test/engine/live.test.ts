import type { IDataObject } from 'n8n-workflow';

import { liveTextCommand } from '../harness/commands';
import { testbeds, failureIn, live, message, pairs } from '../harness/engineTestbed';

const open = testbeds();

/** Long enough for several retries: the room takes so many messages a second. */
const texts = (count: number) =>
	Array.from({ length: count }, (_unused, index) => message('room1', `${index}`));

/** What the server said that it dropped, told from what the audience saw. */
const seen = (items: IDataObject[]) => items.map(({ text }) => String(text));

describe('a live room that gets more messages than it may', () => {
	it('and drops some: those are never reported as sent', async () => {
		const testbed = await open({ liveRoomPerSecond: 5 });
		const items = texts(8);

		const { output, errorOutput } = await testbed.run(live({ maxRetries: 0 }), items, {
			onError: 'continueErrorOutput',
		});

		// Tencent answered ErrorCode 0 to every one of them.
		expect(testbed.calls(liveTextCommand).map(({ errorCode }) => errorCode)).toEqual(
			items.map(() => 0),
		);
		expect(errorOutput.length).toBeGreaterThan(0);
		expect(seen(pairs(output).map((item) => items[item]!))).toEqual(testbed.shown('room1'));
		for (const failed of errorOutput) {
			expect(failed.json.error).toMatchObject({
				message: 'The live room dropped the message (MsgFreqCtrl)',
				advice: expect.stringContaining('Requests per Second'),
				MsgDropReason: 'MsgFreqCtrl',
				RequestId: expect.any(String),
				mayHaveBeenSent: false,
			});
		}
	});

	it('and drops one: the workflow stops instead of going on as if it had been seen', async () => {
		const testbed = await open({ liveRoomPerSecond: 1 });

		const { error, output } = await testbed.run(live({ maxRetries: 0 }), texts(2));

		expect(output).toEqual([]);
		expect(error?.message).toBe('The live room dropped the message (MsgFreqCtrl)');
		expect(testbed.shown('room1')).toEqual(['0']);
	});

	it.each(['drop', 'refuse'] as const)(
		'(%s) gets them later, in order and each once, as soon as it takes them',
		async (liveRoomOverflow) => {
			const testbed = await open({ liveRoomPerSecond: 3, liveRoomOverflow });
			const items = texts(6);

			const { output, error } = await testbed.run(live({ maxRetries: 10 }), items);

			expect(error).toBeUndefined();
			expect(output).toHaveLength(6);
			expect(testbed.shown('room1')).toEqual(seen(items));
			expect(testbed.calls(liveTextCommand).length).toBeGreaterThan(6);
		},
	);

	it('tells what Tencent gave back for a message that was seen', async () => {
		const testbed = await open();

		const { output } = await testbed.run(live(), [message('room1', 'hello')]);

		expect(output[0]?.json).toEqual({
			RoomId: 'room1',
			Sender_Account: 'user1',
			RequestId: expect.any(String),
			MsgTime: expect.any(Number),
			MsgSeq: 1,
		});
	});

	it.each([
		['room9', 100004],
		['old-group', 100006],
	])('a message to %s is refused with its code and the request to quote', async (room, code) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(live(), [message(room, 'x')], {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: code,
			RequestId: expect.any(String),
		});
	});
});
