import { setTimeout as pause } from 'node:timers/promises';

import type { Behaviour, Conversation, RecordedRequest, Stats } from '../../simulator';
import { startService } from '../service';

/** A simulator in another process, seen through its control routes. */
export interface RemoteSimulator {
	url: string;
	/** Forgets everything, and lays the switches over the defaults. */
	begin(behaviour: Partial<Behaviour>): Promise<void>;
	/** Waits until no call is under way. */
	settled(): Promise<void>;
	stats(): Promise<Stats>;
	/** The newest 20,000 calls. */
	requests(): Promise<RecordedRequest[]>;
	conversations(): Promise<Conversation[]>;
	stop(): Promise<void>;
}

export async function startRemoteSimulator(): Promise<RemoteSimulator> {
	const service = await startService<{ url: string }>('simulator/service.ts');
	const { url } = service.ready;

	async function ask<Answer>(path: string, body?: object): Promise<Answer> {
		const response = await fetch(`${url}/api/${path}`, {
			...(body && {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
		return (await response.json()) as Answer;
	}

	const stats = async () => await ask<Stats>('stats');
	return {
		url,
		begin: async (behaviour) => {
			await ask('reset', {});
			await ask('behaviour', behaviour);
		},
		settled: async () => {
			while ((await stats()).inFlight > 0) await pause(50);
		},
		stats,
		requests: async () => await ask('requests'),
		conversations: async () => await ask('conversations'),
		stop: async () => await service.stop(),
	};
}
