import { parseArgs } from 'node:util';
import { DEMO_APP, startSimulator, type Simulator } from './index';

const DEFAULT_PORT = 8765;

const USAGE = `A local Tencent Chat for trying things out; it listens on this machine only.

  --port <number>  where to listen (default ${DEFAULT_PORT}; 0 takes any free port)
  --log            print each call, without its query string
  --help           this text`;

function readPort(text: string | undefined): number {
	const port = text === undefined ? DEFAULT_PORT : Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port has to be a number from 0 to 65535, not "${text}".`);
	}
	return port;
}

async function start(port: number, logger: boolean): Promise<Simulator> {
	try {
		return await startSimulator({ port, logger });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
			throw new Error(
				`Port ${port} is in use. Stop what listens there, or choose another with --port.`,
			);
		}
		throw error;
	}
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			log: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return;
	}
	const simulator = await start(readPort(values.port), values.log);
	console.log(`The simulator listens at ${simulator.url}; open it in a browser for the inbox.

  SDKAppID    ${DEMO_APP.sdkAppId}
  Identifier  ${DEMO_APP.admins.join(', ')}
  Secret key  ${DEMO_APP.secretKey}  (made up; it opens nothing)

Press Ctrl+C to stop.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
