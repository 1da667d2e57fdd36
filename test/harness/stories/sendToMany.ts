import { importAccount } from '../../../simulator/state/world';
import { step, type Story, withErrorBranch } from './story';

const people = Array.from({ length: 1000 }, (_unused, index) => `customer${index}`);

/** Numbers of the items whose accounts do not exist. */
const missing = [7, 499, 800];

export const sendToManyStories: Story[] = [
	{
		name: 'reaches a thousand people with two calls, but for the three who do not exist',
		items: people.map((to) => ({ to })),
		before(world) {
			people.forEach((userId, index) => {
				if (!missing.includes(index)) importAccount(world, { userId });
			});
		},
		steps: [
			step(
				'Announce',
				'directMessage.sendToMany',
				{ toAccounts: '={{ $json.to }}', text: 'The sale has begun' },
				withErrorBranch,
			),
		],
		check(end) {
			expect(end.calls('openim/batchsendmsg')).toHaveLength(2);
			const reached = people.map((_to, index) => index).filter((index) => !missing.includes(index));
			expect(end.pairs('Announce')).toEqual(reached);
			expect(end.json('Announce').map(({ To_Account }) => To_Account)).toEqual(
				reached.map((index) => people[index]),
			);
			expect(end.failures('Announce')).toMatchObject(
				missing.map((item) => ({ item, error: { ErrorCode: 70107, To_Account: people[item] } })),
			);
			const seen = end
				.conversations()
				.map(({ participants, entries }) => [participants[1], entries.map(({ text }) => text)]);
			expect(seen).toEqual(reached.map((index) => [people[index], ['The sale has begun']]));
		},
	},
];
