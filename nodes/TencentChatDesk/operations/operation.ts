import type { INodeProperties } from 'n8n-workflow';
import type {
	ApiOperation,
	BatchCall,
	ChainCall,
	Deliverable,
	ListCall,
	LocalTask,
	MemoryTask,
	SingleCall,
	WebhookResponder,
} from '../contract';

/** What the panel shows of an operation, and what n8n is told about it. */
interface Panel {
	/** Value of the operation picker, kept by saved workflows. */
	value: string;
	/** Title Case, as the picker shows it. */
	name: string;
	/** Sentence case, as n8n's node panel lists it. */
	action: string;
	description: string;
	/** When to take this operation and no other, for n8n's AI workflow builder. */
	builderHint?: string;
	/** Page that documents the command. */
	documentation: string;
	/** The paths among which `path` chooses, where it does not take any. */
	commands?: readonly string[];
	/** Controls, without the display options that show them for this operation only. */
	properties: INodeProperties[];
	/** Entries of the "Options" collection beyond those that every operation has. */
	options: INodeProperties[];
	/**
	 * Asks the recipient something: the message carries what lets an answer in, and the execution
	 * waits until it is given, on a page or in the chat.
	 */
	waits?: true;
	/** Takes answers: what it reads is looked through for the question that a message answers. */
	takes?: true;
	/** Names of its outputs, where it has several. */
	outputs?: readonly string[];
	/** Values of controls for which "Import Missing Account" is shown; always when left out. */
	importsWhen?: NonNullable<INodeProperties['displayOptions']>['show'];
	/** Fields of the output that are as good as a password; n8n does not show them. */
	secretOutput?: readonly string[];
}

/** An operation of the node: what the panel shows beside how it is carried out. Data only. */
export type Operation<D extends Deliverable = Deliverable> = Panel & D;

export type SingleOperation = Operation<SingleCall>;
export type ListOperation = Operation<ListCall>;
export type BatchOperation = Operation<BatchCall>;
export type ChainOperation = Operation<ChainCall>;
export type LocalOperation = Operation<LocalTask>;
export type MemoryOperation = Operation<MemoryTask>;
export type RespondOperation = Operation<WebhookResponder>;

/** Whether an operation calls an API, and does not only make an output or a response. */
export const callsApi = (operation: Operation): operation is Operation<ApiOperation> =>
	'request' in operation;

/** One choice of the resource picker. */
export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: readonly Operation[];
}
