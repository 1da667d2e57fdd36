export interface PackagesOptions<Made = void> {
	/** The folder with package.json and package-lock.json. */
	folder: string;
	/** What is being installed, for the progress line. */
	what: string;
	/** How long it usually takes, in words. */
	usually: string;
	/** Further arguments for `npm ci`. */
	args?: string[];
	/** Part of the installation that goes on beside npm. */
	beside?: () => Promise<Made>;
	/** Part of the installation, run after both with what `beside` resolved with. */
	afterwards?: (made: Made) => Promise<void>;
}

/** Says what is going on, with the seconds ticking, until `work` settles; several may go on at once. */
export function withProgress<Result>(label: string, work: () => Promise<Result>): Promise<Result>;

/** Runs npm in a folder and resolves with what it printed; the error holds the same. */
export function npm(
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string>;

/** Makes sure that a folder's node_modules belongs to its lock file. */
export function ensurePackages<Made = void>(options: PackagesOptions<Made>): Promise<void>;

/** Like `Promise.all`, but waits for all of them before it rejects: no npm is left running. */
export function allOf(works: ReadonlyArray<Promise<unknown> | undefined>): Promise<unknown[]>;
