import type { INodeProperties } from 'n8n-workflow';
import { rememberedKeys } from '../../contract';
import type { ApiOperation, RetryPolicy, UnitLimit } from '../../contract';

/** What "Max Retries" means under each rule. */
const retries: Record<RetryPolicy['policy'], string> = {
	unsafe:
		'How often a call is made again after Tencent said that it did nothing. This API cannot tell a repeat from a second request, so nothing is repeated when the effect of a call is unknown.',
	dedupe:
		'How often a call is made again after a passing failure. A repeat carries the same numbers, so that Tencent drops the second copy of a message.',
	idempotent:
		'How often a call is made again after a passing failure. A second call changes nothing that the first one has not.',
};

/** The option by which users set a limit of units within calls. */
const unitOption = ({ option, default: defaultRate }: UnitLimit): INodeProperties => ({
	displayName: option.label,
	name: option.name,
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: defaultRate,
	description: option.description,
});

/** What both forms of the settings have in common; the engine reads them by these names. */
function commonSettings({ rateLimit, retry, retryOf, unitLimit }: ApiOperation): INodeProperties[] {
	const { default: defaultRate, max: documentedLimit } = rateLimit;
	return [
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description:
				'Whether to check everything and give back what would be sent, with its size, without calling Tencent',
		},
		{
			displayName: 'Extra Body Fields (JSON)',
			name: 'extraBody',
			type: 'json',
			default: '{}',
			description:
				'JSON object laid over the body last, for fields that the node does not know yet. A null removes a field.',
		},
		{
			displayName: 'Keep Order',
			name: 'keepOrder',
			type: 'boolean',
			default: true,
			description:
				'Whether calls about one conversation, room or account go one after another, in the order of the items. Turned off, a busy one is faster and its order is left to chance.',
		},
		{
			displayName: 'Max Concurrency',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 256, numberPrecision: 0 },
			default: 256,
			description:
				'The most calls under way at once. Left out, it follows from the pace and the time that a call takes.',
		},
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
			default: 6,
			description:
				retryOf === undefined
					? retries[retry.policy]
					: 'How often a call is made again after a passing failure. When its effect is unknown, it is made again only where that is safe.',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0.1, numberPrecision: 1 },
			default: defaultRate,
			description: `The pace of this API, shared by all executions in this n8n process; the lowest setting in use wins. Tencent allows ${documentedLimit} to all clients of your app together; ${defaultRate} when left out.`,
		},
		...(unitLimit ? [unitOption(unitLimit)] : []),
	];
}

const timeoutDescription =
	'How long a call may take, from its start to the last byte of the answer. Tencent itself takes up to 3 seconds.';

/** The settings under "Delivery". */
export const deliverySettings = (operation: ApiOperation): INodeProperties[] => [
	...commonSettings(operation),
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120, numberPrecision: 1 },
		default: 10,
		description: timeoutDescription,
	},
];

/** The same among the options of older nodes, whose timeout is in milliseconds. */
export const deliveryOptions = (operation: ApiOperation): INodeProperties[] => [
	...commonSettings(operation),
	{
		displayName: 'Timeout (Milliseconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1000, maxValue: 120_000, numberPrecision: 0 },
		default: 10_000,
		description: timeoutDescription,
	},
];

/** Offered where the server may not know the account yet. */
export const importOption: INodeProperties = {
	displayName: 'Import Missing Account',
	name: 'importMissingAccount',
	type: 'boolean',
	default: false,
	description:
		'Whether to import an account that Tencent does not know into your app, and to make the call once more',
};

/** Offered where a response holds more than what most workflows need. */
export const simplifyOption: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The controls of a list: all of it, or the first so many. */
export const listProperties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** What a key does without "Send Once", where the API drops copies of a message by its numbers. */
const droppedCopies =
	'Your own key, such as an order number. The same message with the same key to the same recipient is delivered once, even when you run the workflow again by hand, as long as Tencent remembers it: two minutes for direct messages, five for group messages, not documented for Desk. Direct messages to one person may wait for the next second, so that they are shown in order.';

/** Made once: what Intl needs for it is slow to load. */
const rememberedKeysText = rememberedKeys.toLocaleString('en');

/** The key, and whether it is sent once for all times: offered where a second call has a second effect. */
export const onceOptions = ({ dedupeFields }: ApiOperation): INodeProperties[] => [
	{
		displayName: 'Deduplication Key',
		name: 'deduplicationKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-4711-shipped',
		description: dedupeFields
			? droppedCopies
			: "Your own key that names this one alone, such as an order number together with the user ID. It needs 'Send Once'.",
	},
	{
		displayName: 'Send Once',
		name: 'sendOnce',
		type: 'boolean',
		default: false,
		description: `Whether each Deduplication Key is sent once, whenever and wherever this workflow runs, even after a crash. The key alone decides: a corrected text with the same key is not sent again. n8n's database remembers the last ${rememberedKeysText} keys of this node.`,
	},
];
