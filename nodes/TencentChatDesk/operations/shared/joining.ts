import type { IDataObject } from 'n8n-workflow';
import type { BatchRule } from '../../contract';

/** Makes one body of several that are alike but for what a list names. */
export const joining =
	(list: string): BatchRule['merge'] =>
	(bodies) => ({
		...bodies[0],
		[list]: bodies.flatMap((body) => body[list] as IDataObject[]),
	});
