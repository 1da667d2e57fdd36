import type { INodeProperties } from 'n8n-workflow';

import { customerMessageProperties } from '../../nodes/TencentChatDesk/messages';
import { offlinePushProperty } from '../../nodes/TencentChatDesk/messages/offlinePush';
import { resources } from '../../nodes/TencentChatDesk/operations';
import { send } from '../../nodes/TencentChatDesk/operations/directMessage/send';
import {
	deliverySettings,
	simplifyOption,
} from '../../nodes/TencentChatDesk/operations/shared/sharedOptions';
import { choicesOf, controlRows, controlTable } from './controls';
import { code, generated, paragraphs, prose, sentence } from '../../test/harness/markdown';
import { panelOf } from './panel';

export const messagePage = 'message-fields.md';
export const optionsPage = 'shared-options.md';

function operationsWithMessages(): string {
	return resources
		.flatMap((resource) =>
			resource.operations
				.filter((operation) => panelOf(resource, operation).hasMessage)
				.map((operation) => `${resource.name}: ${operation.name}`),
		)
		.join(', ');
}

/** A field without the condition that its heading states. */
function withoutPicker({ displayOptions, ...field }: INodeProperties, picker: string) {
	const { [picker]: _type, ...show } = displayOptions?.show ?? {};
	return Object.keys(show).length === 0 ? field : { ...field, displayOptions: { show } };
}

function sectionsByType(): string[] {
	const [picker, ...fields] = customerMessageProperties as [INodeProperties, ...INodeProperties[]];
	return choicesOf(picker).flatMap(({ name, value, description = '' }) => {
		const own = fields.filter(
			({ displayOptions }) => displayOptions?.show?.[picker.name]?.includes(value) ?? false,
		);
		return [
			`## ${name}`,
			sentence(prose(description)),
			// The heading says when they are shown.
			controlTable(
				controlRows(
					own.map((field) => withoutPicker(field, picker.name)),
					customerMessageProperties,
				),
				'Default',
			),
		];
	});
}

/** The page on the fields of a message and of its offline push. */
export function messageFieldsPage(): string {
	const [picker] = customerMessageProperties as [INodeProperties];
	const [, ...push] = controlRows([offlinePushProperty], [offlinePushProperty]);
	return paragraphs(
		generated,
		'# Fields of a message',
		`These operations send messages, and describe them with the same fields: ${operationsWithMessages()}. Rich text, choices, forms and orders are for Desk sessions and direct messages; [Desk messages](../desk-messages.md) says more.`,
		'A message with everything around it may have 12,288 bytes (12 KB). Plain English characters take one byte each, others two to four.',
		'Pictures, files, sounds and videos are passed by their web address. Upload them first; the address has to stay reachable.',
		controlTable(controlRows([picker], customerMessageProperties), 'Default'),
		...sectionsByType(),
		'## Offline push',
		`${sentence(prose(offlinePushProperty.description ?? ''))} In workflow files it is ${code(offlinePushProperty.name)}.`,
		"What has no field of its own goes into **Extra Body Fields**: the templates that Xiaomi asks for with private messages are such a case, since we have not seen Tencent's names for them.",
		controlTable(push, 'When added'),
	);
}

/** What differs from operation to operation, in words that hold for all. */
const inGeneral: Record<string, string> = {
	maxRetries:
		"How often a call is made again after a passing failure. When nobody knows whether a call was carried out, it is made again only where that cannot do something twice: the operation's section says which rule holds.",
	requestsPerSecond:
		"The pace of this API, shared by all executions in this n8n process; the lowest setting in use wins. The operation's section says what is used when left out, and what Tencent allows. With a custom host in the credential it may be higher.",
};

/** The page on the options and settings that every operation has. */
export function sharedOptionsPage(): string {
	const settings = deliverySettings(send)
		.map((option) => ({ ...option, description: inGeneral[option.name] ?? option.description }))
		.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
	const rows = controlRows(settings, [], { labels: [], names: ['delivery'] }).map((row) =>
		row.name === 'delivery.requestsPerSecond' ? { ...row, start: 'the usual pace' } : row,
	);
	return paragraphs(
		generated,
		'# Options and delivery settings that every operation has',
		'Most workflows need none of them. Only an operation that makes no call has none.',
		'## Delivery',
		'How the calls are made, under **Delivery > Add Delivery Setting**. Nodes of version 1.1 and older keep them among their options; there the timeout is in milliseconds (`options.timeout`).',
		controlTable(rows, 'When added'),
		'What they mean for order, pace and safety is explained in [Delivery](../delivery.md) and [Operating at scale](../operating-at-scale.md).',
		'## Options',
		'Under **Options > Add Option**.',
		controlTable(
			controlRows([simplifyOption], [], { labels: [], names: ['options'] }),
			'When added',
		),
	);
}
