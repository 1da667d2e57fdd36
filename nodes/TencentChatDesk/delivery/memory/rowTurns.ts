/** The end of what was begun last under each name. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does one thing at a time under a name, in the order of the calls, for all executions in this
 * process.
 */
export async function inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
	const before = last.get(name) ?? Promise.resolve();
	const turn = before.then(act, act);
	last.set(name, turn);
	try {
		return await turn;
	} finally {
		if (last.get(name) === turn) last.delete(name);
	}
}
