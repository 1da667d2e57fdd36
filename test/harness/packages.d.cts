export interface PackagesOptions {
	/** The folder with package.json and package-lock.json. */
	folder: string;
	/** What is being installed, for the progress line. */
	what: string;
	/** How long it usually takes, in words. */
	usually: string;
	/** Further arguments for `npm install`. */
	args?: string[];
	/** Part of the installation, run after npm. */
	afterwards?: () => Promise<void>;
}

/** Says what is going on, with the seconds ticking, until `work` settles. */
export function withProgress<Result>(label: string, work: () => Promise<Result>): Promise<Result>;

/** Runs npm in a folder and resolves with what it printed; the error holds the same. */
export function npm(
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string>;

/** Makes sure that a folder's node_modules belongs to its lock file. */
export function ensurePackages(options: PackagesOptions): Promise<void>;
