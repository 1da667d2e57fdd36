import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A person at a terminal. */
export interface Terminal {
	/** The answer to a question; rejects when the person breaks off. */
	ask(question: string): Promise<string>;
	/** The same for a secret, which is not shown. */
	askSecret(question: string): Promise<string>;
	say(text: string): void;
}

/** Swallows what readline would show of a secret. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Ctrl+C at a question aborts `stop`, like everywhere else. */
export function terminalOf(stop: AbortController): Terminal {
	const answerTo = async (question: string, output: NodeJS.WritableStream) => {
		const readline = createInterface({ input: process.stdin, output, terminal: true });
		readline.on('SIGINT', () => stop.abort());
		try {
			return await readline.question(question, { signal: stop.signal });
		} finally {
			readline.close();
		}
	};
	return {
		say: (text) => console.log(text),
		ask: async (question) => await answerTo(question, process.stdout),
		async askSecret(question) {
			process.stdout.write(question);
			const secret = await answerTo('', nowhere());
			process.stdout.write('\n');
			return secret;
		},
	};
}

/** Nobody is there to be asked. */
export const noTerminal: Terminal = {
	say: (text) => console.log(text),
	ask: async () => {
		throw new Error('There is no terminal to ask in: give --yes and the environment variables.');
	},
	askSecret: async () => {
		throw new Error('There is no terminal to ask in: set TENCENT_SECRET_KEY.');
	},
};
