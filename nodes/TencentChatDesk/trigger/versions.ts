import type { INodeProperties } from 'n8n-workflow';
import { shownIn } from '../parameters/shownIn';

/**
 * Versions of the trigger, the newest last. At each call of a trigger of version 1 n8n evaluates an
 * expression of its own, in a sandbox that takes longer than all the rest. Version 3 simplifies its
 * output, and its panel shows what concerns the chosen events.
 */
export const triggerVersions = [1, 2, 3];

const panelVersion = 3;
const olderVersions = triggerVersions.filter((version) => version < panelVersion);
const newerVersions = triggerVersions.filter((version) => version >= panelVersion);

export const inOlderTriggers = (property: INodeProperties): INodeProperties =>
	shownIn(olderVersions, property);

export const inNewTriggers = (property: INodeProperties): INodeProperties =>
	shownIn(newerVersions, property);

/** A control that older triggers always show, and new ones for these events only. */
export const concerning = (
	events: readonly string[],
	property: INodeProperties,
): INodeProperties[] => [
	inOlderTriggers(property),
	inNewTriggers({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, events: [...events] },
		},
	}),
];
