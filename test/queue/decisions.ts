import { eventually, until } from '../harness/eventually';
import { callbackPath, callbackToken, rejected, undecided } from './conversationWorkflows';
import type { QueueTestbed } from './testbed';

/** Longer than Tencent waits, so that an answer that a busy machine gives late is seen as well. */
const patienceMs = 10_000;
/** The trigger answers after 1.8 seconds, and n8n takes its time before and after that. */
const defaultWithinMs = 2_500;

const [SENDER, RECEIVER] = ['alice', 'bob'];

/** Workers decide whether messages may pass, while the main process holds the calls. */
export function decisions(testbed: () => QueueTestbed): void {
	describe('a workflow that decides whether messages may pass', () => {
		const begun = () => testbed().begun();
		const say = async (text: string) =>
			(await testbed().simulator.write({ from: SENDER, to: RECEIVER, text })).ErrorCode;
		/** The code once workers that are still at earlier messages have time. */
		const rudeCode = async () =>
			await eventually('a decision in time', async () => {
				const code = await say('rude');
				return code === undecided ? undefined : code;
			});

		beforeAll(async () => {
			const { n8n, simulator } = testbed();
			await simulator.begin({});
			await simulator.sendCallbacks({
				url: `${n8n.url}/webhook/${callbackPath}`,
				token: callbackToken,
				commands: ['C2C.CallbackBeforeSendMsg'],
				timeoutMs: patienceMs,
			});
		});
		afterAll(async () => await testbed().simulator.sendCallbacks({ url: null }));

		it('runs on both workers', async () => {
			const before = begun();
			await Promise.all([say('slow start'), say('slow start')]);
			begun().forEach((count, index) => expect(count).toBeGreaterThan(before[index]!));
		});

		it('rejects a message, whose sender gets the code', async () => {
			expect(await rudeCode()).toBe(rejected);
		});

		it('replaces a text, and nothing else is shown', async () => {
			expect(await say('my secret')).toBe(0);
			expect(await testbed().shown()).toEqual(['my ***']);
		});

		it('leaves it to the default after 1.8 seconds when no worker is free', async () => {
			const idle = begun();
			const busy = [say('slow one'), say('slow two')];
			await until('both workers are busy', () =>
				begun().every((count, index) => count > idle[index]!),
			);
			const asked = Date.now();
			expect(await say('nobody has time for this')).toBe(undecided);
			expect(Date.now() - asked).toBeLessThan(defaultWithinMs);
			await Promise.all(busy);
		});

		it('comes to no harm when a decision is late: the next one counts', async () => {
			expect(await rudeCode()).toBe(rejected);
			expect(await testbed().shown()).toEqual(['my ***']);
		});
	});
}
