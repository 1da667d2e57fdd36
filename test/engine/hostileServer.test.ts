import type { INodeParameters, IDataObject, INode } from 'n8n-workflow';

import { runNode, type NodeRun } from '../harness/engine';
import { credentialType } from '../harness/project';
import { catalogue, prepare, type CatalogueEntry } from '../harness/schemas/catalogue';
import { startSimulator, demoApp, type Simulator } from '../../simulator';
import {
	drip,
	flood,
	gzipBomb,
	HostileServer,
	passOn,
	reset,
	resetInside,
	sendJson,
	silence,
	type Attack,
} from '../support/hostileServer';
import { operationSamples } from '../harness/operationSamples';
import { partOf } from '../support/size';
import { wrongTypesIn } from '../support/wrongTypes';
import { failureIn, nodeName } from '../harness/engineTestbed';
import { findOperation } from '../support/operation';

const megabyte = 1024 * 1024;
/** What the process may grow by: less than what the server sends. */
const maxGrowth = 150 * megabyte;
const noResponseOfTheApi = 'The answer of the host is not one of the REST API';
const nodeErrors = ['NodeApiError', 'NodeOperationError'];
const good = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
// Read in one place for all operations; test/property/answers.test.ts puts anything there.
const envelope = [...Object.keys(good), 'RequestId'];

let server: HostileServer;
let elsewhere: HostileServer;

beforeAll(async () => {
	server = await HostileServer.open();
	elsewhere = await HostileServer.open();
	elsewhere.attack = (response) => sendJson(response, JSON.stringify(good));
});
afterAll(async () => await Promise.all([server.close(), elsewhere.close()]));

let apps = demoApp.sdkAppId;

/** What a run is made of. */
interface Job {
	parameters: INodeParameters;
	items: IDataObject[];
}

interface Settings {
	onError?: INode['onError'];
	/** By default an app that no run had before: nothing is held back by its pace. */
	sdkAppId?: number;
}

/** Runs a node against the hostile server. */
async function run(
	{ parameters, items }: Job,
	attack: Attack,
	{ onError = 'continueErrorOutput', sdkAppId = (apps += 1) }: Settings = {},
): Promise<NodeRun> {
	server.forget();
	server.attack = attack;
	return await runNode({ parameters, onError }, items, {
		credentials: {
			[credentialType]: {
				sdkAppId,
				identifier: 'administrator',
				secretKey: demoApp.secretKey,
				region: 'custom',
				customHost: server.url,
			},
		},
	});
}

/** What is wrong with the items of a run that may fail; undefined when nothing is. */
function complaintAbout({ error, output, errorOutput, task }: NodeRun): string | undefined {
	const thrown = error ?? task(nodeName)?.error;
	if (thrown) return `it throws ${thrown.stack}`;
	for (const item of errorOutput) {
		const { message, advice, mayHaveBeenSent } = failureIn(item);
		const isSaid = [message, advice].every((text) => typeof text === 'string' && text !== '');
		if (!isSaid || typeof mayHaveBeenSent !== 'boolean') {
			return `an error item says nothing: ${JSON.stringify(item.json)}`;
		}
	}
	for (const { json } of output) {
		if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'an item is none';
	}
	return undefined;
}

/** What is wrong with the error that ended a run; undefined when nothing is. */
function complaintAboutError({ error }: NodeRun): string | undefined {
	if (!error || !nodeErrors.includes(error.name)) return `it ends with ${error?.stack}`;
	return error.message !== '' && error.description ? undefined : 'its error says nothing';
}

const quick: Array<[string, Attack]> = [
	['JSON that is cut off', (response) => sendJson(response, '{"ActionStatus":"OK","ErrorCode":0,')],
	['a list', (response) => sendJson(response, JSON.stringify([good]))],
	['a broken connection', reset],
	['a response that breaks off', resetInside],
	...[302, 307].map((status): [string, Attack] => [
		`a redirect (${status})`,
		(response, { url }) =>
			void response.writeHead(status, { Location: elsewhere.url + url }).end(JSON.stringify(good)),
	]),
];

