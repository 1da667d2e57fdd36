import type { IDataObject } from 'n8n-workflow';

import type { Body, Deliverable } from '../../../nodes/TencentChatDesk/contract';
import type { Item } from '../../unit/delivery/support/run';

/** A field that tells in requests and responses which item they belong to. */
export const markField = 'PlantedItem';

/** The item whose error is planted. */
export const bad = 1;

type Member = (...args: unknown[]) => unknown;

/** Where the functions of an operation stand: names, joined by dots. */
export function functionsOf(operation: Deliverable): string[] {
	const found: string[] = [];
	const visit = (value: unknown, place: string): void => {
		if (typeof value === 'function') found.push(place);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
		for (const [name, inner] of Object.entries(value)) {
			visit(inner, place === '' ? name : `${place}.${name}`);
		}
	};
	// What the panel shows of it is not called in a run.
	const { properties: _properties, options: _options, ...rest } = operation as unknown as Body;
	visit(rest, '');
	return found;
}

/** Functions that are called once for each item, before any of its options is read. */
const inTurn = ['batch.merge', 'make', 'needsCall'];

function markIn(value: unknown): number | undefined {
	if (Array.isArray(value)) return markIn((value as unknown[])[0]);
	if (typeof value !== 'object' || value === null) return undefined;
	const mark = (value as IDataObject)[markField];
	return typeof mark === 'number' ? mark : undefined;
}

/** An operation in which one function throws for one item, and a record of whether it did. */
export class Planted {
	/** The function was called for the bad item. */
	hasThrown = false;
	private reading = -1;
	private calls = 0;

	constructor(
		private readonly operation: Deliverable,
		private readonly place: string,
	) {}

	/** Three items, the second of which is the bad one. `options` are those of the node. */
	items(options: IDataObject): Item[] {
		return [0, 1, 2].map((index) =>
			Object.defineProperty({} as Item, 'options', {
				configurable: true,
				enumerable: true,
				get: () => {
					this.reading = index;
					return { ...options, extraBody: { [markField]: index } };
				},
			}),
		);
	}

	get deliverable(): Deliverable {
		const steps = this.place.split('.');
		return this.withWrapped(this.operation as unknown as Record<string, unknown>, steps) as never;
	}

	private withWrapped(
		holder: Record<string, unknown>,
		[step = '', ...rest]: string[],
	): Record<string, unknown> {
		const value = holder[step];
		if (rest.length > 0) {
			const inner = this.withWrapped(value as Record<string, unknown>, rest);
			return { ...holder, [step]: inner };
		}
		return { ...holder, [step]: this.wrapped(value as Member) };
	}

	private wrapped(member: Member): Member {
		return (...args) => {
			const index = inTurn.includes(this.place) ? this.calls++ : this.concerned(args);
			if (index === bad) {
				this.hasThrown = true;
				throw new TypeError(`planted in ${this.place}`);
			}
			return member(...args);
		};
	}

	/** Bodies and answers say it themselves; what reads a parameter is about the item at hand. */
	private concerned(args: unknown[]): number {
		return args.map(markIn).find((mark) => mark !== undefined) ?? this.reading;
	}
}
