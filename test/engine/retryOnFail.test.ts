import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runWorkflow } from '../harness/engine';
import { credentialType } from '../harness/project';
import type { WorkflowJson, WorkflowRun } from '../harness/engine';
import { buildRoom } from '../../simulator';
import { contactUser, sendmsg } from '../harness/commands';
import {
	cannotTellCopies,
	nodeName,
	operations,
	tellsCopies,
	allUsers,
	testbeds,
	contact,
	credentialFor,
	desk,
	direct,
	failureIn,
	message,
	pairs,
	type Testbed,
	type OperationName,
} from '../harness/engineTestbed';

const open = testbeds();
const names = Object.keys(operations) as OperationName[];

afterEach(() => jest.restoreAllMocks());

/** n8n's "Retry On Fail", with the shortest wait that it allows. */
const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** Five people or rooms. */
function fiveItems(testbed: Testbed) {
	const rooms = testbed.simulator.world().rooms;
	return ['u0', 'u1', 'u2', 'u3', 'u4'].map((to) => {
		rooms.set(to, buildRoom({ roomId: to, live: true }));
		return message(to, `to ${to}`);
	});
}

describe.each(names)('%s, with "Retry On Fail"', (name) => {
	const { parameters, path } = operations[name];
	const refusal = { kind: 'errorCode', code: 141004 } as const;
	const fine = { kind: 'delay', ms: 0 } as const;

	it('goes on where the first try stopped: nothing is sent twice', async () => {
		const testbed = await open();
		testbed.failNext(path, fine, fine, refusal);

		const { output, error } = await testbed.run(
			parameters({ maxConcurrency: 1 }),
			fiveItems(testbed),
			retrying,
		);

		expect(error).toBeUndefined();
		expect(pairs(output)).toEqual([0, 1, 2, 3, 4]);
		expect(testbed.shown()).toHaveLength(5);
		// Two, the refused one, then the refused one again and the last two.
		expect(testbed.calls(path)).toHaveLength(6);
	});

	it('without it, the workflow stops there', async () => {
		const testbed = await open();
		testbed.failNext(path, fine, fine, refusal);

		const { error } = await testbed.run(parameters({ maxConcurrency: 1 }), fiveItems(testbed));

		expect(error).toBeDefined();
		expect(testbed.shown()).toHaveLength(2);
	});

	it('together with "Continue" sends again only what failed', async () => {
		const testbed = await open();
		// n8n looks at the first item only to see whether a try failed.
		testbed.failNext(path, refusal);

		const { output, errorOutput } = await testbed.run(
			parameters({ maxConcurrency: 1 }),
			fiveItems(testbed),
			{ ...retrying, onError: 'continueErrorOutput' },
		);

		expect(errorOutput).toEqual([]);
		expect(pairs(output)).toEqual([0, 1, 2, 3, 4]);
		expect(testbed.shown()).toHaveLength(5);
		expect(testbed.calls(path)).toHaveLength(6);
	});

	it('gives what the first try was answered as output of the second', async () => {
		const testbed = await open();
		testbed.failNext(path, fine, refusal);

		const { output } = await testbed.run(
			parameters({ maxConcurrency: 1 }),
			fiveItems(testbed),
			retrying,
		);

		expect(Object.keys(output[0]!.json).sort()).toEqual(Object.keys(output[4]!.json).sort());
	});
});

describe('a message that may have arrived in the first try', () => {
	it.each(tellsCopies)('(%s) is sent again by the second as the same message', async (name) => {
		const { parameters, path, to } = operations[name];
		const testbed = await open();
		testbed.refuseLooks();
		testbed.failNext(path, { kind: 'loseResponse' });

		const { output } = await testbed.run(
			parameters({ maxRetries: 0 }),
			[message(to, 'hello')],
			retrying,
		);

		expect(output).toHaveLength(1);
		expect(testbed.shown()).toEqual(['hello']);
		const [first, second] = testbed.calls(path);
		expect(second?.raw).toBe(first?.raw);
	});

	it.each(cannotTellCopies)('(%s) is not sent again by any try', async (name) => {
		const { parameters, path, to } = operations[name];
		const testbed = await open();
		testbed.refuseLooks();
		testbed.failNext(path, { kind: 'loseResponse' });

		const { error, errorOutput } = await testbed.run(parameters(), [message(to, 'hello')], {
			...retrying,
			onError: 'continueErrorOutput',
		});

		expect(error).toBeUndefined();
		expect(testbed.calls(path)).toHaveLength(1);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'An earlier try of this node may have been carried out',
			mayHaveBeenSent: true,
		});
	});

	it('and waits for its repeat when another one stops the first try, keeps its numbers', async () => {
		// The longest back-off: the second item fails while the first one waits.
		jest.spyOn(Math, 'random').mockReturnValue(0.999);
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'loseResponse' }, { kind: 'errorCode', code: 80001 });

		const { output } = await testbed.run(
			direct({ maxConcurrency: 1 }),
			[message('u0', 'first'), message('u1', 'second')],
			retrying,
		);

		expect(output).toHaveLength(2);
		expect(testbed.shown('u0')).toEqual(['first']);
	});

	it('and waits for its repeat is in doubt in the error that stopped the try', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.999);
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'loseResponse' }, { kind: 'errorCode', code: 80001 });

		const { error } = await testbed.run(direct({ maxConcurrency: 1 }), [
			message('u0', 'first'),
			message('u1', 'second'),
			message('u2', 'third'),
		]);

		expect(error).toMatchObject({
			description: expect.stringContaining(
				'Stopped at the 2nd of 3 items: 1 failed, 1 in doubt, 1 not tried.',
			),
		});
	});
});