interface Kind {
	job: Job;
	/** A good first response, after which another call is made; none where one call is all. */
	first?: IDataObject;
	/** How many items fail. */
	failing: number;
	/** The call is looked for once, which meets the same attack. */
	isLookedFor?: true;
}

const options = { maxRetries: 0, timeout: 1000 };

/** One operation of each way in which calls are made. */
const kinds: Array<[string, Kind]> = [
	[
		'a single call',
		{
			job: {
				parameters: {
					resource: 'directMessage',
					operation: 'send',
					toAccount: 'alice',
					text: 'Hello',
					options,
				},
				items: [{}],
			},
			failing: 1,
			isLookedFor: true,
		},
	],
	[
		'a list',
		{
			job: {
				parameters: {
					resource: 'directMessage',
					operation: 'getMany',
					operatorAccount: 'alice',
					peerAccount: 'bob',
					returnAll: true,
					options,
				},
				items: [{}],
			},
			first: {
				Complete: 0,
				LastMsgTime: 1_700_000_000,
				LastMsgKey: 'k',
				MsgList: [{ From_Account: 'alice', To_Account: 'bob', MsgKey: 'k', MsgBody: [] }],
			},
			failing: 1,
		},
	],
	[
		'a chain of calls',
		{
			job: {
				parameters: {
					resource: 'session',
					operation: 'sendStream',
					sessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf',
					text: 'Hello. How can we help you?',
					options,
				},
				items: [{}],
			},
			first: { MsgKey: 'k' },
			failing: 1,
		},
	],
	[
		'a call that items share',
		{
			job: {
				parameters: {
					resource: 'user',
					operation: 'check',
					userId: '={{ $json.user }}',
					options,
				},
				items: [{ user: 'alice' }, { user: 'bob' }, { user: 'carol' }],
			},
			failing: 3,
		},
	],
];

/** The attack at the first call, and where there is a second one, at that. */
const attacked = kinds.flatMap(([name, { job, first, failing, isLookedFor }]) => {
	const calls = isLookedFor ? 2 : 1;
	const alone = { name, job, failing, calls, around: (attack: Attack) => attack };
	if (!first) return [alone];
	const around =
		(attack: Attack): Attack =>
		async (response, call) =>
			call.number === 0
				? sendJson(response, JSON.stringify({ ...good, ...first }))
				: await attack(response, call);
	return [alone, { ...alone, name: `${name}, at the second one`, calls: 2, around }];
});

/** By how many bytes the process was larger at its largest than ever before. */
async function growthOf(job: () => Promise<void>): Promise<number> {
	const before = process.resourceUsage().maxRSS;
	await job();
	return (process.resourceUsage().maxRSS - before) * 1024;
}

describe.each(attacked)('$name', ({ job, failing, calls, around }) => {
	const failuresOf = async (attack: Attack, timeout = options.timeout) => {
		const { parameters } = job;
		const patient = { ...(parameters.options as INodeParameters), timeout };
		const result = await run(
			{ ...job, parameters: { ...parameters, options: patient } },
			around(attack),
		);
		expect(complaintAbout(result)).toBeUndefined();
		expect(server.calls).toHaveLength(calls);
		expect(result.errorOutput).toHaveLength(failing);
		return result.errorOutput.map((item) => failureIn(item).message);
	};
	const all = (message: string) => Array.from({ length: failing }, () => message);

	// These come first: what the process grows by can be told as long as it is small.
	it('does not take in a response that has no end', async () => {
		let sent = 0;
		const growth = await growthOf(async () => {
			const flooding = flood((bytes) => (sent += bytes));
			expect(await failuresOf(flooding, 60_000)).toEqual(all(noResponseOfTheApi));
		});

		expect(sent).toBeGreaterThan(megabyte);
		// What it does not read stays in buffers of the connection.
		expect(sent).toBeLessThan(50 * megabyte);
		expect(growth).toBeLessThan(maxGrowth);
	});

	it('does not take in 512 MB that come compressed', async () => {
		const bomb = gzipBomb(32);

		const growth = await growthOf(async () => {
			// A busy machine takes its time to unpack it.
			expect(await failuresOf(bomb, 60_000)).toEqual(all(noResponseOfTheApi));
		});

		expect(growth).toBeLessThan(maxGrowth);
	});

	it.each([
		['never comes', silence],
		['comes a blank at a time', drip],
	])('gives up a response that %s', async (_how, attack) => {
		expect(await failuresOf(attack)).toEqual(
			all('No complete answer came within 1000 milliseconds'),
		);
	});
});

