import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { MemoryTask } from '../../contract';
import { sentItem } from '../errors/items';
import { KeyRow } from './keyRow';

/** Runs an operation on what the node remembers: once, whatever the number of its items. */
export async function aboutMemory(
	context: IExecuteFunctions,
	{ make }: MemoryTask,
): Promise<INodeExecutionData[]> {
	return [sentItem(await make(new KeyRow(context)), 0)];
}
