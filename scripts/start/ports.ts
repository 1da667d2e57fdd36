import { isFree } from '../../test/harness/n8n';

/** The number of a port that was given as `--<option> <text>`; throws when it is none. */
export function readPort(text: string, option: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65536) return port;
	throw new Error(`--${option} has to be a number from 1 to 65535, not "${text}".`);
}

/**
 * Throws with what to do when something listens at the port.
 *
 * @param option the command with the option that takes another port
 */
export async function requireFree(port: number, what: string, option: string): Promise<void> {
	if (await isFree(port)) return;
	throw new Error(
		`Port ${port}, where ${what} should listen, is in use.\n` +
			`Stop what listens there, or choose another: ${option} ${port + 1}`,
	);
}
