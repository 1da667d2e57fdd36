/**
 * npm run probe [-- --desk] [-- --apply <report>]
 *
 * Asks the real service what the documentation leaves open, and writes down where the simulator
 * answers otherwise. docs/probe.md has it all.
 */
import { writeFileSync } from 'node:fs';

import { version } from '../package.json';
import { runMain } from '../test/harness/main';
import { accountFrom } from './probe/account';
import { agrees, consentText } from './probe/consent';
import { readOptions, usage, type Options } from './probe/options';
import { questions } from './probe/questions';
import { outcomeOf, reportOf } from './probe/report/report';
import { secretsOf } from './probe/report/secrets';
import { allowed, probe } from './probe/run';
import { openCallbacks } from './probe/publicCallbacks';
import { clientOf } from './probe/service/client';
import { realTime } from './probe/service/time';
import { applyReport } from './probe/switches';
import { noTerminal, terminalOf } from './probe/terminal';

async function run(options: Options, stop: AbortController): Promise<number> {
	const { env, stdin } = process;
	const terminal = stdin.isTTY ? terminalOf(stop) : noTerminal;
	const { optIns } = options;
	terminal.say(consentText(allowed(questions, optIns), optIns));
	if (!options.yes && !(await agrees(terminal))) return 1;
	const account = await accountFrom(env, terminal);
	const callbacks = await openCallbacks(options, env.TENCENT_CALLBACK_TOKEN);
	try {
		const findings = await probe({
			service: {
				send: clientOf(account),
				time: realTime,
				admin: account.identifier,
				serviceAccount: env.TENCENT_SERVICE_ACCOUNT,
				callbacks,
				signal: stop.signal,
			},
			questions,
			optIns,
			version,
			say: terminal.say,
		});
		writeFileSync(options.output, reportOf(findings, secretsOf(account, options, env)));
		const { differences, otherAnswers } = outcomeOf(findings);
		terminal.say(
			`${otherAnswers.length} questions are answered otherwise than in the simulator, ${differences.length} responses differ.\nThe report is in ${options.output}. It holds nothing of your account: please read it, and attach it to an issue.`,
		);
		return 0;
	} finally {
		await callbacks?.close();
	}
}

async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2));
	if (options.apply !== undefined) {
		console.log(applyReport(options.apply));
		return 0;
	}
	const stop = new AbortController();
	// A terminal that is closed must not keep it from deleting.
	for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (stop.signal.aborted) return;
			console.log('\nStopping; what was made is deleted first ...');
			stop.abort();
		});
	}
	try {
		return await run(options, stop);
	} catch (error) {
		if (stop.signal.aborted) return 130;
		throw error;
	}
}

runMain(main, () => usage);
