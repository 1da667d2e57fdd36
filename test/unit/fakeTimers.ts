/**
 * Fake timers of which, as in Node, none is shorter than a millisecond.
 *
 * @param timerLimit timers after which a run counts as one that never ends
 */
export function useFakeTimers(timerLimit = 2_000): void {
	jest.useFakeTimers({ timerLimit });
	const faked = setTimeout;
	jest
		.spyOn(globalThis, 'setTimeout')
		.mockImplementation(((run: () => void, wait = 0) =>
			faked(run, Math.max(1, wait))) as typeof setTimeout);
}

export function useRealTimers(): void {
	jest.restoreAllMocks();
	jest.useRealTimers();
}
