import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import type { ApiOperation } from '../contract';
import { InvalidParameter } from '../parameters/invalidParameter';
import { agent } from './agent';
import { agentGroup } from './agentGroup';
import { api } from './api';
import { battle } from './battle';
import { app } from './app';
import { callback } from './callback';
import { contact } from './contact';
import { conversationList } from './conversation';
import { directMessage } from './directMessage';
import { doneWord } from './doneWord';
import { gift } from './gift';
import { giftCategory } from './giftCategory';
import { group } from './group';
import { groupData } from './groupData';
import { groupMember } from './groupMember';
import { groupMessage } from './groupMessage';
import { knowledgeBase } from './knowledgeBase';
import { knowledgeBaseCategory } from './knowledgeBaseCategory';
import { liveGroup } from './liveGroup';
import { liveRoom } from './liveRoom';
import { withoutHiddenFailures } from './hiddenFailures';
import { callsApi, type Operation, type Resource } from './operation';
import { moderation } from './moderation';
import { officialAccount } from './officialAccount';
import { quickReply } from './quickReply';
import { quickReplyCategory } from './quickReplyCategory';
import { robot } from './robot';
import { role } from './role';
import { sendOnce } from './sendOnce';
import { serviceAccount } from './serviceAccount';
import { seat } from './seat';
import { push } from './push';
import { question } from './question';
import { session } from './session';
import { statistics } from './statistics';
import {
	deliveryOptions,
	deliverySettings,
	importOption,
	listProperties,
	onceOptions,
	simplifyOption,
} from './shared/sharedOptions';
import { topic } from './topic';
import { user } from './user';
import { mayHoldOlderSettings } from './olderOperations';
import { onItsOwn, sharedControls, type Placed } from './sharedControls';
import { panelVersion, shownBefore, shownSince } from './versions';

/**
 * The catalogue: resources in the order of the picker, each with its operations in a folder. What is
 * used every day comes first, then what is set up once, and last what replaces an operation.
 */
export const resources: readonly Resource[] = [
	session,
	directMessage,
	group,
	groupMessage,
	groupMember,
	topic,
	liveGroup,
	liveRoom,
	push,
	user,
	contact,
	conversationList,
	officialAccount,
	robot,
	question,
	callback,
	statistics,
	agent,
	agentGroup,
	serviceAccount,
	quickReply,
	quickReplyCategory,
	knowledgeBase,
	knowledgeBaseCategory,
	role,
	seat,
	gift,
	giftCategory,
	battle,
	groupData,
	moderation,
	app,
	sendOnce,
	api,
].map((resource) => ({
	...resource,
	operations: resource.operations
		.map(withoutHiddenFailures)
		.map((operation) => ({ doneWord: doneWord(operation.value), ...operation })),
}));

const byName = (a: { displayName: string }, b: { displayName: string }) =>
	a.displayName.localeCompare(b.displayName, 'en');

/**
 * Whether a second call has a second effect, and keys of the user's own can prevent it. A question
 * that is not asked again would be waited for with a link that nobody got.
 */
const hasKeys = ({ retry, waits }: Operation<ApiOperation>) =>
	retry.policy !== 'idempotent' && !waits;

const importOptionOf = ({ importsWhen: show }: Operation): INodeProperties =>
	show ? { ...importOption, displayOptions: { show } } : importOption;

/** Records of a list come as they are unless the list says how to shorten them. */
function canSimplify(operation: Operation<ApiOperation>): boolean {
	if (operation.waits) return false;
	return operation.shape !== 'list' || operation.list.simplified !== undefined;
}

/** What every operation that makes calls offers, as far as its calls allow it. */
function callOptions(resource: Resource, operation: Operation): INodeProperties[] {
	if (!callsApi(operation)) return [];
	const older = mayHoldOlderSettings(resource.value, operation.value)
		? deliveryOptions(operation)
		: [];
	return [
		...(hasKeys(operation) ? onceOptions(operation) : []),
		...(operation.recovery ? [importOptionOf(operation)] : []),
		...(canSimplify(operation) ? [simplifyOption] : []),
		...older.map((option) => shownBefore(panelVersion, option)),
	];
}

function optionsOf(resource: Resource, operation: Operation): INodeProperties[] {
	const options = [...operation.options, ...callOptions(resource, operation)].sort(byName);
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options,
		},
	];
}

/** How the calls of an operation are made; nodes of long ago may have it among their options. */
function deliveryOf(resource: Resource, operation: Operation): INodeProperties[] {
	if (!callsApi(operation)) return [];
	const delivery: INodeProperties = {
		displayName: 'Delivery',
		name: 'delivery',
		type: 'collection',
		placeholder: 'Add Delivery Setting',
		default: {},
		description: 'How the calls are made: pace, order, retries, dry run',
		options: deliverySettings(operation).sort(byName),
	};
	return mayHoldOlderSettings(resource.value, operation.value)
		? [shownSince(panelVersion, delivery)]
		: [delivery];
}

const asksForLimit = (operation: Operation): boolean =>
	operation.shape === 'list' && !operation.list.alwaysComplete && !operation.list.enough;

/** What stands below the controls of an operation, from top to bottom; many have the same there. */
const below: Array<(resource: Resource, operation: Operation) => INodeProperties[]> = [
	...listProperties.map(
		(control) => (_resource: Resource, operation: Operation) =>
			asksForLimit(operation) ? [control] : [],
	),
	optionsOf,
	deliveryOf,
];

/** Gives every operation to a function, with its resource. */
const ofEach = <T>(make: (resource: Resource, operation: Operation) => T[]): T[] =>
	resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => make(resource, operation)),
	);

const placedBy =
	(controls: (resource: Resource, operation: Operation) => INodeProperties[]) =>
	(resource: Resource, operation: Operation): Placed[] =>
		controls(resource, operation).map((control) => ({
			resource: resource.value,
			operation: operation.value,
			control,
		}));

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
	...ofEach(placedBy((_resource, operation) => operation.properties)).map(onItsOwn),
	...below.flatMap((controls) => sharedControls(ofEach(placedBy(controls)), everyOperation)),
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

/** The operation that the two pickers name, or undefined. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}

/**
 * The operation that the two pickers name.
 *
 * @throws InvalidParameter where this version of the package has no such thing
 */
export function chosenOperation(resource: string, name: string): Operation {
	const operation = findOperation(resource, name);
	if (operation) return operation;
	const what = name === '' ? `resource '${resource}'` : `operation '${name}' of '${resource}'`;
	throw new InvalidParameter(
		`The ${what} does not exist in this version of the node`,
		"Pick a resource and an operation in the node's panel. If the workflow was made with a newer version of n8n-nodes-tencent-chat-desk, update the package on this n8n and on all of its workers.",
	);
}
