import type { INodeProperties } from 'n8n-workflow';

import { customerMessageProperties, messageProperties } from '../../nodes/TencentChatDesk/messages';
import {
	furtherPushSettings,
	offlinePushProperty,
} from '../../nodes/TencentChatDesk/messages/offlinePush';
import { properties } from '../../nodes/TencentChatDesk/operations/panel';
import { isInNewNodes } from './newNodes';
import {
	callsApi,
	type Operation,
	type Resource,
} from '../../nodes/TencentChatDesk/operations/operation';
import {
	deliverySettings,
	simplifyOption,
} from '../../nodes/TencentChatDesk/operations/shared/sharedOptions';

/** The controls of one operation's panel, by the page that explains them. */
export interface Panel {
	/** All controls at the top, where conditions that begin with a slash look. */
	all: INodeProperties[];
	/** Explained on the page of the operation. */
	own: INodeProperties[];
	/** Entries of "Options" that are explained on the page of the operation. */
	ownOptions: INodeProperties[];
	/** Entries of "Delivery" that are explained there. */
	ownSettings: INodeProperties[];
	/** Whether it has the fields that describe a message, explained on a page of their own. */
	hasMessage: boolean;
	/** Whether it has the fields of the offline push, explained there too. */
	hasOfflinePush: boolean;
	/** Whether it has options or settings that others have too, explained on a page of their own. */
	hasSharedOptions: boolean;
}

/** A control without the conditions that bind it to an operation, to be compared with others. */
function likeness({ displayOptions, ...property }: INodeProperties): string {
	const conditions: Record<string, unknown> = { ...displayOptions?.show };
	const { resource: _resource, operation: _operation, ...show } = conditions;
	return JSON.stringify([property, show, displayOptions?.hide ?? {}]);
}

const messageControls = new Set([...customerMessageProperties, ...messageProperties].map(likeness));
const offlinePush = likeness(offlinePushProperty);

/** What an operation says of the offline push may differ; its settings are the same everywhere. */
const hasPushSettings = ({ options }: INodeProperties) =>
	options === offlinePushProperty.options || options === furtherPushSettings.options;

const conditionHolds = (property: INodeProperties, picker: string, value: string) =>
	property.displayOptions?.show?.[picker]?.includes(value) ?? false;

/** The names of what every operation has; one that makes no call has none of them. */
function sharedNames(operation: Operation): Set<string> {
	if (!callsApi(operation)) return new Set();
	const own = operation.unitLimit?.option.name;
	return new Set(
		[simplifyOption, ...deliverySettings(operation)]
			.map(({ name }) => name)
			.filter((name) => name !== own),
	);
}

/** Collections that have a part of their own on the page. */
const collections = new Set(['options', 'delivery']);

const entriesOf = (control: INodeProperties | undefined): INodeProperties[] =>
	(control?.options ?? [])
		.filter((option): option is INodeProperties => 'type' in option)
		.filter(isInNewNodes);

/** What the node's panel shows for an operation. */
export function panelOf(resource: Resource, operation: Operation): Panel {
	const all = properties.filter(
		(property) =>
			conditionHolds(property, 'resource', resource.value) &&
			conditionHolds(property, 'operation', operation.value) &&
			isInNewNodes(property),
	);
	const entries = (name: string) => entriesOf(all.find((control) => control.name === name));
	const options = entries('options');
	const settings = entries('delivery');
	const shared = sharedNames(operation);
	const isMessage = (property: INodeProperties) => messageControls.has(likeness(property));
	const isExplained = (property: INodeProperties) =>
		isMessage(property) || likeness(property) === offlinePush;
	return {
		all,
		own: all
			.filter((property) => !collections.has(property.name) && !isExplained(property))
			.map((property) => (hasPushSettings(property) ? { ...property, options: [] } : property)),
		ownOptions: options.filter(({ name }) => !shared.has(name)),
		ownSettings: settings.filter(({ name }) => !shared.has(name)),
		hasMessage: all.some(isMessage),
		hasOfflinePush: all.some(hasPushSettings),
		hasSharedOptions: [...options, ...settings].some(({ name }) => shared.has(name)),
	};
}
