import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { demoApp, startSimulator, type SimulatedApp, type Simulator } from '../../simulator';
import { demoCredentialData } from '../../test/harness/demoCredential';
import { runNode } from '../../test/harness/engine';
import { pressTest } from '../../test/harness/engine/credentialTest';
import { credentialType } from '../../test/harness/project';

/** A second application: of the same customer, without Desk. */
const otherApp: SimulatedApp = {
	sdkAppId: 1400000002,
	secretKey: 'c0ffee00'.repeat(8),
	admins: ['administrator'],
	desk: false,
};

/** One thing that people get wrong at first. */
export interface Mistake {
	/** What was done, as the page names it. */
	title: string;
	/** Laid over a credential that works; then the credential's test is pressed, too. */
	credential?: ICredentialDataDecryptedObject;
	/** Laid over a direct message to an account that exists. */
	parameters?: INodeParameters;
	/** The item that expressions read. */
	item?: IDataObject;
	/** Brings the world into the state in which the mistake shows. */
	before?(simulator: Simulator): Promise<void> | void;
}

/** What n8n shows in red. */
export interface Seen {
	title: string;
	/** The words of the credential's form, where the mistake is in the credential. */
	formSays?: string;
	/** The headline of the node's error. */
	message: string;
	/** The text below it. */
	description: string;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const contact = (more: INodeParameters): INodeParameters => ({
	resource: 'session',
	operation: 'contactUser',
	serviceAccount: byId('@support'),
	userId: 'alice',
	...more,
});

const inSession = (more: INodeParameters): INodeParameters => ({
	resource: 'session',
	operation: 'sendMessage',
	text: 'Hello',
	...more,
});

/** Every call is answered with the code. */
const refusingWith = (code: number) => (simulator: Simulator) => {
	simulator.behaviour.faults = [{ probability: 1, fault: { kind: 'errorCode', code } }];
};

/** The mistakes, in the order in which people meet them. */
export const mistakes: readonly Mistake[] = [
	{ title: 'A wrong secret key', credential: { secretKey: 'f'.repeat(64) } },
	{
		title: 'The secret key of another application',
		credential: { secretKey: otherApp.secretKey },
	},
	{
		title: 'A private key (PEM) as secret key',
		credential: { secretKey: '-----BEGIN PRIVATE KEY-----' },
	},
	{ title: 'An SDKAppID with a wrong digit', credential: { sdkAppId: 1400000009 } },
	{ title: 'A name instead of the SDKAppID', credential: { sdkAppId: 'my-app' } },
	{ title: 'The region of another data center', credential: {}, before: refusingWith(60026) },
	{ title: 'An identifier that is no app admin', credential: { identifier: 'alice' } },
	{ title: 'A custom host with a path', credential: { customHost: 'https://example.com/v4' } },
	{
		title: 'No network, or a host where nothing answers',
		credential: {},
		// How often it is tried makes no difference to what is said.
		parameters: { options: { maxRetries: 0 } },
		before: async (simulator) => await simulator.goDown(),
	},
	{ title: 'A receiver who was never imported', parameters: { toAccount: 'zoe' } },
	{
		title: 'A customer who was never imported (Contact User)',
		parameters: contact({ userId: 'zoe' }),
	},
	{
		title: 'A customer who was never imported (Send Message)',
		parameters: inSession({ sendTo: 'user', serviceAccount: byId('@support'), userId: 'zoe' }),
	},
	{
		title: "A service account without its '@'",
		parameters: contact({ serviceAccount: byId('support') }),
	},
	{
		title: 'An application without Desk',
		credential: { sdkAppId: otherApp.sdkAppId, secretKey: otherApp.secretKey },
		parameters: contact({}),
	},
	{
		title: 'A session that has ended',
		parameters: inSession({ sessionId: '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10' }),
	},
	{
		title: 'An agent who is offline',
		parameters: contact({ options: { memberId: byId('noah@example.com') } }),
	},
	{
		title: 'No agent is online at all',
		parameters: contact({}),
		before: (simulator) => {
			for (const agent of simulator.world().agents.values()) agent.state = 'offline';
		},
	},
	{
		title: 'A customer who is already talking with an agent',
		parameters: contact({ userId: 'frank' }),
	},
	{
		title: 'An expression whose field does not exist',
		parameters: { toAccount: '={{ $json.customerId }}' },
		item: { customer: 'alice' },
	},
	{
		title: 'An expression that gives an object',
		parameters: { text: '={{ $json.order }}' },
		item: { order: { number: 4711 } },
	},
	{
		title: 'An empty list of receivers',
		parameters: { operation: 'sendToMany', toAccounts: '={{ $json.customers }}' },
		item: { customers: [] },
	},
	{
		title: 'A message that is too long',
		// The size counts the digits of these numbers, which otherwise differ from run to run.
		parameters: { text: 'long '.repeat(2600), options: { msgRandom: 1, msgSeq: 1 } },
	},
	{
		title: 'A picture on your own disk',
		parameters: { messageType: 'image', imageUrl: 'C:\\pictures\\parcel.jpg' },
	},
	{
		title: 'JSON with a missing quote',
		parameters: { messageType: 'json', msgBodyJson: '[{ "MsgType: "TIMTextElem" }]' },
	},
	{
		title: 'The answer to a message in a live room is lost on its way',
		parameters: {
			resource: 'liveRoom',
			operation: 'sendText',
			roomId: 'room1',
			senderAccount: 'user1',
			text: 'Hello',
		},
		before: (simulator) => {
			simulator.behaviour.failNext = [{ fault: { kind: 'loseResponse' } }];
		},
	},
];

async function seenBy(mistake: Mistake, simulator: Simulator): Promise<Seen> {
	const { title, credential, parameters, item = {}, before } = mistake;
	const data = { ...demoCredentialData(simulator.url), ...credential };
	await before?.(simulator);
	const run = await runNode(
		{
			parameters: {
				resource: 'directMessage',
				operation: 'send',
				toAccount: 'alice',
				messageType: 'text',
				text: 'Hello',
				...parameters,
			},
		},
		[{ json: item }],
		{ credentials: { [credentialType]: data } },
	);
	const error = run.error as (Error & { description?: string | null }) | undefined;
	if (!error) throw new Error(`"${title}" is no mistake: the node succeeds`);
	const seen = { title, message: error.message, description: error.description ?? '' };
	if (!credential) return seen;
	const { verdict } = await pressTest(data);
	return { ...seen, formSays: verdict.message };
}

/** Makes a mistake once, in n8n's engine against a simulator, and tells what the user sees. */
export async function seenOf(mistake: Mistake): Promise<Seen> {
	const simulator = await startSimulator({ apps: [demoApp, otherApp] });
	try {
		return await seenBy(mistake, simulator);
	} finally {
		await simulator.close();
	}
}

/** Makes all of them, one after another. */
export async function makeMistakes(): Promise<Seen[]> {
	const seen: Seen[] = [];
	for (const mistake of mistakes) seen.push(await seenOf(mistake));
	return seen;
}
