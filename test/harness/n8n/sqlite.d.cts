/** What is read of a lock file of npm. */
export interface Lock {
	lockfileVersion: number;
	packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
	version?: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

/** The part of a lock file that some of its packages need, at the same places and versions. */
export function partOf(lock: Lock, names: readonly string[]): Lock;

/** Makes the database driver of a lock file, unless it was made before; resolves with its folder. */
export function compileSqlite(options: { lock: Lock; folder: string }): Promise<string>;

/** Where the compiled driver is among the packages of a folder. */
export function sqliteIn(folder: string): string;
