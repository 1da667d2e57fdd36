import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What the execution goes on with after an answer, in the form of n8n's own nodes. */
export function goingOn(answer: IDataObject): INodeExecutionData[][] {
	const json = { data: { ...answer, respondedAt: new Date().toISOString() } };
	return [[{ json, pairedItem: { item: 0 } }]];
}
