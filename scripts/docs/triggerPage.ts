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
		['Event', 'Tencent calls it', 'Flat fields', 'The answer can'],
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
		'What stands in the panel of **Tencent Chat Desk Trigger**. How to set it up, and what it does, is explained in [The trigger](trigger.md).',
		'## Fields',
		fieldTable(),
		'## Events',
		'Those without an entry in the last column only inform. Flat fields stand beside the body under these names, where the body holds them; every message has `text` and `messageKind`. **Any Event** stands for all of them, and for those that Tencent adds later.',
		eventTable(),
		"**Desk: Rating Given** has no callback of its own: a rating is one of [Desk's messages](desk-messages.md), and starts the workflow once, whichever callback brings it.",
	);
}
