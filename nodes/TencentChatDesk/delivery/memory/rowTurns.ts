import { Turns } from '../scheduling/turns';

const turns = new Turns();

/**
 * Does one thing at a time under a name, in the order of the calls, for all executions in this
 * process.
 */
export async function inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
	const owner = {};
	if (!turns.take(name, owner)) {
		await new Promise<void>((resolve) => turns.wait(name, owner, resolve));
	}
	try {
		return await act();
	} finally {
		turns.leave(name, owner);
	}
}
