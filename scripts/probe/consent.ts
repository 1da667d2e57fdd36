import { optIns, type OptIn, type Question } from './question';
import { prefix } from './service/belongings';
import type { Terminal } from './terminal';

/** What a person agrees to. */
export function consentText(questions: readonly Question[], chosen: ReadonlySet<OptIn>): string {
	const calls = chosen.has('whole') ? 150 : 35;
	const extra = [...chosen].map((name) => `  - ${optIns[name]}`);
	return `
This asks the real service ${questions.length} questions about what the simulator does. It

  - makes about ${calls} calls, five a second, in about six minutes, most of which is waiting;
  - makes throwaway accounts, groups and live rooms, all called ${prefix}..., and deletes them;
  - sends messages between these accounts only, and to nobody else;
  - fits into the free trial: up to 40 of its 100 accounts, 12 of its 100 groups and 40 of its
    1,000 messages a day. On paid plans accounts may count as active users, and cannot be
    deleted unless Tencent has allowed it.
${extra.length > 0 ? `\nYou have asked for more. It also\n\n${extra.join('\n')}\n` : ''}
Use an app for tests, not the one that your customers are in. Ctrl+C stops it, and deletes first.
`;
}

/** Whether the person agrees. */
export async function agrees(terminal: Terminal): Promise<boolean> {
	const answer = await terminal.ask('Start? (yes/no) ');
	return ['y', 'yes'].includes(answer.trim().toLowerCase());
}
