/** Fake timers of which, as in Node, none is shorter than a millisecond. */
export function useFakeTimers(): void {
	jest.useFakeTimers();
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
