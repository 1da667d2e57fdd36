import type { INodeProperties } from 'n8n-workflow';

/** A control of one operation, without the conditions that show it for that one only. */
export interface Placed {
	resource: string;
	operation: string;
	control: INodeProperties;
}

/** Operations by the resource that has them. */
type Places = Map<string, Set<string>>;
type Catalogue = ReadonlyMap<string, ReadonlySet<string>>;

interface Shared {
	control: INodeProperties;
	/** By which it is compared. */
	text: string;
	places: Places;
}

const bound = (control: INodeProperties, resource: string[], operation: string[]) => ({
	...control,
	displayOptions: {
		...control.displayOptions,
		show: { resource, operation, ...control.displayOptions?.show },
	},
});

/** Puts one operation's controls, which have an order, among those of the operations before it. */
function merge(found: Shared[], placed: readonly Placed[]): void {
	let next = 0;
	for (const { resource, operation, control } of placed) {
		const text = JSON.stringify(control);
		const place = found.findIndex((shared, index) => index >= next && shared.text === text);
		const shared = found[place] ?? { control, text, places: new Map<string, Set<string>>() };
		if (place < 0) found.splice(next, 0, shared);
		next = (place < 0 ? next : place) + 1;
		const operations = shared.places.get(resource) ?? new Set();
		shared.places.set(resource, operations.add(operation));
	}
}

/** Controls that are alike, each once where the order of every operation allows it. */
function alike(ofOperations: ReadonlyArray<readonly Placed[]>): Shared[] {
	const found: Shared[] = [];
	for (const placed of ofOperations) merge(found, placed);
	return found;
}

/**
 * Whether resources can name their operations together: n8n shows a control for each resource with
 * each operation that it names, so that none may be among them which has another one.
 */
function canJoin(
	group: Places,
	catalogue: Catalogue,
	resource: string,
	operations: Set<string>,
): boolean {
	const together = new Set([...group.values(), operations].flatMap((set) => [...set]));
	return [...group, [resource, operations] as const].every(([one, own]) =>
		[...together].every((operation) => own.has(operation) || !catalogue.get(one)?.has(operation)),
	);
}

/** The fewest groups of resources that can name their operations together, more or less. */
function groupsOf(places: Places, catalogue: Catalogue): Places[] {
	const groups: Places[] = [];
	for (const [resource, operations] of places) {
		const group = groups.find((one) => canJoin(one, catalogue, resource, operations));
		if (group) group.set(resource, operations);
		else groups.push(new Map([[resource, operations]]));
	}
	return groups;
}

/**
 * The controls of all operations, so that the description holds as few copies of each as can be: n8n's
 * editor loads all of it before it shows anything.
 *
 * @param ofOperations the controls of each operation, from top to bottom
 * @param catalogue every operation there is, by resource
 */
export function sharedControls(
	ofOperations: ReadonlyArray<readonly Placed[]>,
	catalogue: Catalogue,
): INodeProperties[] {
	return alike(ofOperations).flatMap(({ control, places }) =>
		groupsOf(places, catalogue).map((group) =>
			bound(
				control,
				[...group.keys()],
				[...new Set([...group.values()].flatMap((operations) => [...operations]))],
			),
		),
	);
}
