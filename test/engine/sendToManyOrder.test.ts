import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { allUsers, testbeds, message, pairs, type Testbed } from '../harness/engineTestbed';

const open = testbeds();

const toMany = (options: INodeParameters = {}) => ({
	resource: 'directMessage',
	operation: 'sendToMany',
	toAccounts: '={{ $json.to }}',
	messageType: 'text',
	text: '={{ $json.text }}',
	options: { requestsPerSecond: 200, ...options },
});

interface Batch {
	To_Account: string[];
	MsgBody: [{ MsgContent: { Text: string } }];
}

/** What a user got, in the order in which the calls came in, and as the client shows it. */
function received(testbed: Testbed, user: string): { called: string[]; shown: string[] } {
	const called = testbed
		.calls('openim/batchsendmsg')
		.map(({ body }) => body as Batch)
		.filter(({ To_Account }) => To_Account.includes(user))
		.map(({ MsgBody: [element] }) => element.MsgContent.Text);
	return { called, shown: testbed.shown(user) };
}

function expectOrder(testbed: Testbed, items: IDataObject[]): void {
	for (const user of new Set(items.map(({ to }) => to as string))) {
		const texts = items.filter(({ to }) => to === user).map(({ text }) => text);
		expect([user, received(testbed, user)]).toEqual([user, { called: texts, shown: texts }]);
	}
}

describe('Send to Many', () => {
	it('keeps the order of the items for each user when texts come again', async () => {
		const testbed = await open();
		const items = [message('u1', 'A'), message('u1', 'B'), message('u1', 'B')];

		await testbed.run(toMany(), items);

		expectOrder(testbed, items);
	});

	it('keeps it when a later call is full before an earlier one', async () => {
		const testbed = await open();
		const others = Array.from({ length: 500 }, (_unused, index) => `other${index}`);
		for (const id of others) testbed.simulator.world().accounts.set(id, { userId: id } as never);
		const items = [message('u1', 'A'), ...['u1', ...others].map((to) => message(to, 'B'))];

		const { output, errorOutput } = await testbed.run(toMany(), items, {
			onError: 'continueErrorOutput',
		});

		expect([output.length, errorOutput.length]).toEqual([502, 0]);
		expectOrder(testbed, items.slice(0, 2));
	});

	it('keeps it in whatever order texts and users alternate', async () => {
		const testbed = await open();
		// A simple generator of numbers, so that every run sees the same 25 cases.
		let seed = 20_261;
		const draw = (bound: number) => {
			seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
			return seed % bound;
		};
		for (let round = 0; round < 25; round += 1) {
			const [first, ...more] = allUsers.slice(round % 10);
			const users = [first!, more[0]!, more[1]!];
			const items = Array.from({ length: 12 }, () =>
				message(users[draw(3)]!, `${round}${'ABC'[draw(3)]}`),
			);
			const before = new Map(users.map((user) => [user, testbed.shown(user).length]));

			const { output } = await testbed.run(toMany(), items);

			expect(pairs(output)).toEqual(items.map((_item, index) => index));
			for (const user of users) {
				expect(testbed.shown(user).slice(before.get(user))).toEqual(
					items.filter(({ to }) => to === user).map(({ text }) => text),
				);
			}
		}
	});
});
