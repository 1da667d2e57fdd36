import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { buildGroup } from '../../../simulator/state/groups';
import { contactUser, deskSend, liveTextCommand, sendmsg } from '../../harness/commands';
import {
	testbeds,
	contact,
	desk,
	direct,
	failureIn,
	message,
	pairs,
	type Testbed,
} from '../../harness/engineTestbed';

const open = testbeds();

async function openWithTeam(): Promise<Testbed> {
	const testbed = await open();
	const { groups } = testbed.simulator.world();
	groups.set('team', buildGroup({ groupId: 'team' }, 'administrator', 0));
	return testbed;
}

const importCommand = 'im_open_login_svc/account_import';

type Parameters = (options?: INodeParameters) => INodeParameters;

const live: Parameters = (options = {}) => ({
	resource: 'liveRoom',
	operation: 'sendText',
	roomId: 'room1',
	senderAccount: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options,
});

const imported: Parameters = (options = {}) => ({
	resource: 'directMessage',
	operation: 'import',
	fromAccount: 'u0',
	toAccount: '={{ $json.to }}',
	msgTimeStamp: '2025-04-01T12:00:00Z',
	text: '={{ $json.text }}',
	options,
});

const from =
	(parameters: Parameters): Parameters =>
	(options) => ({
		...parameters(options),
		fromAccount: '={{ $json.to }}',
		toAccount: 'u0',
	});

const toGroup: Parameters = (options = {}) => ({
	resource: 'group',
	operation: 'sendMessage',
	groupId: 'team',
	text: '={{ $json.text }}',
	options: { ...options, fromAccount: '={{ $json.to }}' },
});

const newMember: Parameters = (options = {}) => ({
	resource: 'group',
	operation: 'addMembers',
	groupId: 'team',
	members: '={{ $json.to }}',
	options,
});

const sends: Array<[string, Parameters, string]> = [
	['a direct message', direct, sendmsg],
	['a desk message', desk, deskSend],
	['contacting a user', contact, contactUser],
	['a message of a live room, by the one who sends it', live, liveTextCommand],
	['a direct message that is imported', imported, 'openim/importmsg'],
	['a direct message that is imported, by its sender', from(imported), 'openim/importmsg'],
	['a group message, by its sender', toGroup, 'group_open_http_svc/send_group_msg'],
	['a new member', newMember, 'group_open_http_svc/add_group_member'],
];

describe('an account that Tencent does not know', () => {
	it.each(sends)('is imported, and %s goes out', async (_what, parameters, path) => {
		const testbed = await openWithTeam();

		const { output, error } = await testbed.run(parameters({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(testbed.calls(path).map(({ errorCode }) => errorCode === 0)).toEqual([false, true]);
		expect(testbed.calls(importCommand).map(({ body }) => body)).toContainEqual({
			UserID: 'newcomer',
		});
		expect(testbed.calls(path)[1]?.raw).toBe(testbed.calls(path)[0]?.raw);
	});

	it.each(sends)('stays unknown where nobody asked for it: %s', async (_what, parameters) => {
		const testbed = await openWithTeam();

		const { errorOutput } = await testbed.run(parameters(), [message('newcomer', 'Welcome')], {
			onError: 'continueErrorOutput',
		});

		expect(testbed.calls()).toHaveLength(1);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(testbed.calls()[0]?.errorCode);
		expect(testbed.simulator.world().accounts.has('newcomer')).toBe(false);
	});

	it('is imported as sender too', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			direct({ importMissingAccount: true, fromAccount: 'shop' }),
			[message('newcomer', 'Welcome')],
		);

		expect(output).toHaveLength(1);
		expect(testbed.calls(importCommand).map(({ body }) => body)).toEqual([
			{ UserID: 'newcomer' },
			{ UserID: 'shop' },
		]);
	});

	it.each([70107, 10019, 90048, 20003])('is imported after %i of any API', async (code) => {
		const testbed = await open();
		testbed.failNext(deskSend, { kind: 'errorCode', code });

		const { output } = await testbed.run(desk({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(output).toHaveLength(1);
		expect(testbed.shown('newcomer')).toEqual(['Welcome']);
	});

	it.each([90048, 90012, 20003] as const)('is imported after %i', async (unknownReceiverCode) => {
		const testbed = await open({ unknownReceiverCode });

		const { output } = await testbed.run(direct({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(output).toHaveLength(1);
		expect(testbed.shown('newcomer')).toEqual(['Welcome']);
	});

	it('is imported once, and a refusal after that is a failure', async () => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 90012 });
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 90012 });

		const { errorOutput } = await testbed.run(
			direct({ importMissingAccount: true }),
			[message('newcomer', 'Welcome')],
			{ onError: 'continueErrorOutput' },
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(90012);
		expect(testbed.calls(sendmsg)).toHaveLength(2);
		expect(testbed.calls(importCommand)).toHaveLength(1);
	});

	it.each([
		['was deleted not long ago', 70399],
		['is one more than the plan has', 70398],
		['has an ID that Tencent refuses', 70402],
	])('that %s fails with what the import says', async (_what, code) => {
		const testbed = await open();
		testbed.failNext(importCommand, { kind: 'errorCode', code });

		const { output, errorOutput } = await testbed.run(
			direct({ importMissingAccount: true }),
			[message('newcomer', 'Welcome'), message('u0', 'Welcome')],
			{ onError: 'continueErrorOutput' },
		);

		expect(pairs(output)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: code,
			message: expect.stringMatching(/^The account 'newcomer' could not be imported: /),
			mayHaveBeenSent: false,
		});
		expect(failureIn(errorOutput[0]!).advice).not.toContain('Import Missing Account');
	});

	const passing: Fault[] = [
		{ kind: 'errorCode', code: 60008 },
		{ kind: 'errorCode', code: 60007 },
		{ kind: 'errorCode', code: 70500 },
		{ kind: 'reset' },
		{ kind: 'status502' },
		{ kind: 'loseResponse' },
	];
	it.each(passing)('is imported at the next try when the import meets %j', async (fault) => {
		const testbed = await open();
		testbed.failNext(importCommand, fault);

		const { output } = await testbed.run(direct({ importMissingAccount: true }), [
			message('newcomer', 'Welcome'),
		]);

		expect(output).toHaveLength(1);
		expect(testbed.calls(importCommand)).toHaveLength(2);
		expect(testbed.shown('newcomer')).toEqual(['Welcome']);
	});

	it('is not what other refusals are about', async () => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 80001 });

		await testbed.run(direct({ importMissingAccount: true }), [message('u0', 'Welcome')]);

		expect(testbed.calls(importCommand)).toHaveLength(0);
	});
});
