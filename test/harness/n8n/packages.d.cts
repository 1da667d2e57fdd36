/** The folder of the n8n that everything runs in. */
export const installFolder: string;

/** The Node.js that n8n runs on: the one pinned beside it, whatever runs this script. */
export function nodeForN8n(): string;

/** Installs the n8n of the folder when it is missing or its lock file has changed. */
export function ensureN8n(): Promise<void>;
