import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { World } from '../../simulator';

/** A run that goes before another one; what it puts out is what the next one gets. */
export interface SampleStep {
	resource: string;
	operation: string;
	parameters: INodeParameters;
}

/** One run of an operation against the demo world that shows what its output looks like. */
export interface OperationSample {
	/** The parameters beside resource and operation; what is left out keeps its default. */
	parameters: INodeParameters;
	/** Puts into the world what the operation needs and no call can put there. */
	before?(world: World): void;
	/** Where the operation waits: the form that the recipient sends. */
	answer?: IDataObject;
	/** Runs that go before it, such as the one that sends the message to recall. */
	steps?: SampleStep[];
}
