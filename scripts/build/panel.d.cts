/** The JSON of a panel. Throws where JSON would lose something of it. */
export function asData(panel: Readonly<Record<string, unknown>>): string;

/** Puts the panel of the action node into a folder of the build as data. */
export function panelAsData(folder: string): Promise<void>;
