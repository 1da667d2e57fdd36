import { contactUser, deskSend } from '../harness/commands';
import { testbeds, contact, deskMessage } from '../harness/simulatorTestbed';

const sampleSession = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';

describe('a desk message', () => {
	const open = testbeds();

	it('goes to the same conversation by session and by account', async () => {
		const testbed = await open();
		const bySession = { SessionId: sampleSession, FromAccount: undefined, ToAccount: undefined };
		const byAccount = { FromAccount: '@customer_service_account', ToAccount: 'user45' };

		await testbed.call(deskSend, deskMessage({ ...bySession, MsgRandom: 1 }));
		await testbed.call(deskSend, deskMessage({ ...byAccount, MsgRandom: 2 }));

		expect(testbed.simulator.conversations()).toMatchObject([
			{
				kind: 'desk',
				participants: ['@customer_service_account', 'user45'],
				entries: [{ sender: '@customer_service_account' }, { random: 2 }],
			},
		]);
	});

	it('is read with its data in the history of both sides, but not in the record of its session', async () => {
		const testbed = await open();
		const data = { CloudCustomData: '{"order":4711}' };
		const bySession = { SessionId: sampleSession, FromAccount: undefined, ToAccount: undefined };
		await testbed.call(deskSend, deskMessage({ ...bySession, ...data, MsgRandom: 1 }));
		await testbed.simulator.customer.write({ sessionId: sampleSession, text: 'Yes' });

		const history = await testbed.call('openim/admin_getroammsg', {
			Operator_Account: '@customer_service_account',
			Peer_Account: 'user45',
			MaxCnt: 100,
			MinTime: 0,
			MaxTime: 4_000_000_000,
		});
		expect(history.MsgList).toEqual([
			expect.objectContaining({ From_Account: '@customer_service_account', ...data }),
			expect.not.objectContaining({ CloudCustomData: expect.anything() as unknown }),
		]);
		const record = await testbed.call('desk_http_svc/describe_chat_messages', {
			SessionId: sampleSession,
		});
		expect(JSON.stringify(record)).not.toContain('CloudCustomData');
	});

	it('needs no accounts beside a session, not even right ones', async () => {
		const testbed = await open();
		const body = deskMessage({ SessionId: sampleSession, FromAccount: 'bob', ToAccount: 5 });

		expect(await testbed.codeOf(deskSend, body)).toBe(0);
		expect(testbed.textsOf('user45')).toEqual(['hello']);
	});

	const refused: Array<[number, string, Record<string, unknown>]> = [
		[141005, 'a session that does not exist', { SessionId: 'nope' }],
		[141004, 'a session that is no text', { SessionId: 5 }],
		[141004, 'no recipient', { ToAccount: undefined }],
		[141004, 'a recipient that is a number', { ToAccount: 45 }],
		[141004, 'a recipient that does not exist', { ToAccount: 'nobody' }],
		[141004, 'a service account as recipient', { ToAccount: '@customer_service_account' }],
		[141004, 'custom data that is no text', { CloudCustomData: {} }],
		[141004, 'a Boolean where 0 or 1 belongs', { ExcludeFromUserRespTimeout: true }],
		[141004, 'an exclusion of 2', { ExcludeFromUserRespTimeout: 2 }],
		[90005, 'no MsgRandom', { MsgRandom: undefined }],
		[90005, 'a MsgRandom of more than 32 bits', { MsgRandom: 4_294_967_296 }],
	];
	it.each(refused)('is refused with %i for %s', async (code, _what, changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(deskSend, deskMessage(changes))).toBe(code);
	});

	it.each([0, 1])('may be excluded from the reply timeout: %i', async (flag) => {
		const testbed = await open();

		const body = deskMessage({ ExcludeFromUserRespTimeout: flag, CloudCustomData: 'mine' });
		expect(await testbed.codeOf(deskSend, body)).toBe(0);
		expect(testbed.simulator.conversations()[0]?.entries[0]?.cloudCustomData).toBe('mine');
	});

	it('is no longer possible once the session has ended', async () => {
		const testbed = await open();
		const { sessions } = testbed.simulator.world();
		const session = sessions.get(sampleSession);
		if (session) sessions.end(session);

		expect(await testbed.codeOf(deskSend, deskMessage({ SessionId: sampleSession }))).toBe(141005);
	});
});

