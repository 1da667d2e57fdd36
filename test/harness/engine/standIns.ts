/**
 * The few built-in nodes that the examples use, reduced to what the examples need of them. The
 * real ones come with n8n itself, which is far too large to install for a demonstration; the
 * end-to-end tests run the same examples with the real ones.
 */
import { jsonParse, NodeConnectionTypes } from 'n8n-workflow';
import type {
	GenericValue,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

const describe = (
	name: string,
	properties: INodeProperties[],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: [1, 2, 3, 3.1, 3.2, 3.3, 3.4],
	description: `Stand-in for the built-in node ${name}`,
	defaults: { name },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties,
	...more,
});

const property = (
	name: string,
	type: INodeProperties['type'],
	defaultValue: INodeProperties['default'],
): INodeProperties => ({ displayName: name, name, type, default: defaultValue });

const manualTrigger: INodeType = {
	description: describe('manualTrigger', [], { group: ['trigger'], inputs: [] }),
	// n8n emits one empty item when "Execute workflow" is pressed.
	async trigger() {
		return { manualTriggerFunction: async () => this.emit([[{ json: {} }]]) };
	},
};

const noOp: INodeType = {
	description: describe('noOp', []),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

interface Assignment {
	name: string;
	value: GenericValue;
}

function editedFields(context: IExecuteFunctions, index: number): IDataObject {
	if (context.getNodeParameter('mode', index) === 'raw') {
		const json = context.getNodeParameter('jsonOutput', index) as string | IDataObject;
		return typeof json === 'string' ? jsonParse<IDataObject>(json) : json;
	}
	const assignments = context.getNodeParameter(
		'assignments.assignments',
		index,
		[],
	) as unknown as Assignment[];
	return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
}

const set: INodeType = {
	description: describe('set', [
		property('mode', 'string', 'manual'),
		property('jsonOutput', 'json', '{}'),
		property('assignments', 'assignmentCollection', {}),
		property('includeOtherFields', 'boolean', false),
	]),
	async execute(this: IExecuteFunctions) {
		const edited = this.getInputData().map((item, index): INodeExecutionData => {
			const kept = this.getNodeParameter('includeOtherFields', index) === true ? item.json : {};
			return { json: { ...kept, ...editedFields(this, index) }, pairedItem: { item: index } };
		});
		return [edited];
	},
};

const splitOut: INodeType = {
	description: describe('splitOut', [property('fieldToSplitOut', 'string', '')]),
	async execute(this: IExecuteFunctions) {
		const rows = this.getInputData().flatMap((item, index) => {
			const field = this.getNodeParameter('fieldToSplitOut', index) as string;
			return (item.json[field] as IDataObject[]).map((json): INodeExecutionData => ({
				json,
				pairedItem: { item: index },
			}));
		});
		return [rows];
	},
};

// Sticky notes are part of a workflow's node list, though they never run.
const stickyNote: INodeType = {
	description: describe('stickyNote', [], { inputs: [], outputs: [] }),
};

// Part of a workflow that a call can start, too; nobody calls here.
const webhook: INodeType = {
	description: describe('webhook', [], { group: ['trigger'], inputs: [] }),
};

/** Stand-ins by the type name that workflows use. */
export const standIns: ReadonlyMap<string, INodeType> = new Map(
	Object.entries({ manualTrigger, noOp, set, splitOut, stickyNote, webhook }).map(
		([name, node]) => [`n8n-nodes-base.${name}`, node],
	),
);
