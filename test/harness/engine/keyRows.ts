import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

const digest = (item: DeduplicationItemTypes) =>
	createHash('md5').update(String(item)).digest('base64');

/** A turn of the event loop, as a database takes it. */
const databaseTurn = async () => await new Promise((resolve) => setImmediate(resolve));

/**
 * The rows that n8n keeps for its "Remove Duplicates" node and for nodes that ask for them, without a
 * database: read as a whole, and written as a whole, with nothing that keeps two writers apart.
 */
export class KeyRows implements IDataDeduplicator {
	/** JSON texts, by workflow and node. */
	readonly rows = new Map<string, string>();
	/** Each access, for tests that count. */
	writes = 0;
	/** Nothing that is written arrives, as after the death of a process. */
	isDead = false;
	/** Called between the reading and the writing of a row. */
	beforeWrite: (row: string) => void | Promise<void> = () => undefined;

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		return await this.change(context, (entries) => {
			const known = new Set(entries);
			const isKnown = (item: DeduplicationItemTypes) => known.has(digest(item));
			const fresh = items.filter((item) => !isKnown(item));
			const all = [...entries, ...fresh.map(digest)];
			const kept = all.slice(Math.max(0, all.length - (maxEntries ?? all.length)));
			return { kept, result: { new: fresh, processed: items.filter(isKnown) } };
		});
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	): Promise<void> {
		const gone = new Set(items.map(digest));
		await this.change(context, (entries) => ({
			kept: entries.filter((entry) => !gone.has(entry)),
			result: undefined,
		}));
	}

	async clearAllProcessedItems(
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	): Promise<void> {
		await databaseTurn();
		this.rows.delete(nameOf(context));
	}

	async getProcessedDataCount(
		_scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	): Promise<number> {
		await databaseTurn();
		return this.read(context).length;
	}

	private read(context: ICheckProcessedContextData): string[] {
		return JSON.parse(this.rows.get(nameOf(context)) ?? '[]') as string[];
	}

	private async change<T>(
		context: ICheckProcessedContextData,
		act: (entries: string[]) => { kept: string[]; result: T },
	): Promise<T> {
		const { kept, result } = act(this.read(context));
		await databaseTurn();
		await this.beforeWrite(nameOf(context));
		this.writes += 1;
		if (!this.isDead) this.rows.set(nameOf(context), JSON.stringify(kept));
		return result;
	}
}

function nameOf({ workflow, node }: ICheckProcessedContextData): string {
	return JSON.stringify([workflow.id, node?.id]);
}

/** n8n is loaded once for all test files of a worker, and takes one set of rows only. */
const shared = ((globalThis as { engineGlobal?: object }).engineGlobal ?? globalThis) as {
	keyRows?: KeyRows;
};

/** The rows of this process. */
export function keyRows(): KeyRows {
	if (!shared.keyRows) {
		shared.keyRows = new KeyRows();
		void DataDeduplicationService.init(shared.keyRows);
	}
	return shared.keyRows;
}
