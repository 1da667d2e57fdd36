import { testbeds, failureIn, pairs, onErrorBranch } from '../harness/engineTestbed';

const open = testbeds();

const create = 'desk_http_svc/create_members';
const batch = 'openim/batchsendmsg';
const importCommand = 'im_open_login_svc/multiaccount_import';

const createAgent = {
	resource: 'agent',
	operation: 'create',
	memberMail: '={{ $json.mail }}',
	nickName: 'New',
	options: { requestsPerSecond: 200 },
};

const toMany = {
	resource: 'directMessage',
	operation: 'sendToMany',
	toAccounts: '={{ $json.to }}',
	messageType: 'text',
	text: 'Sale starts now',
	options: { requestsPerSecond: 200 },
};

const mails = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ mail: `new${index}@example.com` }));

describe('a shared call that is refused as a whole', () => {
	it('fails the item that it is refused for, and the others go out', async () => {
		const testbed = await open();
		const items = mails(10);
		items[6] = { mail: 'mia@example.com' };

		const { output, errorOutput } = await testbed.run(createAgent, items, onErrorBranch);

		expect(pairs(errorOutput)).toEqual([6]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141004, mayHaveBeenSent: false });
		expect(output.map(({ json }) => json.MemberMail)).toEqual(
			items.filter((_item, index) => index !== 6).map(({ mail }) => mail),
		);
		const created = [...testbed.simulator.world().agents.keys()];
		expect(items.every(({ mail }) => created.includes(mail))).toBe(true);
	});

	it('stops at that item when the workflow is to stop', async () => {
		const testbed = await open();
		const items = mails(4);
		items[0] = { mail: 'mia@example.com' };

		const { error } = await testbed.run(createAgent, items);

		expect(error).toMatchObject({
			description: expect.stringContaining('Stopped at the 1st ') as string,
		});
		const created = [...testbed.simulator.world().agents.keys()];
		expect(created.some((mail) => mail.startsWith('new'))).toBe(false);
	});

	it('is not tried apart for ever when it is refused for something that all items share', async () => {
		const testbed = await open();
		const refusal = { kind: 'errorCode', code: 80001 } as const;
		testbed.failNext(batch, ...Array.from({ length: 600 }, () => refusal));
		const items = Array.from({ length: 300 }, (_unused, index) => ({ to: `u${index}` }));

		const { errorOutput } = await testbed.run(toMany, items, onErrorBranch);

		expect(pairs(errorOutput)).toEqual(items.map((_item, index) => index));
		expect(testbed.calls(batch).length).toBeLessThan(30);
	});

	it('is not tried apart when nobody knows what it did', async () => {
		const testbed = await open();
		testbed.failNext(create, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(createAgent, mails(5), onErrorBranch);

		expect(testbed.calls(create)).toHaveLength(1);
		expect(errorOutput.map((item) => failureIn(item).mayHaveBeenSent)).toEqual(
			Array.from({ length: 5 }, () => true),
		);
	});
});

describe('a shared call whose answer was lost', () => {
	it('is made again where that changes nothing', async () => {
		const testbed = await open();
		testbed.failNext(importCommand, { kind: 'loseResponse' });
		const people = ['p1', 'p2', 'p3'];

		const { output } = await testbed.run(
			{ resource: 'user', operation: 'import', userId: '={{ $json.id }}', options: {} },
			people.map((id) => ({ id })),
		);

		expect(output.map(({ json }) => json.UserID)).toEqual(people);
		expect(testbed.calls(importCommand)).toHaveLength(2);
	});
});
