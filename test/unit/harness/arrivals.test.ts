import type { INodeExecutionData } from 'n8n-workflow';

import type { Conversation } from '../../../simulator';
import { arrivalsOf, judge, viewsOf } from '../../harness/arrivals';
import { customersOf, messagesOf } from '../../harness/messages';

/** A run in which everything went well, to plant faults in. */
function flawless() {
	const sent = messagesOf('Message', 6, 2);
	const output: INodeExecutionData[] = sent.map((_, item) => ({ json: {}, pairedItem: { item } }));
	const shown = customersOf(2).map((to) => ({
		to,
		texts: sent.filter((message) => message.to === to).map(({ text }) => text),
	}));
	return { sent, run: { output, errorOutput: [] as INodeExecutionData[] }, shown };
}

const problemsOf = ({ sent, run, shown }: ReturnType<typeof flawless>) =>
	judge(sent, run, shown).problems;

const arrivals = ({ sent, shown }: ReturnType<typeof flawless>) => {
	const { lost, doubled, outOfOrder } = arrivalsOf(sent, shown);
	return { lost, doubled, outOfOrder };
};

const good = { lost: 0, doubled: 0, outOfOrder: 0 };

describe('the judge of what arrived', () => {
	it('finds nothing wrong with a flawless delivery', () => {
		const delivery = flawless();
		expect(problemsOf(delivery)).toEqual([]);
		expect(arrivals(delivery)).toEqual(good);
	});

	it('sees a message that is shown twice', () => {
		const delivery = flawless();
		delivery.shown[0]!.texts.push('Message 4');
		expect(problemsOf(delivery)).toEqual(['message 4 is shown 2 times']);
		expect(arrivals(delivery)).toEqual({ ...good, doubled: 1 });
	});

	it('sees a message that was reported as sent and is not shown', () => {
		const delivery = flawless();
		delivery.shown[1]!.texts.pop();
		expect(problemsOf(delivery)).toEqual(['message 5 is lost']);
		expect(arrivals(delivery)).toEqual({ ...good, lost: 1 });
	});

	it('sees a message that is shown to somebody else', () => {
		const delivery = flawless();
		delivery.shown[0]!.texts.push(delivery.shown[1]!.texts.pop()!);
		expect(problemsOf(delivery)).toEqual(['message 5 is lost']);
		expect(arrivals(delivery)).toEqual({ ...good, lost: 1, doubled: 1 });
	});

	it('sees messages in the wrong order', () => {
		const delivery = flawless();
		delivery.shown[0]!.texts.reverse();
		expect(problemsOf(delivery)).toEqual(['2 messages are out of order']);
		expect(arrivals(delivery)).toEqual({ ...good, outOfOrder: 2 });
	});

	it('takes messages of two runs in any order', () => {
		const { sent, shown } = flawless();
		const mixed = shown.map(({ to, texts }) => ({
			to,
			texts: texts.flatMap((text, number) => [`Other ${number}`, text]),
		}));
		expect(arrivalsOf(sent, mixed)).toMatchObject({ ...good, arrived: sent.length });
	});

	it('sees an item that came out nowhere, and one that came out twice', () => {
		const delivery = flawless();
		delivery.run.output.shift();
		delivery.run.errorOutput.push({
			json: { error: { mayHaveBeenSent: true } },
			pairedItem: { item: 1 },
		});
		expect(problemsOf(delivery)).toEqual([
			'message 0 is on no branch',
			'message 1 is on both branches',
		]);
	});

	it('sees a failure that was certain, of a message that is shown', () => {
		const delivery = flawless();
		delivery.run.output.shift();
		delivery.run.errorOutput.push({
			json: { error: { mayHaveBeenSent: false } },
			pairedItem: { item: 0 },
		});
		expect(problemsOf(delivery)).toEqual(['message 0 failed, yet it is shown']);
	});

	it('looks at what a recipient is sent, in conversations of the kind that was asked for', () => {
		const conversation = (kind: string, participants: string[], sender: string) =>
			({
				kind,
				participants,
				entries: [{ kind: 'message', sender, text: 'hello' }],
			}) as Conversation;
		const conversations = [
			conversation('c2c', ['administrator', 'alice'], 'administrator'),
			conversation('desk', ['@support', 'bob'], '@support'),
			conversation('live', ['town-hall'], 'carol'),
		];
		expect(viewsOf(conversations, 'c2c')).toEqual([{ to: 'alice', texts: ['hello'] }]);
		expect(viewsOf(conversations, 'desk')).toEqual([{ to: 'bob', texts: ['hello'] }]);
		expect(viewsOf(conversations, 'live')).toEqual([{ to: 'town-hall', texts: ['hello'] }]);
	});
});
