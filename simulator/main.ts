import { parseArgs } from 'node:util';
import { isCallbackUrl } from './callbacks/settings';
import {
	demoApp,
	demoBucket,
	startSimulator,
	type Simulator,
	type SimulatorOptions,
} from './index';

const defaultPort = 8765;

const usage = `A local Tencent Chat for trying things out; it listens on this machine only.

  --port <number>           where to listen (default ${defaultPort}; 0 takes any free port)
  --callback-url <url>      where to send callbacks, such as the URL of a trigger in n8n
  --callback-token <token>  sign the callbacks with this token
  --log                     print each call, without its query string
  --help                    this text`;

function readPort(text: string | undefined): number {
	const port = text === undefined ? defaultPort : Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port has to be a number from 0 to 65535, not "${text}".`);
	}
	return port;
}

function readCallbackUrl(text: string | undefined): string | null {
	if (text === undefined) return null;
	if (!isCallbackUrl(text)) {
		throw new Error('--callback-url has to be an address that begins with http:// or https://.');
	}
	return text;
}

async function start(port: number, options: SimulatorOptions): Promise<Simulator> {
	try {
		return await startSimulator({ port, ...options });
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
			'callback-url': { type: 'string' },
			'callback-token': { type: 'string' },
			log: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const url = readCallbackUrl(values['callback-url']);
	const token = values['callback-token'] ?? null;
	const simulator = await start(readPort(values.port), {
		logger: values.log,
		callbacks: { url, token },
	});
	console.log(`The simulator listens at ${simulator.url}; open it in a browser for the inbox.

  SDKAppID    ${demoApp.sdkAppId}
  Identifier  ${demoApp.admins.join(', ')}
  Secret key  ${demoApp.secretKey}  (made up; it opens nothing)

For files, the credential Tencent COS API:
  SecretId    ${demoBucket.secretId}
  SecretKey   ${demoBucket.secretKey}  (made up as well)
  Bucket      ${demoBucket.name}
  Region      ap-singapore
  Custom Host ${simulator.url}

Press Ctrl+C to stop.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
