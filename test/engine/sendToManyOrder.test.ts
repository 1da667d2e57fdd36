import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { USERS, benches, message, pairs, type Bench } from './support';

const open = benches();

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
function received(bench: Bench, user: string): { called: string[]; shown: string[] } {
	const called = bench
		.calls('openim/batchsendmsg')
		.map(({ body }) => body as Batch)
		.filter(({ To_Account }) => To_Account.includes(user))
		.map(({ MsgBody: [element] }) => element.MsgContent.Text);
	return { called, shown: bench.shown(user) };
}

function expectOrder(bench: Bench, items: IDataObject[]): void {
	for (const user of new Set(items.map(({ to }) => to as string))) {
		const texts = items.filter(({ to }) => to === user).map(({ text }) => text);
		expect([user, received(bench, user)]).toEqual([user, { called: texts, shown: texts }]);
	}
}

describe('Send to Many', () => {
	it('keeps the order of the items for each user when texts come again', async () => {
		const bench = await open();
		const items = [message('u1', 'A'), message('u1', 'B'), message('u1', 'B')];

		await bench.run(toMany(), items);

		expectOrder(bench, items);
	});

	it('keeps it when a later call is full before an earlier one', async () => {
		const bench = await open();
		const others = Array.from({ length: 500 }, (_unused, index) => `other${index}`);
		for (const id of others) bench.simulator.world().accounts.set(id, { userId: id } as never);
		const items = [message('u1', 'A'), ...['u1', ...others].map((to) => message(to, 'B'))];

		const { output, errorOutput } = await bench.run(toMany(), items, {
			onError: 'continueErrorOutput',
		});

		expect([output.length, errorOutput.length]).toEqual([502, 0]);
		expectOrder(bench, items.slice(0, 2));
	});

	it('keeps it in whatever order texts and users alternate', async () => {
		const bench = await open();
		// A simple generator of numbers, so that every run sees the same 25 cases.
		let seed = 20_261;
		const draw = (bound: number) => {
			seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
			return seed % bound;
		};
		for (let round = 0; round < 25; round += 1) {
			const [first, ...more] = USERS.slice(round % 10);
			const users = [first!, more[0]!, more[1]!];
			const items = Array.from({ length: 12 }, () =>
				message(users[draw(3)]!, `${round}${'ABC'[draw(3)]}`),
			);
			const before = new Map(users.map((user) => [user, bench.shown(user).length]));

			const { output } = await bench.run(toMany(), items);

			expect(pairs(output)).toEqual(items.map((_item, index) => index));
			for (const user of users) {
				expect(bench.shown(user).slice(before.get(user))).toEqual(
					items.filter(({ to }) => to === user).map(({ text }) => text),
				);
			}
		}
	});
});
