import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeTypeDescription,
} from 'n8n-workflow';

import { resources } from '../../../nodes/TencentChatDesk/operations';
import type { Operation } from '../../../nodes/TencentChatDesk/operations/operation';
import { TencentChatDesk } from '../../../nodes/TencentChatDesk/TencentChatDesk.node';
import { operationSamples } from '../../harness/operationSamples';
import { neededBeside } from '../../support/neededBeside';

const description: INodeTypeDescription = new TencentChatDesk().description;
const version: Pick<INode, 'typeVersion'> = { typeVersion: 1 };

/** The values that a panel holds, as the node is given them. */
export type Panel = Record<string, unknown>;

/** Where a value stands in a panel: names, and positions in lists. */
type Place = Array<string | number>;

/** One control of an operation, shown and with everything around it filled in. */
export interface Control {
	/** `resource.operation`, then the names down to the control. */
	key: string;
	label: string;
	/** Options that every operation has. */
	isShared: boolean;
	/** Holds other controls; without a value it is one in which nothing was filled in. */
	isFrame: boolean;
	/** A panel in which the control is shown and holds a value that is good. */
	panel: Panel;
	/** That value. */
	good: unknown;
	/** What else it offers: yes or no, or the other choices of a list. */
	others: unknown[];
	/** A panel with another value in this control. */
	put(panel: Panel, value: unknown): Panel;
}

/** An operation with the controls of its panel, those inside collections included. */
export interface PanelOfOperation {
	key: string;
	operation: Operation;
	/** A panel that is filled in as its sample says. */
	panel: Panel;
	controls: Control[];
	/** What the panel calls its controls. */
	labels: Set<string>;
}

/** What a sample takes from a call before it. */
const fromBefore: INodeParameters = {
	msgKey: '1_2_1740000000',
	msgKeys: '1_2_1740000000',
	taskId: 'task-1',
};

/** What the panel gives no example for. */
const noHint: Panel = {
	chunks: '["Hello"]',
	attrsOr: '{"level": "gold"}',
	attrsAnd: '{"level": 1}',
	locationLatitude: 22.54,
	locationLongitude: 113.93,
	appDefinedData: '{"number": "4711"}',
	workTimeConfig:
		'{"Type": 1, "Periods": [{"Day": "Monday", "PeriodsWithinOneDay": [{"Start": "09:00", "End": "18:00"}]}]}',
};

/** A value that the control may hold, in the words of its own hint where it gives one. */
function goodValue(property: INodeProperties, known: unknown): unknown {
	const { type, name, placeholder = '', default: start, options = [], typeOptions } = property;
	const hint = placeholder.replace(/^e\.g\. /, '');
	if (typeof known === 'string' && known.startsWith('=')) return fromBefore[name] ?? hint;
	if (name in noHint && (known === undefined || known === start)) return noHint[name];
	if (known !== undefined && known !== '' && known !== null) return known;
	switch (type) {
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: property.modes?.at(-1)?.placeholder?.slice(5) };
		case 'number':
			return Number(start) || typeOptions?.minValue || 1;
		case 'dateTime':
			return '2025-04-01T12:00:00Z';
		case 'multiOptions':
			return options.flatMap((option) => ('value' in option ? [option.value] : [])).slice(0, 1);
		case 'json':
			return hint.startsWith('{') || hint.startsWith('[') ? hint : (start ?? '{}');
		case 'string':
			return hint === '' ? 'word' : hint;
		default:
			return start;
	}
}

/** What a control offers beside a value. */
function othersThan(good: unknown, { type, name, options = [] }: INodeProperties): unknown[] {
	// Communities are paged in a way of their own.
	if (type === 'resourceLocator' && name === 'groupId') {
		return [{ __rl: true, mode: 'id', value: '@TGS#_club-1' }];
	}
	if (type === 'boolean') return [good !== true];
	if (type !== 'options') return [];
	return options
		.flatMap((option) => ('value' in option ? [option.value] : []))
		.filter((value) => value !== good);
}

/** What a choice demands of other controls. */
const demanded: Record<string, Array<[place: Place, value: string]>> = {
	Community: [[['options', 'groupId'], '@TGS#_club-1']],
};

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

function placed(into: unknown, [first, ...rest]: Place, value: unknown): unknown {
	if (first === undefined) return value;
	if (typeof first === 'number') {
		return [placed(Array.isArray(into) ? into[first] : undefined, rest, value)];
	}
	const around = (typeof into === 'object' && into !== null ? into : {}) as Panel;
	return { ...around, [first]: placed(around[first], rest, value) };
}

/** The conditions under which a control is shown, beside resource and operation. */
const conditionsOf = ({ displayOptions }: INodeProperties) =>
	Object.entries(displayOptions?.show ?? {}).filter(
		([name]) => !['resource', 'operation', '@version'].includes(name),
	);

/** n8n looks through all controls for each value; those of other operations are never shown. */
const pickers = description.properties.filter(
	({ name }) => name === 'resource' || name === 'operation',
);

function topControls(resource: string, operation: string): INodeProperties[] {
	return description.properties.filter(({ name, type, displayOptions }) => {
		if (name === 'resource' || name === 'operation' || type === 'notice') return false;
		const show = displayOptions?.show ?? {};
		return show.resource?.includes(resource) && show.operation?.includes(operation);
	});
}

