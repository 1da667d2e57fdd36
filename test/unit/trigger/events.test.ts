import { eventOptions } from '../../../nodes/TencentChatDesk/trigger/eventOptions';
import { anyEvent, eventOf, events } from '../../../nodes/TencentChatDesk/trigger/events';
import { TencentChatDeskTrigger } from '../../../nodes/TencentChatDesk/TencentChatDeskTrigger.node';
import type { INodePropertyOptions } from 'n8n-workflow';
import { documentedCallbacks, noCallbacks } from './documentedCallbacks';

/** Written from the documentation: the callbacks that wait for an answer. */
const waiting = [
	'C2C.CallbackBeforeSendMsg',
	'ChatBot.OnAssignAgent',
	'ChatBot.OnAssignHuman',
	'Chatbot.InterfaceInvocation',
	'Group.CallbackBeforeApplyJoinGroup',
	'Group.CallbackBeforeCreateGroup',
	'Group.CallbackBeforeCreateTopic',
	'Group.CallbackBeforeInviteJoinGroup',
	'Group.CallbackBeforeSendMsg',
	'Live.CallbackBeforeSendGift',
	'OfficialAccount.CallbackBeforeAddSubscriber',
	'OfficialAccount.CallbackBeforeCreateOfficialAccount',
	'OfficialAccount.CallbackBeforeSendMsg',
	'Sns.CallbackPrevFriendAdd',
	'Sns.CallbackPrevFriendResponse',
];

describe('every callback that Tencent documents', () => {
	it.each(Object.entries(documentedCallbacks))('%s (%s) is an event', (command) => {
		expect(eventOf(command)).toMatchObject({ command });
		const { properties } = new TencentChatDeskTrigger().description;
		const { options } = properties.find(({ name }) => name === 'events')!;
		const values = (options as INodePropertyOptions[]).map(({ value }) => value);
		expect(values).toContain(command);
	});

	it('is all that the trigger knows', () => {
		const commands = events.map(({ command }) => command);
		expect(commands.filter((command) => !(command in documentedCallbacks))).toEqual([]);
	});

	it.each(noCallbacks)('is told from what only looks like one: %s', (name) => {
		expect(events.map(({ command }) => command)).not.toContain(name);
	});
});

describe('the events', () => {
	it('that wait for an answer are those of the documentation', () => {
		const before = events.filter(({ when }) => when === 'before').map(({ command }) => command);
		expect(before.sort()).toEqual(waiting);
	});

	it('have one name and one command each', () => {
		const names = events.map(({ group, name }) => `${group}: ${name}`);
		expect(names).toEqual([...new Set(names)]);
		const commands = events.map(({ command }) => command);
		expect(commands).toEqual([...new Set(commands)]);
	});

	it('are offered by group, with a choice for those to come', () => {
		const { properties } = new TencentChatDeskTrigger().description;
		const { options } = properties.find(({ name }) => name === 'events')!;
		const names = (options as INodePropertyOptions[]).map(({ name }) => name);

		expect(names).toHaveLength(events.length + 4);
		expect(names).toContain('Desk: Rating Given');
		expect(names).toContain('Any Event');
		const groups = ['App', 'Bot', 'Desk', 'Direct Message', 'Group', 'Live', 'Push', 'User'];
		for (const group of [...groups, 'Official Account']) {
			expect(names.filter((name) => name.startsWith(`${group}: `)).length).toBeGreaterThan(0);
		}
	});

	it('that most people need come first, in words that say what happened', () => {
		expect(eventOptions.slice(0, 4).map(({ name, action }) => [name, action])).toEqual([
			['Desk: A Customer Writes', 'On a customer writing in Desk'],
			['Desk: A Session Begins or Ends', 'On a Desk session that begins or ends'],
			['Desk: Rating Given', 'On a rating given in Desk'],
			['Desk: An Agent Is Needed', 'On a session that needs an agent'],
		]);
	});

	it('read well in the node panel of n8n: no word comes twice in a row', () => {
		for (const { action, value } of eventOptions) {
			if (value === anyEvent) continue;
			expect(action).toMatch(/^(On|Before) /);
			expect(action).not.toMatch(/\b(\w+) \1\b/i);
		}
	});

	it("have Tencent's name in their description", () => {
		for (const { command } of events) {
			const option = eventOptions.find(({ value }) => value === command);
			expect(option?.description).toContain(`Tencent's name: ${command}.`);
		}
	});

	it.each([
		'Group.CallbackAfterReadReceipt',
		'Group.CallbackAfterMemberFieldChanged',
		'Group.CallbackAfterChangeGroupOwner',
		'Group.CallbackAfterGroupAttrChanged',
		'Group.CallbackOnDailyGroupQuotaAlarm',
		'Push.AllMemberPush',
		'Push.OfflinePush',
		'ContentCallback.ResultNotify',
		'Alert.RequestOverLimit',
		'OfficialAccount.CallbackAfterCreateOfficialAccount',
		'OfficialAccount.CallbackAfterOfficialAccountInfoChanged',
		'OfficialAccount.CallbackAfterOfficialAccountDestroyed',
		'OfficialAccount.CallbackAfterAddSubscriber',
		'OfficialAccount.CallbackAfterOfficialAccountFull',
		'OfficialAccount.CallbackAfterDeleteSubscriber',
		'OfficialAccount.CallbackAfterSendMsg',
		'OfficialAccount.CallbackAfterMsgWithDraw',
	])('have %s among those that inform', (command) => {
		expect(events.find((event) => event.command === command)?.when).toBe('after');
	});
});

describe('a command that no page describes', () => {
	it.each([
		['Group.CallbackBeforeDeleteMember', 'unknown'],
		['Sns.CallbackPrevBlackListAdd', 'unknown'],
		['ChatBot.OnAssignTeam', 'assignment'],
	])('waits for an answer where its name says so: %s', (command, power) => {
		expect(eventOf(command)).toMatchObject({ when: 'before', power });
	});

	it.each(['Group.CallbackAfterSomething', 'Live.CallbackAfterPreviewStarted', 'Brand.New'])(
		'is not known otherwise: %s',
		(command) => expect(eventOf(command)).toBeUndefined(),
	);
});
