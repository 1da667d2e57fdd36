import { destinationOf } from '../../../simulator/callbacks/callbacks';
import type { CallbackPatch } from '../../../simulator';
import { buildCallbackState, type CallbackState } from '../../../simulator/callbacks/state';

const [chat, desk, live] = ['chat', 'desk', 'live'].map((name) => `https://${name}.example/hook`);

const state = (
	commands: string[] = [],
	settings: CallbackPatch = {},
): { callbacks: CallbackState } => ({
	callbacks: {
		...buildCallbackState({ url: chat, deskUrl: desk, token: 'of chat', ...settings }),
		live: { url: live!, commands },
		liveToken: { token: 'of live', enabled: true },
	},
});

describe('a callback goes', () => {
	it.each([
		'Live.CallbackAfterCreateRoom',
		'Mic.CallbackAfterSeatInfoChanged',
		'Follow.CallbackAfterFollowAdd',
	])('to the URL of Live where its list has %s', (command) => {
		expect(destinationOf(state([command]), { command })).toEqual({
			to: 'live',
			url: live,
			token: 'of live',
		});
	});

	it.each(['Live.CallbackAfterCreateRoom', 'Mic.CallbackAfterSeatInfoChanged'])(
		'nowhere where the list of Live does not have %s',
		(command) => expect(destinationOf(state(), { command })).toBeUndefined(),
	);

	it('to the URL of Chat where only the list of Chat has it', () => {
		const command = 'Follow.CallbackAfterFollowDelete';
		expect(destinationOf(state(), { command })).toMatchObject({ to: 'chat', url: chat });
	});

	it.each(['Desk.SessionEventNotify', 'ChatBot.OnAssignHuman', 'ChatBot.OnAssignAgent'])(
		'to the URL of Desk: %s',
		(command) => expect(destinationOf(state(), { command })).toMatchObject({ url: desk }),
	);
});

describe('a signature', () => {
	it.each([
		['Desk.SessionEventNotify', null],
		['Push.AllMemberPush', null],
		['C2C.CallbackAfterSendMsg', 'of chat'],
	])('of %s is there, unless only what its page shows is to be sent', (command, token) => {
		expect(destinationOf(state(), { command })?.token).toBe('of chat');
		expect(destinationOf(state([], { signsAll: false }), { command })?.token).toBe(token);
	});
});