/** The panel with all pickers set so that a control is shown, and what is then required filled. */
function showing(property: INodeProperties, around: Place, panel: Panel): Panel {
	let values = panel;
	const { resource, operation } = panel as Record<string, string>;
	for (const [name, wanted = []] of conditionsOf(property)) {
		const isTop = name.startsWith('/') || around.length === 0;
		const bare = name.replace(/^\//, '');
		const place = isTop ? [bare] : [...around, bare];
		const [first] = wanted;
		const held = isTop ? values[bare] : undefined;
		if (!wanted.includes(held as never)) {
			values = placed(values, place, first) as Panel;
			for (const [other, value] of demanded[String(first)] ?? []) {
				values = placed(values, other, value) as Panel;
			}
		}
		if (isTop) {
			const control = topControls(resource!, operation!).find((one) => one.name === bare);
			if (control) values = showing(control, [], values);
		}
	}
	return values;
}

function filled(panel: Panel): Panel {
	const { resource, operation } = panel as Record<string, string>;
	const defaults = NodeHelpers.getNodeParameters(
		[...pickers, ...topControls(resource!, operation!)],
		panel as INodeParameters,
		true,
		false,
		version,
		description,
	);
	const values: Panel = { ...defaults };
	for (const property of topControls(resource!, operation!)) {
		const { name, required } = property;
		const isShown = NodeHelpers.displayParameter(
			values as INodeParameters,
			property,
			version,
			description,
		);
		if (!isShown) continue;
		const isExpression = typeof values[name] === 'string' && values[name].startsWith('=');
		const isEmpty =
			values[name] === '' ||
			(property.type === 'resourceLocator' && (values[name] as Panel)?.value === '');
		if (isExpression || (required && isEmpty)) {
			values[name] = goodValue(property, isEmpty ? undefined : values[name]);
		}
	}
	return values;
}

function controlsIn(
	property: INodeProperties,
	around: Place,
	base: Panel,
	key: string,
	shared: ReadonlySet<string>,
): Control[] {
	const { name, displayName, type, options = [] } = property;
	const place = [...around, name];
	const needed = Object.entries(neededBeside[name] ?? {});
	const shown = needed.reduce(
		(panel, [other, value]) => placed(panel, [...around, other], value) as Panel,
		filled(showing(property, around, base)),
	);
	const known = place.length === 1 ? shown[name] : undefined;
	const good = goodValue(property, known);
	const panel = placed(shown, place, good) as Panel;
	const here: Control = {
		key: `${key}.${name}`,
		label: displayName,
		isShared: ['options', 'delivery'].includes(around[0] as string) && shared.has(name),
		isFrame: type === 'collection' || type === 'fixedCollection',
		panel,
		good,
		others: othersThan(good, property),
		put: (into, value) => placed(into, place, value) as Panel,
	};
	const inner = options.flatMap((option) => {
		if (isGroup(option)) {
			const list = property.typeOptions?.multipleValues ? [0] : [];
			const group: Place = [...place, option.name, ...list];
			const row = Object.fromEntries(
				option.values.map((value) => [value.name, goodValue(value, undefined)]),
			);
			const complete = placed(shown, group, row) as Panel;
			return option.values.map((value) =>
				controlOfRow(value, group, complete, `${here.key}.${option.name}`),
			);
		}
		if (!('type' in option)) return [];
		return controlsIn(option, place, shown, here.key, shared);
	});
	return [here, ...inner];
}

function controlOfRow(property: INodeProperties, group: Place, panel: Panel, key: string): Control {
	const good = goodValue(property, undefined);
	return {
		key: `${key}.${property.name}`,
		label: property.displayName,
		isShared: false,
		isFrame: false,
		panel,
		good,
		others: othersThan(good, property),
		put: (into, value) => placed(into, [...group, property.name], value) as Panel,
	};
}

/** Operations that are calls by themselves: no response to a callback, no question with its link. */
const allOperations = resources.flatMap((resource) =>
	resource.operations
		.filter(({ shape, waits }) => shape !== 'respond' && shape !== 'memory' && !waits)
		.map((operation) => ({ resource: resource.value, operation })),
);

/** Options that stand in the panel of nearly every operation; one operation stands for all. */
const sharedOptions = new Set([
	'dryRun',
	'extraBody',
	'keepOrder',
	'maxConcurrency',
	'maxRetries',
	'requestsPerSecond',
	'simplify',
	'timeout',
	'timeoutSeconds',
]);

/** Every operation of the catalogue, its sample in the panel. */
export const panels: PanelOfOperation[] = allOperations.map(({ resource, operation }) => {
	const key = `${resource}.${operation.value}`;
	const sample = operationSamples[key];
	if (!sample) throw new Error(`There is no sample of ${key}`);
	const base = filled({ resource, operation: operation.value, ...sample.parameters });
	const properties = topControls(resource, operation.value);
	const controls = properties.flatMap((property) =>
		controlsIn(property, [], base, key, sharedOptions),
	);
	return {
		key,
		operation,
		panel: base,
		controls,
		labels: new Set(controls.map(({ label }) => label)),
	};
});
