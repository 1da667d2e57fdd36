import { setTimeout as sleep } from 'node:timers/promises';

/** A clock, and a way to wait for it. */
export interface Time {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves at that time; rejects when `signal` is aborted before. */
	until(time: number, signal?: AbortSignal): Promise<void>;
}

export const realTime: Time = {
	now: Date.now,
	async until(time, signal) {
		const left = time - Date.now();
		if (left > 0) await sleep(left, undefined, { signal });
	},
};

/** A clock that only moves when somebody waits for it. It begins now. */
export function virtualTime(): Time {
	let now = Date.now();
	return {
		now: () => now,
		async until(time) {
			now = Math.max(now, time);
			await Promise.resolve();
		},
	};
}
