import type { IExecuteFunctions } from 'n8n-workflow';
import { type KeyMemory, rememberedKeys } from '../../contract';
import { itemErrorOf } from '../errors/nodeErrors';
import { inTurn } from '../memory/rowTurns';
import { notStored, oldN8n, unsavedWorkflow } from './rowErrors';

/** Two entries a key, and room for what is under way. n8n keeps each as a digest of 24 characters. */
const maxEntries = 2 * rememberedKeys + 10_000;

const options = { mode: 'entries', maxEntries } as const;
const scope = 'node';
/** n8n searches a full row for a millisecond for each entry, and does nothing else meanwhile. */
const removedAtOnce = 200;
/** Two executions that write the first row at the same moment: one of them is refused. */
const maxTries = 3;

/**
 * The row in n8n's database in which a node keeps what it has sent, for all its executions. n8n
 * offers one question: which of these entries are new? Asking records them. It reads and writes the
 * whole row each time, without a lock.
 */
export class KeyRow implements KeyMemory {
	readonly maxEntries = maxEntries;
	/** The digest with its quotes and comma. */
	readonly bytesPerEntry = 27;
	/** Of the node, among all nodes of this n8n. */
	readonly name: string;

	/** @throws InvalidParameter where n8n has no such row for the node */
	constructor(private readonly context: IExecuteFunctions) {
		const { id } = context.getWorkflow();
		if (!id) throw unsavedWorkflow();
		if (typeof context.helpers.checkProcessedAndRecord !== 'function') throw oldN8n();
		this.name = JSON.stringify([id, context.getNode().id]);
	}

	/** Records the entries, and gives those that were there before. */
	async record(entries: readonly string[]): Promise<Set<string>> {
		if (entries.length === 0) return new Set();
		const { processed } = await this.exclusively(
			async () => await this.context.helpers.checkProcessedAndRecord([...entries], scope, options),
		);
		return new Set(processed.map(String));
	}

	async remove(entries: readonly string[]): Promise<void> {
		for (let from = 0; from < entries.length; from += removedAtOnce) {
			const some = entries.slice(from, from + removedAtOnce);
			await this.exclusively(
				async () => await this.context.helpers.removeProcessed(some, scope, options),
			);
		}
	}

	async count(): Promise<number> {
		return await this.context.helpers.getProcessedDataCount(scope, options);
	}

	async clear(): Promise<void> {
		await this.exclusively(
			async () => await this.context.helpers.clearAllProcessedItems(scope, options),
		);
	}

	/** Executions of this process take turns; a write of another process may still be lost or refused. */
	private async exclusively<T>(act: () => Promise<T>): Promise<T> {
		return await inTurn(this.name, async () => {
			for (let tries = 1; ; tries += 1) {
				try {
					return await act();
				} catch (error) {
					if (tries === maxTries) throw itemErrorOf(error, notStored);
				}
			}
		});
	}
}
