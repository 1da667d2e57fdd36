import { events, type ReplyPower } from '../../nodes/TencentChatDeskTrigger/events';
import { properties } from '../../nodes/TencentChatDeskTrigger/properties';
import { controlRows, controlTable } from './controls';
import { code, GENERATED, paragraphs, prose, table } from './markdown';

export const TRIGGER_PATH = 'docs/trigger.md';

const powers: Record<ReplyPower, string> = {
	assignment: 'name the agents or the agent group',
	message: 'allow, reject, drop or rewrite the message',
	none: '',
	values: 'give data to the flow that asked',
	verdict: 'allow or reject it',
};

function fieldTable(): string {
	// The choices of the events have a table of their own.
	const controls = properties.map((control) =>
		control.name === 'events' ? { ...control, options: [] } : control,
	);
	return controlTable(controlRows(controls, controls), 'Default');
}

const eventTable = () =>
	table(
		['Event', 'Tencent calls it', 'The answer can'],
		events.map(({ group, name, command, reply }) => [
			`${prose(group)}: ${prose(name)}`,
			code(command),
			powers[reply],
		]),
	);

/** The page on the trigger node; Markdown. */
export function triggerPage(): string {
	return paragraphs(
		GENERATED,
		'# Trigger',
		'**Tencent Chat Desk Trigger** starts a workflow when something happens in Chat Desk, Chat or Live: a customer writes, an agent is needed, a member joins a group, a room closes. Tencent calls an address of your n8n for that; Tencent names it a callback, or webhook.',
		'## Set up',
		[
			'1. Put the trigger into a workflow, pick the [credential](credentials.md) and choose the events.',
			'2. Open **Webhook URLs** at the top of its panel and copy the **Production URL**. Your n8n has to be reachable from the internet there.',
			"3. Enter it in Tencent's console: for Chat under **Chat > Configuration > Webhook Configuration**; for Desk in the Desk admin under **Settings > Developer Settings**; for Live under **Live > Configuration > Live Webhook**, or let **Register the URL for Live** do that. Switch on the same events there. A new URL takes effect two minutes after saving.",
			'4. Set an authentication token in the console, and the same one as **Callback Token** in the credential. From then on, calls without the right signature are refused. Without a token, anybody who learns the address can start your workflow.',
			'5. Activate the workflow.',
		].join('\n'),
		'An application has one callback URL for each of these. While the **Test URL** stands there, events go to the test and not to production. To start several workflows, let one with this trigger call the others.',
		'## What comes out',
		'One item for each event: all fields as Tencent sends them, and `callbackCommand`, `sdkAppId`, `clientIp`, `optPlatform` and `receivedAt`. Messages also have `text`, whatever their type, and, where they are known, `senderId`, `recipientId`, `groupId` and `sessionId`.',
		[
			'- **Each event once.** Tencent may send a callback again when it got no answer in time. The trigger remembers for ten minutes what it has seen, in the memory of this n8n process, and starts nothing for a copy.',
			'- **No echo.** A workflow that answers would be started by its own answer. **Ignore Messages Sent Through the REST API** prevents it, and is on unless you turn it off. **Ignore Senders** does the same for accounts of your choice.',
			'- **Answered at once.** Tencent waits two seconds. The trigger answers before the workflow runs, unless the workflow is to decide.',
		].join('\n'),
		'## Decide about a message before it is sent',
		'Events that begin with "Before" wait for an answer. **Answer to "Before" Events** gives one and the same to all. To decide case by case, set **Respond** to **Decide in the Workflow** and use the operation [Callback: Answer](operations/callback.md#answer), before anything slow: after 1.8 seconds the answer in the panel goes out.',
		'## Fields',
		fieldTable(),
		'## Events',
		'Those without an entry in the last column only inform. **Any Event** stands for all of them, and for those that Tencent adds later.',
		eventTable(),
		'## Try it without Tencent',
		'The [simulator](simulator.md#callbacks) sends callbacks, too, and you can write in it as a customer.',
	);
}
