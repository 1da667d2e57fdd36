import type { INodeExecutionData } from 'n8n-workflow';

/** The number of the input item that an output item says it comes from. */
export function pairOf({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
	throw new Error(`An item is linked to ${JSON.stringify(pairedItem)}, not to one item`);
}

/** The numbers of the input items that output items say they come from. */
export const pairs = (items: INodeExecutionData[]): number[] => items.map(pairOf);
