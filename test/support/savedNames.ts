import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** What a workflow file holds of a control. */
export interface SavedControl {
	type: string;
	/** Values of a picker. */
	values?: Array<string | number | boolean>;
	/** n8n leaves a control out of the file while it stands at this. */
	default?: unknown;
}

/** Everything that workflow files name, by where it stands. */
export type SavedNames = Record<string, SavedControl>;

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const isControl = (entry: Entry): entry is INodeProperties => 'type' in entry;
const isGroup = (entry: Entry): entry is INodePropertyCollection => 'values' in entry;

function add(names: SavedNames, around: string, control: INodeProperties, isTop: boolean): void {
	const { name, type, options = [], default: standing } = control;
	const place = `${around}.${name}`;
	const entries = options as Entry[];
	const values = entries.flatMap((entry) => ('value' in entry ? [entry.value] : []));
	const known = names[place];
	names[place] = {
		type,
		...(values.length > 0 ? { values: [...new Set([...(known?.values ?? []), ...values])] } : {}),
		// Inside a collection every value is written down.
		...(isTop && type !== 'notice' ? { default: standing } : {}),
	};
	for (const entry of entries) {
		if (isGroup(entry)) {
			for (const inner of entry.values) add(names, `${place}.${entry.name}`, inner, false);
		} else if (isControl(entry)) {
			add(names, place, entry, false);
		}
	}
}

/** The places at which a control stands: once for each operation that shows it. */
function placesOf({ displayOptions }: INodeProperties, node: string): string[] {
	const { resource = [], operation = [] } = displayOptions?.show ?? {};
	if (resource.length === 0) return [node];
	return resource.flatMap((one) =>
		operation.length === 0
			? [`${node}.${String(one)}`]
			: operation.map((other) => `${node}.${String(one)}.${String(other)}`),
	);
}

/** What workflow files hold of a node. */
export function namesOfNode(description: INodeTypeDescription): SavedNames {
	const { name, version, properties } = description;
	const names: SavedNames = { [name]: { type: 'node', values: [version].flat() } };
	for (const control of properties) {
		for (const place of placesOf(control, name)) add(names, place, control, true);
	}
	return names;
}

/** What n8n keeps of a credential. */
export function namesOfCredential({ name, properties }: ICredentialType): SavedNames {
	const names: SavedNames = { [name]: { type: 'credential' } };
	for (const control of properties) add(names, name, control, true);
	return names;
}

/** What a stored list has and the present one has not, or has otherwise; in words. */
export function lostNames(stored: SavedNames, present: SavedNames): string[] {
	return Object.entries(stored).flatMap(([place, before]) => {
		const now = present[place];
		if (!now) return [`${place} is gone`];
		const lost: string[] = [];
		if (now.type !== before.type) lost.push(`${place} was ${before.type} and is ${now.type}`);
		const missing = (before.values ?? []).filter((value) => !now.values?.includes(value));
		if (missing.length > 0) lost.push(`${place} no longer offers ${missing.join(', ')}`);
		if ('default' in before && JSON.stringify(before.default) !== JSON.stringify(now.default)) {
			lost.push(
				`${place} stood at ${JSON.stringify(before.default)} and stands at ${JSON.stringify(now.default)}`,
			);
		}
		return lost;
	});
}
