import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RespondRule } from '../../../nodes/TencentChatDesk/contract';
import { respond } from '../../../nodes/TencentChatDesk/delivery/respond';

const now = Date.UTC(2026, 0, 15, 12);
const waits = 2_000;

const rule: RespondRule = {
	trigger: 'chatTrigger',
	timeLimit: ({ seconds = 2 }) => Number(seconds) * 1_000,
	isExpected: ({ respond }) => respond === 'inWorkflow',
	response: (fields) => ({ body: { Text: fields.text('text', 'Text') } }),
};

interface NodeBefore {
	name: string;
	type: string;
	disabled?: boolean;
	parameters?: IDataObject;
}

const trigger: NodeBefore = {
	name: 'Callbacks',
	type: 'n8n-nodes-package.chatTrigger',
	parameters: { respond: 'inWorkflow' },
};
const other: NodeBefore = { name: 'Edit', type: 'n8n-nodes-base.set', parameters: {} };

interface Situation {
	/** The parameters of the node, item by item. */
	items?: IDataObject[];
	before?: NodeBefore[];
	mode?: 'manual' | 'webhook';
	/** What the trigger put out; it has not run where this is null. */
	triggered?: Array<{ json: IDataObject }> | null;
	continueOnFail?: boolean;
	sendResponse?: () => Promise<void>;
}

const received = (ago: number) => [{ json: { receivedAt: new Date(now - ago).toISOString() } }];

/** What the node put out, and what whoever asked was answered. */
async function answered(situation: Situation = {}) {
	const { items = [{ text: 'Hi' }], before = [other, trigger], mode = 'webhook' } = situation;
	const { triggered = received(0), continueOnFail = false } = situation;
	const sendResponse = jest.fn(situation.sendResponse ?? (async () => await Promise.resolve()));
	const context = {
		getInputData: () => items.map((json) => ({ json })),
		getNode: () => ({ id: 'n', name: 'Answer', type: 't', typeVersion: 1, parameters: {} }),
		getNodeParameter: (name: string, item: number, otherwise: unknown) =>
			items[item]?.[name] ?? otherwise,
		getTimezone: () => 'UTC',
		getMode: () => mode,
		getParentNodes: (name: string, { includeNodeParameters = false } = {}) =>
			name !== 'Answer'
				? []
				: before.map((node) => ({
						...node,
						parameters: includeNodeParameters ? node.parameters : undefined,
					})),
		getWorkflowDataProxy: () => ({
			$items: (name: string) => {
				if (name !== trigger.name || triggered === null) throw new Error('has not run');
				return triggered;
			},
		}),
		continueOnFail: () => continueOnFail,
		sendResponse,
	} as unknown as IExecuteFunctions;
	const results = await respond(context, rule);
	return { results, output: results.map(({ json }) => json), sent: sendResponse.mock.calls };
}

/** What stopped the node; nothing may have been answered. */
async function stopped(situation: Situation) {
	const sendResponse = jest.fn();
	const error: unknown = await answered({ ...situation, sendResponse }).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(sendResponse).not.toHaveBeenCalled();
	return error;
}

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

const yes = { answered: true, Text: 'Hi' };

describe('an answer to whoever started the workflow', () => {
	it('goes out with the status of success, and is what the item becomes', async () => {
		const { results, sent } = await answered();
		expect(sent).toEqual([[{ body: { Text: 'Hi' }, statusCode: 200 }]]);
		expect(results).toStrictEqual([{ json: yes, pairedItem: { item: 0 } }]);
	});

	it('has the extra fields laid over it', async () => {
		const extraBody = '{"Text":null,"More":1}';
		const { output, sent } = await answered({ items: [{ text: 'Hi', options: { extraBody } }] });
		expect(sent).toEqual([[{ body: { More: 1 }, statusCode: 200 }]]);
		expect(output).toEqual([{ answered: true, More: 1 }]);
	});

	it('goes out once: the first item decides, the others say so', async () => {
		const items = [{ text: 'Hi' }, { text: 'Ho' }, { text: 'Hu' }];
		const { results, sent } = await answered({ items });
		expect(sent).toHaveLength(1);
		const note = 'An earlier item has decided';
		expect(results).toEqual([
			{ json: yes, pairedItem: { item: 0 } },
			{ json: { answered: false, note, Text: 'Ho' }, pairedItem: { item: 1 } },
			{ json: { answered: false, note, Text: 'Hu' }, pairedItem: { item: 2 } },
		]);
	});

	it('is that of the first item which has one', async () => {
		const { results, sent } = await answered({
			items: [{ text: '' }, { text: 'Ho' }],
			continueOnFail: true,
		});
		expect(sent).toEqual([[{ body: { Text: 'Ho' }, statusCode: 200 }]]);
		expect(results).toMatchObject([
			{ json: { error: { message: "'Text' is empty", mayHaveBeenSent: false } } },
			{ json: { answered: true, Text: 'Ho' }, pairedItem: { item: 1 } },
		]);
	});
});

