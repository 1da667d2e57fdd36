import type { BuildOptions } from 'esbuild';

/** How esbuild puts Tencent's signer into the one file that uses it. */
export function signerBundle(folder: string): BuildOptions & { metafile: true };
