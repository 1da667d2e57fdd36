import type { INodeParameters } from 'n8n-workflow';

import type { World } from '../../simulator';

/** One run of an operation against the demo world that shows what its output looks like. */
export interface OperationSample {
	/** The parameters beside resource and operation; what is left out keeps its default. */
	parameters: INodeParameters;
	/** Puts into the world what the operation needs and no call can put there. */
	before?(world: World): void;
}
