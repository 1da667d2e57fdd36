import {
	type CallbackEvent,
	events,
	type ResponsePower,
} from '../../nodes/TencentChatDesk/trigger/events';
import { properties } from '../../nodes/TencentChatDesk/trigger/properties';
import { controlRows, controlTable } from './controls';
import { code, generated, paragraphs, prose, table } from '../../test/harness/markdown';

export const triggerPath = 'docs/trigger-fields.md';

const powers: Record<ResponsePower, string> = {
	assignment: 'name the agents or the agent group',
	friends: 'allow or refuse each of them',
	members: 'allow or reject it, or refuse some of the users',
	message: 'allow, reject, drop or rewrite the message',
	none: '',
	unknown: 'allow or reject it',
	values: 'give values to the flow that asked',
	verdict: 'allow or reject it',
};

function fieldTable(): string {
	// The choices of the events have a table of their own.
	const controls = properties.map((control) =>
		control.name === 'events' ? { ...control, options: [] } : control,
	);
	return controlTable(controlRows(controls, controls), 'Default');
}

const isOfMessage = ({ command, flattening }: CallbackEvent) =>
	/SendMsg|^Bot\.On/.test(command) || flattening?.isMessage === true;

function flatFields(event: CallbackEvent): string {
	const { fields = {}, byEvent = {} } = event.flattening ?? {};
	const ofEvents = Object.values(byEvent).flatMap((more) => Object.keys(more));
	const names = [...(isOfMessage(event) ? ['text'] : []), ...Object.keys(fields), ...ofEvents];
	return [...new Set(names)].map(code).join(', ');
}

const eventTable = () =>
	table(
		['Event', 'Tencent calls it', 'Flat fields', 'The response can'],
		events.map((event) => [
			`${prose(event.group)}: ${prose(event.name)}`,
			code(event.command),
			flatFields(event),
			powers[event.power],
		]),
	);

/** The page on the controls of the trigger and on the events it knows; Markdown. */
export function triggerPage(): string {
	return paragraphs(
		generated,
		'# Trigger: fields and events',
		'The fields of **Tencent Chat Desk Trigger**, and the events that it knows. [The trigger](trigger.md) explains how to set it up and what it does.',
		'## Fields',
		fieldTable(),
		'## Events',
		'Events without an entry in the last column are notifications: no response is needed. An item has these flat fields if the callback has them; every message has `text` and `messageKind`. **Any Event** means all of them, including those that Tencent adds later.',
		eventTable(),
		"Three events have no callback of their own. **Desk: A Customer Writes** and **Desk: A Session Begins or Ends** are parts of **Desk: Any Session Event**: what the customer wrote, and what tells of no message. **Desk: Rating Given** is one of [Desk's messages](desk-messages.md), and starts the workflow once, whichever callback brings it.",
	);
}
