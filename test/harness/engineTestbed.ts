import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { nodeName, runNode } from './engine';
import type { NodeRun, NodeSettings, RunOptions } from './engine';
import { contactUser, deskSend, liveTextCommand, sendmsg } from './commands';
import { demoCosCredentialData } from './demoCredential';
import { cosCredentialType, credentialType } from './project';
import {
	demoBucket,
	demoWorld,
	startSimulator,
	type Fault,
	type RecordedRequest,
	type SimulatedApp,
	type Simulator,
	type SimulatorOptions,
} from '../../simulator';
import { findSecrets, type Finding } from './secrets';

export { nodeName } from './engine';
export type { NodeRun } from './engine';

/** Its key looks different in each encoding, so that each form can be told when it is found. */
export const app: SimulatedApp = {
	sdkAppId: 1400000042,
	secretKey: '5f/Key+of=the?engine&tests~91c37ab2e8d04416',
	admins: ['administrator'],
	desk: true,
};

/** Users without a history: u0 to u39. */
export const allUsers = Array.from({ length: 40 }, (_unused, index) => `u${index}`);

type CredentialChanges = Record<string, string | number>;

/** A credential for the given host. */
export const credentialFor = (url: string, changes: CredentialChanges = {}) => ({
	sdkAppId: app.sdkAppId,
	identifier: 'administrator',
	secretKey: app.secretKey,
	region: 'custom',
	customHost: url,
	...changes,
});

/** The globals of n8n and of the package, which all test files of a worker share. */
export const engineGlobal: typeof globalThis =
	(globalThis as { engineGlobal?: typeof globalThis }).engineGlobal ?? globalThis;

/**
 * Every text inside a value, hidden properties of errors included.
 *
 * @param own texts that the test itself has put in, such as whole files
 */
export function textsIn(value: unknown, own: ReadonlySet<string> = new Set()): string {
	const seen = new Set<object>();
	const texts: string[] = [];
	const visit = (part: unknown): void => {
		if (Buffer.isBuffer(part)) texts.push(part.toString('latin1'));
		else if (typeof part === 'string') {
			if (!own.has(part)) texts.push(part);
		} else if (typeof part === 'object' && part !== null && !seen.has(part)) {
			seen.add(part);
			if (part instanceof Map) [...part].forEach(visit);
			if (part instanceof Set) [...part].forEach(visit);
			for (const name of Reflect.ownKeys(part)) {
				texts.push(String(name));
				visit(Reflect.get(part, name));
			}
		}
	};
	visit(value);
	return texts.join('\n');
}

/** What a run left behind anywhere that must not hold a secret. */
export function secretsIn(
	{ run, error, log, hints }: NodeRun,
	own?: ReadonlySet<string>,
): Finding[] {
	const left = textsIn({ run, error, log, hints: hints(nodeName) }, own);
	return findSecrets(left, { secretKey: app.secretKey, cosSecretKey: demoBucket.secretKey });
}

export interface Settings extends Omit<NodeSettings, 'parameters'>, Omit<RunOptions, 'input'> {
	/** Laid over the good credential. */
	credential?: CredentialChanges;
	/** Binary data that each item brings. */
	files?: IBinaryKeyData | ((item: number) => IBinaryKeyData);
	/** Laid over the good credential of COS. */
	cos?: CredentialChanges;
	/** The credential of COS cannot be read. */
	withoutCos?: boolean;
	/** The credential cannot be read, as when it was deleted. */
	withoutCredential?: boolean;
}

/** Commands that tell what an earlier call has done. */
const lookupPaths = [
	'openim/admin_getroammsg',
	'desk_http_svc/describe_chat_messages',
	'desk_http_svc/get_session_state',
	'group_open_http_svc/group_msg_get_simple',
	'group_open_http_svc/get_group_info',
];

/** A simulator, and the node to be run against it. */
export class Testbed {
	constructor(readonly simulator: Simulator) {}

	/** Runs the node. Whatever becomes of the run, no secret may be left in it. */
	async run(
		parameters: INodeParameters,
		items: IDataObject[],
		{
			credential,
			withoutCredential,
			files,
			cos,
			withoutCos,
			executionId,
			timezone,
			webhookWaitingBaseUrl,
			workflowId,
			signal,
			...settings
		}: Settings = {},
	): Promise<NodeRun> {
		const data = credentialFor(this.simulator.url, credential);
		const brought = items.map((_json, item) => (typeof files === 'function' ? files(item) : files));
		const own = new Set(
			brought.flatMap((one) => Object.values(one ?? {}).map((binary) => binary.data)),
		);
		const result = await runNode(
			{ parameters, ...settings },
			items.map((json, item) => ({
				json,
				...(brought[item] ? { binary: brought[item] } : {}),
			})),
			{
				credentials: {
					...(withoutCredential ? {} : { [credentialType]: data }),
					...(withoutCos
						? {}
						: { [cosCredentialType]: { ...demoCosCredentialData(this.simulator.url), ...cos } }),
				},
				executionId,
				timezone,
				webhookWaitingBaseUrl,
				workflowId,
				signal,
			},
		);
		expect(secretsIn(result, own)).toEqual([]);
		return result;
	}