describe('what the tries of a run remember', () => {
	it.each([
		['a random number', '={{ $json.text + " " + Math.random() }}'],
		['the time of day', '={{ $json.text }} at {{ $now.toFormat("HH:mm:ss.SSS") }}'],
	])('is known again though the text holds %s: nothing is sent twice', async (_what, text) => {
		const testbed = await open();
		const items = allUsers.slice(0, 7).map((to) => message(to, 'Hello'));

		// The last one is refused at each of the three tries.
		const { error } = await testbed.run(
			direct({ maxConcurrency: 1 }, { text }),
			[...items, message('nobody', 'Hello')],
			retrying,
		);

		expect(error).toBeDefined();
		expect(items.map(({ to }) => testbed.shown(to as string).length)).toEqual(items.map(() => 1));
	});

	it('is forgotten by the next execution: the same items go out again', async () => {
		const testbed = await open();
		const items = [message('u0', 'a')];

		await testbed.run(direct(), items, retrying);
		await testbed.run(direct(), items, retrying);

		expect(testbed.shown('u0')).toEqual(['a', 'a']);
	});

	it('is not shared by the rounds of a loop: each round sends its own', async () => {
		const testbed = await open();

		// The second item keeps failing, so what the first round did stays in memory.
		const { items, error } = await runTwiceInOneExecution(testbed, direct(), [
			message('u0', 'same'),
			message('nobody', 'same'),
		]);

		expect(error).toBeUndefined();
		expect(items(nodeName)).toHaveLength(4);
		expect(testbed.shown('u0')).toEqual(['same', 'same']);
		expect(testbed.calls(sendmsg)).toHaveLength(4);
	});
});

/** One node that two branches feed, as a loop would: it runs twice, with equal items. */
async function runTwiceInOneExecution(
	testbed: Testbed,
	parameters: INodeParameters,
	input: IDataObject[],
): Promise<WorkflowRun> {
	const through = (name: string, y: number): WorkflowJson['nodes'][number] => ({
		id: name,
		name,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [200, y],
		parameters: {},
	});
	const toNode = { main: [[{ node: nodeName, type: 'main' as const, index: 0 }]] };
	return await runWorkflow(
		{
			nodes: [
				{
					...through('Start', 0),
					type: 'n8n-nodes-base.manualTrigger',
				},
				through('One', 0),
				through('Two', 200),
				{
					...through(nodeName, 100),
					type: 'n8n-nodes-tencent-chat-desk.tencentChatDesk',
					credentials: { [credentialType]: { id: '1', name: 'Account' } },
					parameters,
					onError: 'continueRegularOutput',
					...retrying,
				},
			],
			connections: {
				Start: {
					main: [
						[
							{ node: 'One', type: 'main', index: 0 },
							{ node: 'Two', type: 'main', index: 0 },
						],
					],
				},
				One: toNode,
				Two: toNode,
			},
		},
		{
			input,
			credentials: { [credentialType]: credentialFor(testbed.simulator.url) },
		},
	);
}

describe('a wrong parameter, with "Retry On Fail"', () => {
	it.each([['desk', desk, 'u0'] as const, ['contact', contact, 'u0'] as const])(
		'%s: sends nothing in any try',
		async (_, parameters, to) => {
			const testbed = await open();

			const { error } = await testbed.run(
				parameters({}, { userId: '={{ $json.missing }}' }),
				[message(to, 'x')],
				retrying,
			);

			expect(error?.message).toBe("'User ID' is undefined");
			expect(testbed.calls(contactUser)).toEqual([]);
			expect(testbed.calls()).toEqual([]);
		},
	);
});