const withoutRepeats = (parameters: INodeParameters): INodeParameters => ({
	...parameters,
	options: { ...(parameters.options as INodeParameters), maxRetries: 0 },
	delivery: { ...(parameters.delivery as INodeParameters), maxRetries: 0 },
});

const pathOf = (url: string) => new URL(url, server.url).pathname;

/**
 * Where no call is made, nothing can go wrong with it. What is no answer to a question leaves on an
 * output of its own, which is none for failures: test/engine/answerInChat looks at that.
 */
const callsNobody = new Set([
	'callback.answer',
	'user.generateUserSig',
	'api.countKeys',
	'api.forgetKeys',
	'callback.takeAnswer',
]);

describe('every operation that makes a call', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ behaviour: { rateLimit: null } });
	});
	afterAll(async () => await simulator.close());

	/** The sample's own run, and the good responses that it gets. */
	const recorded = async (entry: CatalogueEntry): Promise<{ job: Job; good: IDataObject[] }> => {
		const { key, resource, operation } = entry;
		const parameters = withoutRepeats(operationSamples[key]!.parameters);
		const items = await prepare(simulator, entry);
		const job = { parameters: { resource, operation, ...parameters }, items };
		const good: IDataObject[] = [];
		const watching = passOn(simulator.url, (response) => good.push(JSON.parse(response)));
		const result = await run(job, watching, { sdkAppId: demoApp.sdkAppId });
		expect([complaintAbout(result), result.errorOutput]).toEqual([undefined, []]);
		return { job, good };
	};

	const callers = catalogue.filter(({ key }) => !callsNobody.has(key));

	describe.each(partOf(callers, 18))('$key', (entry) => {
		it('fails with an error of the node when the response is none', async () => {
			const { job } = await recorded(entry);
			for (const [name, attack] of quick) {
				const stopped = await run(job, attack, { onError: 'stopWorkflow' });
				expect([name, complaintAboutError(stopped)]).toEqual([name, undefined]);

				const gone = await run(job, attack);
				expect([name, complaintAbout(gone)]).toEqual([name, undefined]);
				// A look at what the call has done goes to another command.
				const [first] = server.calls;
				const same = server.calls.filter(({ url }) => pathOf(url) === pathOf(first!.url));
				expect([name, gone.output, same.length]).toEqual([name, [], 1]);
			}
			expect(elsewhere.calls).toEqual([]);
		});

		it('takes or refuses a response with a field of another type', async () => {
			const { job, good } = await recorded(entry);
			const isList = findOperation(entry.resource, entry.operation)?.shape === 'list';
			expect(good.length).toBeGreaterThan(0);
			for (const [index, response] of good.entries()) {
				for (const wrong of wrongTypesIn(response, envelope)) {
					const result = await run(job, (response, { number }) => {
						const now = number === index ? wrong : good[Math.min(number, good.length - 1)];
						sendJson(response, JSON.stringify(now));
					});
					expect([wrong, complaintAbout(result)]).toEqual([wrong, undefined]);
					// A list may be empty, and who waits for an answer puts nothing out yet.
					if (!isList && !result.run.waitTill) {
						const items = [...result.output, ...result.errorOutput];
						expect([wrong, items.length]).toEqual([wrong, job.items.length]);
					}
				}
			}
		});
	});

	it('would have been answered by the server that redirects lead to', async () => {
		await fetch(elsewhere.url);
		expect(elsewhere.calls).toHaveLength(1);
	});
});
