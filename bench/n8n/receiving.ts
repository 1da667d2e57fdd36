import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../../test/harness/eventually';
import type { N8nSession } from '../../test/harness/n8n';

/** Nothing that was received twice starts later than this. */
const settledMs = 1000;

/** An active workflow that something from outside starts. */
export class Receiving {
	constructor(
		private readonly session: N8nSession,
		private readonly id: string,
		/** Where its first node listens. */
		readonly url: string,
	) {}

	/** How many executions were saved as successful so far. */
	async executions(): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id, status: ['success'] }));
		const { count } = await this.session.call<{ count: number }>(
			`executions?filter=${filter}&limit=1`,
		);
		return count;
	}

	/** The number of executions once it has reached the expected one and stays as it is. */
	async executionsFrom(expected: number): Promise<number> {
		const saved = async () => (await this.executions()) >= expected;
		// n8n saves an execution after its webhook was answered. One that is missing is a result.
		await until('the executions are saved', saved).catch(() => undefined);
		await pause(settledMs);
		return await this.executions();
	}
}
