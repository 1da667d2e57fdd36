import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { CredentialError } from '../../../credentials/credentialError';
import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import { encodeCall } from '../../../nodes/TencentChatDesk/delivery/encode';
import { LocalItems } from '../../../nodes/TencentChatDesk/delivery/localItems';
import { RequestBuilder } from '../../../nodes/TencentChatDesk/delivery/requests';
import { Lookups } from '../../../nodes/TencentChatDesk/delivery/lookups';
import { Uploads } from '../../../nodes/TencentChatDesk/delivery/files/uploads';
import type { Results } from '../../../nodes/TencentChatDesk/delivery/results';
import type { RunState } from '../../../nodes/TencentChatDesk/delivery/runState';
import { RunLimits } from '../../../nodes/TencentChatDesk/delivery/scheduling/runLimits';
import { SignInGuard } from '../../../nodes/TencentChatDesk/delivery/scheduling/signInGuard';
import { callsApi, type Operation } from '../../../nodes/TencentChatDesk/operations/operation';
import { defaultBehaviour } from '../../../simulator';
import { demoApp, demoWorld } from '../../../simulator/demo';
import type { JsonObject } from '../../../simulator/json';
import { seededRandom } from '../../../simulator/random';
import { Callbacks } from '../../../simulator/callbacks/callbacks';
import { isRefusal } from '../../../simulator/rest/endpoint';
import { allEndpoints } from '../../../simulator/rest/registry';
import { buildAppState } from '../../../simulator/state/app';
import { Conversations } from '../../../simulator/state/conversations';
import type { Panel } from './panel';

/** One call as it would go over the wire. */
export interface WireCall {
	path: string;
	text: string;
}

/** What becomes of an item whose panel holds these values. */
export type Submission =
	| { refused: InvalidParameter }
	| { calls: WireCall[] }
	/** The operation made the output itself. */
	| { output: unknown };

const account = {
	...demoApp,
	identifier: 'administrator',
	origin: 'http://127.0.0.1:1',
	signatureLifetime: 86_400,
};

/** What is held back until n8n's database has been asked is the same call without a key. */
function withoutKeys({ options, ...panel }: Panel): Panel {
	const { sendOnce: _once, deduplicationKey: _key, ...others } = options as IDataObject;
	return { ...panel, options: others } as Panel;
}

/** What the item brings. */
const photo = { data: 'iVBORw0KGgo=', mimeType: 'image/png', fileName: 'photo.png' };

/** Reads one item as a run does, up to the bytes of its calls. Throws what a run would not expect. */
export function submit(operation: Operation, panel: Panel): Submission {
	const context = {
		getInputData: () => [{ json: {}, binary: { data: photo, still: photo } }],
		getNodeParameter: (name: string, _item: number, otherwise: unknown) =>
			Object.hasOwn(panel, name) ? panel[name] : otherwise,
		getTimezone: () => 'Europe/Berlin',
		getWorkflow: () => ({ id: 'w1' }),
		getNode: () => ({ id: 'n1' }),
		helpers: { checkProcessedAndRecord: async () => await new Promise(() => undefined) },
	} as unknown as IExecuteFunctions;
	const settled: Submission[] = [];
	const refuse = (error: unknown) => {
		if (error instanceof InvalidParameter) settled.push({ refused: error });
		else throw error instanceof CredentialError ? error : new Error('No call was made yet');
	};
	const results = {
		stats: { total: 1 },
		tell: () => undefined,
		done: (_item: number, [output]: unknown[]) => settled.push({ output }),
		failed: (_item: number, error: unknown) => refuse(error),
	} as unknown as Results;
	const state = { fatalFailure: undefined } as RunState;
	const lookups = new Lookups(account, new RunLimits(new SignInGuard(account)));
	if (operation.shape === 'respond' || operation.shape === 'memory') {
		throw new Error('It is no call');
	}
	const source = callsApi(operation)
		? new RequestBuilder(
				context,
				operation,
				account,
				false,
				results,
				state,
				lookups,
				new Uploads(context),
				() => undefined,
				() => undefined,
			)
		: new LocalItems(context, operation, account, results);
	let step = source.next();
	while (step === 'settled') step = source.next();
	if (step === 'end') return settled[0]!;
	if ('until' in step) return submit(operation, withoutKeys(panel));
	const { task: call } = step;
	const { path } = call;
	const calls: WireCall[] = [];
	const parts = call.shape === 'chain' ? call.chain.bodies.length : 1;
	try {
		for (let done = 0; done < parts; done += 1) {
			if (call.shape === 'chain') call.chain.done = done;
			calls.push({ path, text: encodeCall({ ...call, encoded: undefined }).text });
		}
	} catch (error) {
		if (!(error instanceof InvalidParameter)) throw error;
		return { refused: error };
	}
	return { calls };
}

const endpoints = new Map(allEndpoints.map((endpoint) => [endpoint.path, endpoint]));

/** Refusals that speak of types and shape, not of what exists in the app. */
const aboutShape =
	/(ha(s|ve) to (be|hold)|is missing|are missing|is no object|holds no element|wrong type|(?<!MsgKey )is wrong|cannot have this value|none of its|none of the group types)/;
const aboutExistence = /does not exist|an existing user|a customer service account/;

/** A simulated app that looks at bodies without a connection in between. */
export class Inspector {
	private readonly state = buildAppState(demoApp, demoWorld(), {});
	private readonly conversations = new Conversations();
	private readonly behaviour = { ...defaultBehaviour(), rateLimit: null };
	private readonly random = seededRandom(1);
	private readonly callbacks = new Callbacks({ now: Date.now, sleep: async () => undefined });

	/** Some commands may be called once a second only. */
	private now = Date.UTC(2025, 3, 1, 12);

	/** What is malformed about a call; undefined when nothing is. */
	async complaint({ path, text }: WireCall): Promise<string | undefined> {
		const endpoint = endpoints.get(path);
		if (!endpoint) return `there is no ${path}`;
		const body = JSON.parse(text) as JsonObject;
		const unknown = Object.keys(body).filter((name) => !endpoint.fields.includes(name));
		if (unknown.length > 0) return `unknown fields: ${unknown.join(', ')}`;
		const outcome = await endpoint.handle({
			body,
			bytes: Buffer.byteLength(text),
			state: this.state,
			identifier: account.identifier,
			now: (this.now += 2000),
			behaviour: this.behaviour,
			platform: 'RESTAPI',
			callbacks: this.callbacks,
			conversations: this.conversations,
			random: this.random,
		});
		if (!isRefusal(outcome)) return undefined;
		const { code, info } = outcome;
		return aboutShape.test(info) && !aboutExistence.test(info) ? `${code} ${info}` : undefined;
	}
}
