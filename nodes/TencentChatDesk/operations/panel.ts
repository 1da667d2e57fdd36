import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { resources } from './index';
import { below } from './commonControls';
import { directMessage } from './directMessage';
import type { Operation, Resource } from './operation';
import { lists, type ListName } from './shared/listSearch';
import { sharedControls, type Placed } from './sharedControls';

/** The controls of an operation, from top to bottom. */
const controlsOf = (resource: Resource, operation: Operation): Placed[] =>
	[...operation.properties, ...below.flatMap((controls) => controls(resource, operation))].map(
		(control) => ({ resource: resource.value, operation: operation.value, control }),
	);

const everyOperation = new Map(
	resources.map(({ value, operations }) => [
		value,
		new Set(operations.map((operation) => operation.value)),
	]),
);

function operationPicker(resource: Resource): INodeProperties {
	const first = resource.operations[0]!.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(
			({ name, value, action, description, builderHint }): INodePropertyOptions => ({
				name,
				value,
				action,
				description,
				...(builderHint === undefined ? {} : { builderHint: { propertyHint: builderHint } }),
			}),
		),
		default: first,
	};
}

const firstResource = resources[0]!.value;

/**
 * n8n's human review for AI tools takes the first picker that offers "Send and Wait", and no other:
 * a colleague is asked before the agent acts, not the customer.
 */
const pickerOrder = [
	...resources.filter(({ value }) => value === directMessage.value),
	...resources.filter(({ value }) => value !== directMessage.value),
];

/** Everything the panel shows: the pickers, then the controls of each operation. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value, description }) => ({ name, value, description })),
		default: firstResource,
	},
	...pickerOrder.map(operationPicker),
	...sharedControls(
		resources.flatMap((resource) =>
			resource.operations.map((operation) => controlsOf(resource, operation)),
		),
		everyOperation,
	),
];

const titles = Object.fromEntries(
	resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			`${resource.value}.${operation.value}`,
			`${resource.name}: ${operation.name}`,
		]),
	),
);

/** Fields of output items that n8n keeps out of sight wherever it shows executions. */
export const sensitiveOutputFields: string[] = resources.flatMap(({ operations }) =>
	operations.flatMap(({ secretOutput }) => secretOutput ?? []),
);

/** What the canvas shows below the node: both pickers by the names that the panel shows. */
export const subtitle = `={{ (${JSON.stringify(titles)})[$parameter["resource"] + "." + $parameter["operation"]] }}`;

const severalOutputs = Object.fromEntries(
	resources.flatMap((resource) =>
		resource.operations.flatMap(({ value, outputs = [] }) =>
			outputs.length === 0
				? []
				: [
						[
							`${resource.value}.${value}`,
							outputs.map((displayName) => ({ type: 'main', displayName })),
						],
					],
		),
	),
);

/** One output, and more for the operations that tell items apart. */
export const outputs: INodeTypeDescription['outputs'] = `={{ (${JSON.stringify(severalOutputs)})[$parameter["resource"] + "." + $parameter["operation"]] ?? ["main"] }}`;

/** The lists that pickers of the panel are filled from. */
export const listNames = Object.keys(lists) as ListName[];
