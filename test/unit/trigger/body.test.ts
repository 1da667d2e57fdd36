import { readBody } from '../../../nodes/TencentChatDesk/trigger/body';
import { readTriggerSettings } from '../../../nodes/TencentChatDesk/trigger/settings';
import { item, refusal } from '../item';

describe('the body of a callback', () => {
	const command = 'Group.CallbackAfterSendMsg';
	const read = (text: string) => readBody(Buffer.from(text), command);

	it('keeps every digit of a number beyond 2^53', () => {
		const text = `{"CallbackCommand":"${command}","EventTime":144115244425849730123,"MsgSeq":7}`;
		expect(read(text)).toEqual({
			command,
			body: { CallbackCommand: command, EventTime: '144115244425849730123', MsgSeq: 7 },
		});
	});

	it('says which command it is where the address does not', () => {
		const read = (text: string) => readBody(Buffer.from(text), undefined);

		expect(read(`{"CallbackCommand":"${command}"}`)).toMatchObject({ command });
		for (const text of ['{}', '{"CallbackCommand":""}', '{"CallbackCommand":["a"]}']) {
			expect(read(text)).toEqual({ status: 400 });
		}
	});

	it('need not say it where the address does', () => {
		expect(read('{"Scene":"C2C"}')).toEqual({ command, body: { Scene: 'C2C' } });
	});

	it('is refused when it is no object, or that of another command', () => {
		for (const text of ['', '[]', '12345678901234567890', '{"CallbackCommand":"Other"}']) {
			expect(read(text)).toEqual({ status: 400 });
		}
	});
});

describe('the lists of the trigger', () => {
	const settings = (more: Record<string, unknown>, options = {}) =>
		readTriggerSettings(item({ events: ['*'], ...more, options }));

	it.each(['bot1; bot2', 'bot1\nbot2', 'bot1，bot2', '["bot1","bot2"]'])(
		'of senders to ignore may be %j',
		(ignoreSenders) => {
			expect(settings({}, { ignoreSenders }).ignoreSenders).toEqual(['bot1', 'bot2']);
		},
	);

	it('of session events may be one to a line', () => {
		expect(settings({ deskEvents: 'SessionBegin\nChatBot.UserSendMsg' }).deskEvents).toEqual([
			'SessionBegin',
			'ChatBot.UserSendMsg',
		]);
	});

	it('tells of a sender that may be two', () => {
		const { problem } = refusal(() => settings({}, { ignoreSenders: 'bot1 bot2' }));
		expect(problem).toBe("'Ignore Senders' holds 'bot1 bot2', which has a space or quotes in it");
	});

	it.each([
		['letGiftsPass', true],
		['ignoreRestApi', true],
		['ignoreDeskSignals', true],
		['simplify', false],
	] as const)('and %s is %s in a trigger that was saved without it', (name, value) => {
		expect(settings({})[name]).toBe(value);
	});

	it('and its switches may come from a table', () => {
		expect(settings({ ignoreRestApi: 'FALSE' }).ignoreRestApi).toBe(false);
	});
});