describe('an item without a usable answer', () => {
	it('stops the node, with the item named and nothing answered', async () => {
		expect(await stopped({ items: [{ text: '' }] })).toMatchObject({
			message: "'Text' is empty",
			context: { itemIndex: 0 },
		});
	});

	it('is told which extra fields cannot be read', async () => {
		const items = [{ text: 'Hi', options: { extraBody: '[1]' } }];
		expect(await stopped({ items })).toMatchObject({
			message: expect.stringContaining("'Extra Body Fields (JSON)'") as string,
		});
	});

	it('is told that its options are no fields', async () => {
		expect(await stopped({ items: [{ text: 'Hi', options: 'text' }] })).toMatchObject({
			message: expect.stringContaining("'Options'") as string,
		});
	});
});

describe('the time for an answer', () => {
	it.each<[string, number, number | undefined, boolean]>([
		['is not over at its end', waits, undefined, true],
		['is over after its end', waits + 1, undefined, false],
		['is as long as the trigger says', 5_000, 6, true],
		['is as short as the trigger says', 1_500, 1, false],
	])('%s', async (_what, ago, seconds, inTime) => {
		const parameters = { respond: 'inWorkflow', ...(seconds === undefined ? {} : { seconds }) };
		const before = [{ ...trigger, parameters }];
		const { output, sent } = await answered({ before, triggered: received(ago) });
		expect(sent).toHaveLength(inTime ? 1 : 0);
		const note = 'The time was over: the answer chosen in the trigger has gone out';
		expect(output).toEqual([inTime ? yes : { answered: false, note, Text: 'Hi' }]);
	});

	it.each<[string, Situation['triggered']]>([
		['no time', [{ json: {} }]],
		['a time that is none', [{ json: { receivedAt: 'yesterday' } }]],
		['no items', []],
	])('is not judged where the trigger put out %s', async (_what, triggered) => {
		expect((await answered({ triggered })).output).toEqual([yes]);
	});

	it('is not judged where the trigger has not run in this execution', async () => {
		expect((await answered({ triggered: null })).output).toEqual([yes]);
	});
});

describe('a workflow started by hand', () => {
	const note = 'No callback waits for it: the workflow was started by hand';

	it.each<[string, Situation]>([
		['without a trigger', { before: [other] }],
		['with a trigger that has not run', { triggered: null }],
	])('%s shows the answer, and answers nobody', async (_what, situation) => {
		const { output, sent } = await answered({ mode: 'manual', ...situation });
		expect(sent).toEqual([]);
		expect(output).toEqual([{ answered: false, note, Text: 'Hi' }]);
	});

	it('answers a callback that the trigger has received', async () => {
		const { output, sent } = await answered({ mode: 'manual' });
		expect([output, sent.length]).toEqual([[yes], 1]);
	});
});

describe('a workflow that cannot answer', () => {
	it.each<[string, NodeBefore[]]>([
		['nothing', []],
		['another node', [other]],
		['a trigger that is switched off', [{ ...trigger, disabled: true }]],
		['a trigger whose name ends alike', [{ ...trigger, type: 'n8n-nodes-package.mychatTrigger' }]],
	])('says that the trigger is missing where %s stands before the node', async (_what, before) => {
		expect(await stopped({ before })).toMatchObject({
			message: 'There is no Tencent Chat Desk Trigger before this node',
			description: expect.stringContaining('gives its decision back as data') as string,
		});
	});

	it.each<[string, IDataObject | undefined]>([
		['answers by itself', { respond: 'atOnce' }],
		['has its settings left alone', undefined],
	])('says where to change that where the trigger %s', async (_what, parameters) => {
		expect(await stopped({ before: [{ ...trigger, parameters }] })).toMatchObject({
			message: 'The trigger does not leave the answer to the workflow, so it has gone out already',
			description: "In the trigger, set 'Respond' to 'Decide in the Workflow'.",
		});
	});

	it('says so for every item where failed items are passed on', async () => {
		const items = [{ text: 'Hi' }, { text: 'Ho' }];
		const { results, sent } = await answered({ items, before: [], continueOnFail: true });
		expect(sent).toEqual([]);
		expect(results.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.objectContaining({ mayHaveBeenSent: false }), { item: 0 }],
			[expect.objectContaining({ mayHaveBeenSent: false }), { item: 1 }],
		]);
	});
});

describe('an error of n8n itself', () => {
	const closed = new Error('The connection is closed');
	const sendResponse = async () => await Promise.reject(closed);

	it('is the failure of the item, where failed items are passed on', async () => {
		const { results } = await answered({ continueOnFail: true, sendResponse });
		expect(results.map(({ json }) => json.error)).toMatchObject([{ message: closed.message }]);
	});

	it('stops the workflow otherwise, and says what to do', async () => {
		await expect(answered({ sendResponse })).rejects.toMatchObject({
			message: closed.message,
			description: expect.stringMatching(/Check the settings/),
		});
	});
});
