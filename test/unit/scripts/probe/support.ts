import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { readAccount, type Account } from '../../../../credentials/account';
import type { OptIn, Question } from '../../../../scripts/probe/question';
import { questions as allQuestions } from '../../../../scripts/probe/questions';
import type { Findings } from '../../../../scripts/probe/report/report';
import { probe } from '../../../../scripts/probe/run';
import { CallbackListener } from '../../../../scripts/probe/service/callbacks';
import { clientOf, type Send } from '../../../../scripts/probe/service/client';
import { trialLimits } from '../../../../scripts/probe/twin';
import { virtualTime } from '../../../../scripts/probe/service/time';
import {
	startSimulator,
	type Behaviour,
	type CallbackPatch,
	type Simulator,
	type World,
} from '../../../../simulator';
import type { JsonObject } from '../../../../simulator/json';
import { documentedReadings } from '../../../../simulator/readings';
import { demoCredentialData } from '../../../harness/demoCredential';

/** Changes what the service answers to a command. */
export type Change = (path: string, response: JsonObject) => JsonObject;

export interface Standing {
	/** What differs in this service. */
	behaviour?: Partial<Behaviour>;
	change?: Change;
	callbacks?: CallbackPatch;
	/** Changes what exists before the first call. */
	arrange?(world: World): void;
	/** Beside every question that reaches nobody. */
	optIns?: OptIn[];
	/** Only those that are always asked, and what `optIns` adds. */
	short?: boolean;
	questions?: readonly Question[];
	signal?: AbortSignal;
	/** Is told of each call, before it is made. */
	onCall?(path: string, simulator: Simulator): void;
}

/** What a run against a stand-in of the service gave. */
export interface Probed {
	findings?: Findings;
	error?: Error;
	simulator: Simulator;
	account: Account;
	said: string[];
}

const token = 'probe';
/** Whatever was observed meanwhile: here both sides begin alike. */
const { signsAll: signsAsDocumented, ...documented } = documentedReadings();

/** A server between the probe and a simulator that changes what is answered. */
async function changingServer(simulator: Simulator, change: Change): Promise<Server> {
	const server = createServer((request, response) => {
		const relay = async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
			const answer = await fetch(`${simulator.url}${request.url}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: Buffer.concat(chunks),
			});
			const path = new URL(request.url ?? '', simulator.url).pathname.replace('/v4/', '');
			response.end(JSON.stringify(change(path, (await answer.json()) as JsonObject)));
		};
		relay().catch(() => request.socket.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

/** Runs the probe against a simulator in the place of the service, on a clock of its own. */
export async function probed(standing: Standing = {}): Promise<Probed> {
	const {
		behaviour = {},
		optIns = [],
		short = false,
		questions = allQuestions,
		signal,
		onCall,
	} = standing;
	const time = virtualTime();
	const callbacks = await CallbackListener.open(0, token);
	const simulator = await startSimulator({
		now: time.now,
		behaviour: { ...trialLimits, ...documented, ...behaviour },
		callbacks: {
			url: `http://127.0.0.1:${callbacks.port}`,
			token,
			signsAll: signsAsDocumented,
			...standing.callbacks,
		},
	});
	standing.arrange?.(simulator.world());
	const server = await changingServer(simulator, standing.change ?? ((_path, answer) => answer));
	const { port } = server.address() as AddressInfo;
	const account = readAccount(demoCredentialData(`http://127.0.0.1:${port}`));
	const client = clientOf(account);
	const send: Send = async (path, body) => {
		onCall?.(path, simulator);
		return await client(path, body);
	};
	const said: string[] = [];
	try {
		const findings = await probe({
			service: { send, time, admin: account.identifier, callbacks, signal },
			simulated: documented,
			questions,
			optIns: new Set(short ? optIns : ['whole', ...optIns]),
			version: '0.0.0',
			say: (text) => said.push(text),
		});
		return { findings, simulator, account, said };
	} catch (error) {
		return { error: error as Error, simulator, account, said };
	} finally {
		server.closeAllConnections();
		server.close();
		await simulator.close();
		await callbacks.close();
	}
}

/** IDs of what the probe has made and that is still there. */
export function leftIn(simulator: Simulator): string[] {
	const { accounts, groups, rooms, sessions } = simulator.world();
	const ids = [accounts, groups, rooms].flatMap((map) => [...map.keys()]);
	const ours = ids.filter((id) => id.startsWith('n8n-probe-'));
	const open = sessions
		.list()
		.filter(({ userId, state }) => userId.startsWith('n8n-probe-') && state !== 'Ended');
	return [...ours, ...open.map(({ sessionId }) => sessionId)];
}
