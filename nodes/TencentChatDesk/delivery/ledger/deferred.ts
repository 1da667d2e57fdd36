/** A promise, and what ends it. */
export interface Deferred {
	promise: Promise<void>;
	end: () => void;
}

export function deferred(): Deferred {
	let end = () => {};
	const promise = new Promise<void>((resolve) => (end = resolve));
	return { promise, end };
}
