import type { INodeProperties } from 'n8n-workflow';
import type { ApiOperation } from '../contract';
import { mayHoldOlderSettings } from './olderOperations';
import { callsApi, type Operation, type Resource } from './operation';
import {
	deliveryOptions,
	deliverySettings,
	importOption,
	listProperties,
	onceOptions,
	simplifyOption,
} from './shared/sharedOptions';
import { panelVersion, shownBefore, shownSince } from './versions';

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
function callOptions(operation: Operation): INodeProperties[] {
	if (!callsApi(operation)) return [];
	return [
		...(hasKeys(operation) ? onceOptions(operation) : []),
		...(operation.recovery ? [importOptionOf(operation)] : []),
		...(canSimplify(operation) ? [simplifyOption] : []),
	];
}

/** What nodes of long ago have among their options, and others under "Delivery". */
function olderOptions(resource: Resource, operation: Operation): INodeProperties[] {
	if (!callsApi(operation) || !mayHoldOlderSettings(resource.value, operation.value)) return [];
	return deliveryOptions(operation).map((option) => shownBefore(panelVersion, option));
}

function optionsOf(resource: Resource, operation: Operation): INodeProperties[] {
	const current = [...operation.options, ...callOptions(operation)];
	const older = olderOptions(resource, operation);
	const control: INodeProperties = {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...current, ...older].sort(byName),
	};
	if (current.length > 0) return [control];
	// Without an entry of today, newer nodes would show it empty.
	return older.length > 0 ? [shownBefore(panelVersion, control)] : [];
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
export const below: Array<(resource: Resource, operation: Operation) => INodeProperties[]> = [
	...listProperties.map(
		(control) => (_resource: Resource, operation: Operation) =>
			asksForLimit(operation) ? [control] : [],
	),
	optionsOf,
	deliveryOf,
];
