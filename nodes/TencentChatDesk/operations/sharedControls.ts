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
	places: Places;
}

const bound = (control: INodeProperties, resource: string[], operation: string[]) => ({
	...control,
	displayOptions: {
		...control.displayOptions,
		show: { resource, operation, ...control.displayOptions?.show },
	},
});

/** A control that is shown for its operation only. */
export const onItsOwn = ({ resource, operation, control }: Placed): INodeProperties =>
	bound(control, [resource], [operation]);

/** Controls that are alike, each once, in the order in which they come first. */
function alike(placed: readonly Placed[]): Shared[] {
	const found = new Map<string, Shared>();
	for (const { resource, operation, control } of placed) {
		const key = JSON.stringify(control);
		const shared = found.get(key) ?? { control, places: new Map<string, Set<string>>() };
		const operations = shared.places.get(resource) ?? new Set();
		shared.places.set(resource, operations.add(operation));
		found.set(key, shared);
	}
	return [...found.values()];
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
 * Controls that many operations have, so that the description holds as few copies of each as can be:
 * n8n's editor loads all of it before it shows anything.
 *
 * @param placed the controls of one place in the panel; one at most for each operation
 * @param catalogue every operation there is, by resource
 */
export function sharedControls(placed: readonly Placed[], catalogue: Catalogue): INodeProperties[] {
	return alike(placed).flatMap(({ control, places }) =>
		groupsOf(places, catalogue).map((group) =>
			bound(
				control,
				[...group.keys()],
				[...new Set([...group.values()].flatMap((operations) => [...operations]))],
			),
		),
	);
}
