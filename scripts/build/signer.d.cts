import type { BuildOptions } from 'esbuild';

/** How esbuild puts the part that unpacks files into one file. */
export function unpackerBundle(folder: string): BuildOptions & { metafile: true };

/** How esbuild puts Tencent's signer into the one file that uses it. */
export function signerBundle(folder: string): BuildOptions & { metafile: true };
