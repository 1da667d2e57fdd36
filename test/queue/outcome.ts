import type { Conversation, RecordedRequest } from '../../simulator';

/** One execution of an attempt. */
export interface Run {
	/** The first word of each of its messages. */
	name: string;
	/** Its node's "Requests per Second". */
	requestsPerSecond: number;
	messages: number;
}

/** What an execution's last node put out. */
export interface RunResult extends Run {
	sent: number;
}

/** Everything that is known about an attempt afterwards. */
export interface Outcome {
	runs: RunResult[];
	/** How many executions each worker has begun. */
	perWorker: number[];
	/** All calls in the order in which they were decided on. */
	requests: RecordedRequest[];
	/** What clients show. */
	conversations: Conversation[];
}
