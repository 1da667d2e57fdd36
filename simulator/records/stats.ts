import type { FaultKind } from '../faults';

/** Counters of one API. */
export interface PathStats {
	received: number;
	accepted: number;
	/** Refused calls by ErrorCode. */
	refused: Record<string, number>;
	/** Repeats that were recognised and not stored again. */
	duplicates: number;
	rateLimited: number;
}

/** What the simulator has seen since it started or was reset. */
export interface Stats {
	paths: Record<string, PathStats>;
	faults: Partial<Record<FaultKind, number>>;
	inFlight: number;
	peakInFlight: number;
	/** Most calls in one second of the clock. */
	peakPerSecond: number;
	connections: { total: number; open: number; peak: number };
}

/** Calls to paths that do not exist share one line, so that memory stays bounded. */
export const unknownPath = 'unknown';

export class StatsBook {
	private stats = emptyStats();
	private second = { number: 0, count: 0 };

	read(): Stats {
		return structuredClone(this.stats);
	}

	/** Forgets the counts; what is open or under way stays counted. */
	clear(): void {
		const { inFlight, connections } = this.stats;
		this.stats = emptyStats();
		this.stats.inFlight = inFlight;
		this.stats.connections.open = connections.open;
		this.second = { number: 0, count: 0 };
	}

	callArrived(path: string, now: number): PathStats {
		const stats = this.stats;
		stats.inFlight += 1;
		stats.peakInFlight = Math.max(stats.peakInFlight, stats.inFlight);
		const number = Math.floor(now / 1000);
		if (number !== this.second.number) this.second = { number, count: 0 };
		this.second.count += 1;
		stats.peakPerSecond = Math.max(stats.peakPerSecond, this.second.count);

		const entry = (stats.paths[path] ??= emptyPath());
		entry.received += 1;
		return entry;
	}

	callEnded(): void {
		this.stats.inFlight -= 1;
	}

	faultHappened(kind: FaultKind): void {
		this.stats.faults[kind] = (this.stats.faults[kind] ?? 0) + 1;
	}

	connectionOpened(): void {
		const { connections } = this.stats;
		connections.total += 1;
		connections.open += 1;
		connections.peak = Math.max(connections.peak, connections.open);
	}

	connectionClosed(): void {
		this.stats.connections.open -= 1;
	}
}

function emptyPath(): PathStats {
	return { received: 0, accepted: 0, refused: {}, duplicates: 0, rateLimited: 0 };
}

function emptyStats(): Stats {
	return {
		paths: {},
		faults: {},
		inFlight: 0,
		peakInFlight: 0,
		peakPerSecond: 0,
		connections: { total: 0, open: 0, peak: 0 },
	};
}
