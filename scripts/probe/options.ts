import { parseArgs } from 'node:util';

import type { OptIn } from './question';

export const usage = `Asks the real service what the documentation leaves open, and compares it with the simulator.

  --whole                ask all questions, not only those on which delivery hangs
  --desk                 send Desk messages to a throwaway customer
  --agents               contact a throwaway customer in the name of an agent
  --push-all             push twice on the path for all users, to a throwaway tag
  --callback-url <url>   the callback address of Desk in the console, if it leads to this machine
  --callback-port <n>    where to listen for it (default 8766)
  --output <file>        where the report goes (default probe-report.md)
  --yes                  do not ask before starting
  --apply <report>       put the switches of a report into the simulator, and call nothing
  --help                 this text

The credential is read from TENCENT_SDK_APP_ID, TENCENT_IDENTIFIER, TENCENT_SECRET_KEY,
TENCENT_REGION and TENCENT_CUSTOM_HOST; what is missing is asked for. It is never stored.
TENCENT_SERVICE_ACCOUNT names the customer service account to use, TENCENT_CALLBACK_TOKEN the
authentication token of callbacks. docs/probe.md explains it all.`;

export interface Options {
	optIns: ReadonlySet<OptIn>;
	callbackUrl: string | undefined;
	callbackPort: number;
	output: string;
	yes: boolean;
	apply: string | undefined;
}

/** @throws Error that names the option */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			whole: { type: 'boolean', default: false },
			desk: { type: 'boolean', default: false },
			agents: { type: 'boolean', default: false },
			'push-all': { type: 'boolean', default: false },
			'callback-url': { type: 'string' },
			'callback-port': { type: 'string', default: '8766' },
			output: { type: 'string', default: 'probe-report.md' },
			yes: { type: 'boolean', default: false },
			apply: { type: 'string' },
		},
	});
	const callbackUrl = values['callback-url'];
	if (callbackUrl !== undefined && !/^https?:\/\//.test(callbackUrl)) {
		throw new Error('--callback-url has to be an address that begins with http:// or https://.');
	}
	const callbackPort = Number(values['callback-port']);
	if (!Number.isInteger(callbackPort) || callbackPort < 1 || callbackPort > 65535) {
		throw new Error('--callback-port has to be a number from 1 to 65535.');
	}
	const chosen: Record<OptIn, boolean> = {
		whole: values.whole,
		desk: values.desk,
		agents: values.agents,
		'push-all': values['push-all'],
		callbacks: callbackUrl !== undefined,
	};
	return {
		optIns: new Set((Object.keys(chosen) as OptIn[]).filter((name) => chosen[name])),
		callbackUrl,
		callbackPort,
		output: values.output,
		yes: values.yes,
		apply: values.apply,
	};
}
