import type { Behaviour, Conversation, RecordedRequest, Stats } from '../../simulator';
import type { CallbackPatch } from '../../simulator/callbacks/settings';
import { until } from './eventually';
import { startService, type Service } from './service';

/** A simulator in another process, seen through its control API. */
export class RemoteSimulator {
	private constructor(private readonly service: Service<{ url: string }>) {}

	/** @param customers how many of `customersOf` have an account */
	static async start(customers: number): Promise<RemoteSimulator> {
		return new RemoteSimulator(
			await startService('test/harness/simulatorService.ts', { input: { customers } }),
		);
	}

	get url(): string {
		return this.service.ready.url;
	}

	/** Forgets what has happened and turns the switches; those not named go back to their start. */
	async begin(behaviour: Partial<Behaviour>): Promise<void> {
		await this.ask('reset', {});
		await this.ask('behaviour', behaviour);
	}

	/** Waits until no call is under way. */
	async settled(): Promise<void> {
		await until('no call is under way', async () => (await this.stats()).inFlight === 0);
	}

	/** Sets where callbacks go; settings that are not named stay as they are. */
	async sendCallbacks(settings: CallbackPatch): Promise<void> {
		await this.ask('callbacks', settings);
	}

	/** Writes as a person; resolves with what her app is told. */
	write = async (message: { from: string; to: string; text: string }) =>
		await this.ask<{ ErrorCode: number }>('customer/messages', message);

	/** The newest 20,000 calls. */
	requests = async () => await this.ask<RecordedRequest[]>('requests');
	conversations = async () => await this.ask<Conversation[]>('conversations');
	stats = async () => await this.ask<Stats>('stats');
	stop = async () => await this.service.stop();

	private async ask<T>(path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}/api/${path}`, {
			...(body && {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		if (!response.ok) throw new Error(`The simulator refused ${path}: ${await response.text()}`);
		return (await response.json()) as T;
	}
}
