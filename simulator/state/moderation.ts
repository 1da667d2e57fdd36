import type { JsonObject } from '../json';

export interface WordLibrary {
	id: string;
	name: string;
	/** Label and ID of each word. */
	words: Map<string, { id: string; label: string }>;
}

/** Word lists of the moderation. */
export class Moderation {
	readonly libraries = new Map<string, WordLibrary>([
		['1cd0e5a6', { id: '1cd0e5a6', name: 'Not wanted', words: new Map() }],
	]);
	readonly localWords: JsonObject[] = [];
	private count = 0;

	nextId(): number {
		this.count += 1;
		return this.count;
	}
}
