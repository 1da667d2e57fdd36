import type { INodeProperties } from 'n8n-workflow';

/** A control that nodes of some versions show, under its other conditions. */
export const shownIn = (versions: number[], property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...property.displayOptions?.show, '@version': versions },
	},
});