	/** The next requests to the path meet these faults, in this order. */
	failNext(path: string, ...faults: Fault[]): void {
		this.simulator.behaviour.failNext.push(...faults.map((fault) => ({ path, fault })));
	}

	/** Nobody can look up what an earlier call has done: every such look is refused. */
	refuseLooks(): void {
		const fault: Fault = { kind: 'errorCode', code: 90001 };
		const rules = lookupPaths.map((path) => ({ probability: 1, path, fault }));
		this.simulator.behaviour.faults.push(...rules);
	}

	/** Calls of one API, in the order in which they were looked at. */
	calls(path?: string): RecordedRequest[] {
		return this.simulator.requests.filter((call) => path === undefined || call.path === path);
	}

	/** Tells how many calls have begun, at each one. */
	onCall(listener: (count: number) => void): void {
		let count = 0;
		this.simulator.app.server.on('request', () => listener(++count));
	}

	/** What the people of a conversation see, from top to bottom. */
	shown(participant?: string): string[] {
		return this.simulator
			.conversations()
			.filter(({ participants }) => !participant || participants.includes(participant))
			.flatMap(({ entries }) => entries.map(({ text }) => text));
	}
}

/** Gives the tests of a file simulators of their own, which are closed after each test. */
export function testbeds(): (behaviour?: SimulatorOptions['behaviour']) => Promise<Testbed> {
	const open: Simulator[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (simulator) => await simulator.close()));
	});
	return async (behaviour) => {
		const world = demoWorld();
		const simulator = await startSimulator({
			apps: [app],
			world: { accounts: [...world.accounts, ...allUsers] },
			behaviour: { rateLimit: null, liveRoomPerSecond: null, ...behaviour },
		});
		open.push(simulator);
		return new Testbed(simulator);
	};
}

/** Parameters of each operation; the item says to whom and what. `options` are laid over. */
export const direct = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	resource: 'directMessage',
	operation: 'send',
	toAccount: '={{ $json.to }}',
	messageType: 'text',
	text: '={{ $json.text }}',
	options,
	...more,
});

export const desk = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	resource: 'session',
	operation: 'sendMessage',
	sendTo: 'user',
	serviceAccount: '@support',
	userId: '={{ $json.to }}',
	messageType: 'text',
	text: '={{ $json.text }}',
	options,
	...more,
});

export const contact = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	resource: 'session',
	operation: 'contactUser',
	serviceAccount: '@support',
	userId: '={{ $json.to }}',
	options: { requestsPerSecond: 100, ...options },
	...more,
});

export const live = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	resource: 'liveRoom',
	operation: 'sendText',
	roomId: '={{ $json.to }}',
	senderAccount: 'user1',
	text: '={{ $json.text }}',
	options,
	...more,
});

/** The four operations, each with somebody who can be reached. */
export const operations = {
	'a direct message': { parameters: direct, path: sendmsg, to: 'u0' },
	'a desk message': { parameters: desk, path: deskSend, to: 'u0' },
	'contacting a user': { parameters: contact, path: contactUser, to: 'u0' },
	'a live message': { parameters: live, path: liveTextCommand, to: 'room1' },
};

export type OperationName = keyof typeof operations;

/** The operations whose copies the server can tell, and those where it cannot. */
export const tellsCopies: OperationName[] = ['a direct message', 'a desk message'];
export const cannotTellCopies: OperationName[] = ['contacting a user', 'a live message'];

/** For a node that puts what fails on a branch of its own. */
export const onErrorBranch = { onError: 'continueErrorOutput' } as const;

export const message = (to: string, text: string): IDataObject => ({ to, text });

/** What an item says about its failure. */
export interface FailureData {
	message: string;
	advice: string;
	mayHaveBeenSent: boolean;
	ErrorCode?: number;
	ErrorInfo?: string;
	RequestId?: string;
	httpStatus?: number;
}

export const failureIn = ({ json }: INodeExecutionData): FailureData =>
	json.error as unknown as FailureData;

export { pairs } from './pairedItems';
