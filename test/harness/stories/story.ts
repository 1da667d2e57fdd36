import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';

import type { WorkflowJson } from '../workflow';
import type {
	Behaviour,
	Conversation,
	RecordedRequest,
	Simulator,
	World,
} from '../../../simulator';
import { itemsOf } from '../n8n/runRecord';
import { pairOf, pairs } from '../pairedItems';
import { inARow, type NodeSettings, type NodeSketch } from '../editor/workflows';

/** One node of a story. Nodes follow one another, each with what the one before it put out. */
export interface Step extends NodeSketch {
	/** Resource and operation, as `liveRoom.create`. */
	operation: string;
}

/** Something that a user wants, as a workflow, and what has to come of it. */
export interface Story {
	/** Completes "a workflow ...". */
	name: string;
	/** The items that the first node gets; a single empty one when left out. */
	items?: IDataObject[];
	/** Changes the world of the simulator, or what goes wrong in it, before the run. */
	before?(world: World, behaviour: Behaviour): void;
	steps: Step[];
	check(end: Ending): void;
}

/** A node of a story, by what it does. The name is what later nodes and the check call it. */
export function step(
	name: string,
	operation: `${string}.${string}`,
	parameters: INodeParameters = {},
	settings: NodeSettings = {},
): Step {
	const [resource, value] = operation.split('.') as [string, string];
	return {
		name,
		operation,
		parameters: { resource, operation: value, options: {}, ...parameters },
		...settings,
	};
}

/** For a node that puts what fails on a branch of its own. */
export const withErrorBranch = { onError: 'continueErrorOutput' } as const;

/** For a node that n8n is to run again when it fails. */
export const withRetry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } as const;

/** For a node that is to run once, however many items reach it. */
export const once = { executeOnce: true } as const;

/** The workflow of a story, ready to be stored. */
export function workflowOf({ name, items = [{}], steps }: Story): WorkflowJson {
	const sketches = steps.map(({ operation: _operation, ...sketch }): NodeSketch => sketch);
	return inARow(name, items, sketches);
}

/** How a story ended: what n8n kept of the run, and the world that it left behind. */
export class Ending {
	constructor(
		readonly run: IRun,
		private readonly simulator: Simulator,
	) {}

	/** What a node put out. */
	items(node: string): INodeExecutionData[] {
		return itemsOf(this.run, node);
	}

	/** What a node with two outputs put out on the second one. */
	others(node: string): INodeExecutionData[] {
		return itemsOf(this.run, node, 1);
	}

	/** The same, as data alone. */
	json(node: string): IDataObject[] {
		return this.items(node).map(({ json }) => json);
	}

	/** What a node put on its error branch: the number of the item, and what is said of it. */
	failures(node: string): Array<{ item: number; error: IDataObject }> {
		return itemsOf(this.run, node, 1).map((item) => ({
			item: pairOf(item),
			error: item.json.error as IDataObject,
		}));
	}

	/** The numbers of the items that those of a node say they come from. */
	pairs(node: string): number[] {
		return pairs(this.items(node));
	}

	get world(): World {
		return this.simulator.world();
	}

	get push(): ReturnType<Simulator['push']> {
		return this.simulator.push();
	}

	/** The calls of one command, in the order of their arrival. */
	calls(path: string): RecordedRequest[] {
		return this.simulator.requests.filter((request) => request.path === path);
	}

	/** What clients show, in the order in which the conversations began. */
	conversations(): Conversation[] {
		return this.simulator.conversations();
	}

	/** What somebody in a conversation sees, from top to bottom. */
	seen(participant: string): string[] {
		return this.conversations()
			.filter(({ participants }) => participants.includes(participant))
			.flatMap(({ entries }) => entries)
			.filter(({ kind, recalled }) => kind === 'message' && !recalled)
			.map(({ text }) => text);
	}
}