describe('contacting a user', () => {
	const open = testbeds();

	it('starts a session with a human agent, who can then write into it', async () => {
		const testbed = await open();

		const { MemberId } = await testbed.call(contactUser, contact());

		const session = testbed.simulator.world().sessions.openBetween('@support', 'alice');
		expect(session).toMatchObject({ state: 'Agent', memberId: MemberId });
		expect(testbed.simulator.conversations()).toMatchObject([
			{ kind: 'desk', participants: ['@support', 'alice'], entries: [{ kind: 'system' }] },
		]);
		const message = deskMessage({ SessionId: session?.sessionId });
		expect(await testbed.codeOf(deskSend, message)).toBe(0);
		expect(testbed.textsOf('@support', 'alice')).toEqual(['hello']);
	});

	it('hands an open chatbot session over instead of starting another', async () => {
		const testbed = await open();
		const body = contact({ IMAgentUserID: '@customer_service_account', ClientUserID: 'user45' });

		const { MemberId } = await testbed.call(contactUser, body);

		expect(testbed.simulator.world().sessions.get(sampleSession)).toMatchObject({
			state: 'Agent',
			memberId: MemberId,
		});
	});

	it('a second time is refused while the user is with the agent, and possible afterwards', async () => {
		const testbed = await open();
		const { sessions } = testbed.simulator.world();
		expect(await testbed.codeOf(contactUser, contact())).toBe(0);
		expect(await testbed.codeOf(contactUser, contact())).toBe(141016);

		const session = sessions.openBetween('@support', 'alice');
		if (session) sessions.end(session);

		expect(await testbed.codeOf(contactUser, contact())).toBe(0);
		expect(session?.state).toBe('Ended');
		expect(sessions.openBetween('@support', 'alice')?.sessionId).not.toBe(session?.sessionId);
	});

	it('shares users among the free agents who may serve the account', async () => {
		const testbed = await open();
		testbed.simulator.world().agents.get('1289316687@qq.com')!.receptions = 0;

		const members: unknown[] = [];
		for (const ClientUserID of ['alice', 'bob', 'carol', 'erin']) {
			members.push((await testbed.call(contactUser, contact({ ClientUserID }))).MemberId);
		}

		expect(members).toEqual([
			'mia@example.com',
			'1289316687@qq.com',
			'mia@example.com',
			'1289316687@qq.com',
		]);
	});

	it('stops at the reception limit of the agent', async () => {
		const testbed = await open();
		const mia = testbed.simulator.world().agents.get('mia@example.com');
		if (mia) mia.receptionLimit = 1;
		const toMia = { MemberId: 'mia@example.com' };

		expect(await testbed.codeOf(contactUser, contact(toMia))).toBe(0);
		expect(await testbed.codeOf(contactUser, contact({ ...toMia, ClientUserID: 'bob' }))).toBe(
			141012,
		);
	});

	it.each([
		['table', 'Id', 0],
		['table', 'ID', 141004],
		['sample', 'Id', 141004],
		['sample', 'ID', 0],
		['either', 'Id', 0],
		['either', 'ID', 0],
	] as const)(
		'with the spelling of the %s reads names that end in %s: %i',
		async (contactFieldSpelling, ending, code) => {
			const testbed = await open({ behaviour: { contactFieldSpelling } });
			const body = { [`IMAgentUser${ending}`]: '@support', [`ClientUser${ending}`]: 'alice' };

			expect(await testbed.codeOf(contactUser, body)).toBe(code);
		},
	);

	it('accepts both spellings at once, and knows both', async () => {
		const testbed = await open();
		const body = contact({ IMAgentUserId: '@support', ClientUserId: 'alice' });

		expect(await testbed.codeOf(contactUser, body)).toBe(0);
		expect(testbed.simulator.requests[0]?.unknownFields).toEqual([]);
	});

	it.each([
		{ IMAgentUserID: undefined },
		{ IMAgentUserID: '@nobody' },
		{ ClientUserID: undefined },
		{ GroupId: '9465' },
		{ MemberId: 5 },
		{ MemberId: 'nobody@example.com' },
	])('is refused with 141004 for %j', async (changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(contactUser, contact(changes))).toBe(141004);
	});

	it.each([141001, 141017] as const)('answers %i for nobody when set so', async (code) => {
		const testbed = await open({ behaviour: { nobodyAvailableCode: code } });
		for (const agent of testbed.simulator.world().agents.values()) agent.state = 'offline';

		expect(await testbed.codeOf(contactUser, contact())).toBe(code);
		expect(await testbed.codeOf(contactUser, contact({ GroupId: 9465 }))).toBe(code);
	});
});
