import { fork } from 'node:child_process';
import { join } from 'node:path';

import type { Behaviour, Conversation, RecordedRequest, Stats } from '../../simulator';
import type { CallbackPatch } from '../../simulator/callbacks/settings';
import type { ProcessGroup } from '../harness/processGroup';

const READY_WITHIN_MS = 60_000;

/** A simulator in another process, seen through its control API. */
export class RemoteSimulator {
	constructor(readonly url: string) {}

	/** Forgets what has happened and turns the switches; those not named go back to their start. */
	async startAnew(behaviour: Partial<Behaviour>): Promise<void> {
		await this.post('reset', {});
		await this.post('behaviour', behaviour);
	}

	/** Sets where callbacks go; settings that are not named stay as they are. */
	async sendCallbacks(settings: CallbackPatch): Promise<void> {
		await this.post('callbacks', settings);
	}

	/** Writes as a person; resolves with what her app is told. */
	write = async (message: { from: string; to: string; text: string }) =>
		await this.post<{ ErrorCode: number }>('customer/messages', message);

	requests = async () => await this.get<RecordedRequest[]>('requests');
	conversations = async () => await this.get<Conversation[]>('conversations');
	stats = async () => await this.get<Stats>('stats');

	private async get<T>(what: string): Promise<T> {
		const response = await fetch(`${this.url}/api/${what}`);
		return (await response.json()) as T;
	}

	private async post<T>(what: string, body: unknown): Promise<T> {
		const response = await fetch(`${this.url}/api/${what}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
		return (await response.json()) as T;
	}
}

/** Starts the simulator's process; it ends with the stage, or with this process. */
export async function startRemoteSimulator(stage: ProcessGroup): Promise<RemoteSimulator> {
	const child = fork(join(__dirname, 'simulatorProcess.ts'));
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	stage.atEnd(async () => {
		if (child.connected) child.disconnect();
		await ended;
	});
	const url = await new Promise<string>((resolve, reject) => {
		const patience = setTimeout(
			() => reject(new Error('The simulator did not start in time.')),
			READY_WITHIN_MS,
		);
		child.once('message', (message) => {
			clearTimeout(patience);
			resolve(String(message));
		});
		child.once('exit', (code) => {
			clearTimeout(patience);
			reject(new Error(`The simulator ended with code ${code}.`));
		});
	});
	return new RemoteSimulator(url);
}
