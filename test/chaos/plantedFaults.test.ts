import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../harness/engine';
import { judge, letters } from './support';

/** A run in which everything went well, to plant faults in. */
function flawless() {
	const sent = letters(6, 2);
	const output: INodeExecutionData[] = sent.map((_, item) => ({ json: {}, pairedItem: { item } }));
	const shown = ['customer-0', 'customer-1'].map((to) => ({
		to,
		texts: sent.filter((letter) => letter.to === to).map(({ text }) => text),
	}));
	return { sent, run: { output, errorOutput: [] as INodeExecutionData[] }, shown };
}

function problemsOf({ sent, run, shown }: ReturnType<typeof flawless>): string[] {
	return judge(sent, run as unknown as NodeRun, shown).problems;
}

describe('the judge of the chaos tests', () => {
	it('finds nothing wrong with a flawless delivery', () => {
		expect(problemsOf(flawless())).toEqual([]);
	});

	it('sees a message that is shown twice', () => {
		const delivery = flawless();
		delivery.shown[0]!.texts.push('Message 4');
		expect(problemsOf(delivery)).toEqual(['message 4 is shown 2 times']);
	});

	it('sees a message that was reported as sent and is not shown', () => {
		const delivery = flawless();
		delivery.shown[1]!.texts.pop();
		expect(problemsOf(delivery)).toEqual(['message 5 is lost']);
	});

	it('sees two messages in the wrong order', () => {
		const delivery = flawless();
		delivery.shown[0]!.texts.reverse();
		expect(problemsOf(delivery)).toEqual(['customer-0 sees messages out of order']);
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
});
