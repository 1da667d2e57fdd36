/** The first comment of a script, as plain text. */
export function usageOf(file: string): string;
