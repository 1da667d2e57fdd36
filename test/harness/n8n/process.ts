import { answering, startProgram, type Program } from '../processes';
import { n8nEnvironment } from './environment';
import { n8nCommand, nodeForN8n } from './install';
import { freePort } from '../ports';

/** How n8n's own processes are started. */
export interface N8nOptions {
	/** n8n keeps everything below `<userFolder>/.n8n`. */
	userFolder: string;
	/** Further environment variables. */
	env?: Record<string, string>;
	/** Sees what n8n prints. */
	onOutput?: (text: string) => void;
	/** Ends the process early when it is aborted. */
	stop?: AbortSignal;
}

/** Starts an n8n command, such as `execute --id=1`. */
export async function startN8nCommand(args: string[], options: N8nOptions): Promise<Program> {
	const env = n8nEnvironment(options.userFolder, {
		// Code nodes run in a process of their own, which connects back through this port.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		...options.env,
	});
	const program = startProgram(nodeForN8n(), [n8nCommand, ...args], {
		cwd: options.userFolder,
		env,
		onOutput: options.onOutput,
	});
	const end = () => void program.stop();
	if (options.stop?.aborted) end();
	options.stop?.addEventListener('abort', end);
	void program.ended.then(() => options.stop?.removeEventListener('abort', end));
	return program;
}

/** What an n8n command printed, and how it ended. */
export interface CommandResult {
	code: number;
	output: string;
}

/** Runs one n8n command, such as `execute --id=1`, to its end. */
export async function n8nCli(args: string[], options: N8nOptions): Promise<CommandResult> {
	const { output, ended } = await startN8nCommand(args, options);
	const code = (await ended) ?? 1;
	return { code, output: output() };
}

/** A running n8n server. */
export interface RunningN8n extends Program {
	/** Where the editor is, without a slash at the end. */
	url: string;
}

const readyWithinSeconds = 180;

/** Whether n8n answers at all of these paths. */
export async function respondsAt(url: string, ...paths: string[]): Promise<boolean> {
	try {
		const responses = await Promise.all(paths.map(async (path) => await fetch(`${url}/${path}`)));
		return responses.every(({ ok }) => ok);
	} catch {
		return false;
	}
}

/** Starts an n8n server on loopback and resolves when it answers requests. */
export async function startN8n(options: N8nOptions & { port: number }): Promise<RunningN8n> {
	const url = `http://127.0.0.1:${options.port}`;
	const program = await startN8nCommand(['start'], {
		...options,
		env: { ...options.env, N8N_PORT: String(options.port) },
	});
	// n8n 1 calls itself ready before its REST API is there.
	const isReady = async () => await respondsAt(url, 'healthz/readiness', 'rest/settings');
	try {
		await answering(program, `n8n on ${url}`, isReady, readyWithinSeconds);
	} catch (error) {
		await program.stop();
		throw error;
	}
	return { url, ...program };
}
