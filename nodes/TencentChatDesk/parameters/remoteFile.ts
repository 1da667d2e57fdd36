/** A file that a message names by its address. */
export interface RemoteFile {
	kind: 'file' | 'image' | 'sound' | 'video';
	/** As the message gives it; undefined where it gives none. */
	address: string | undefined;
	name: string;
	/** Bytes, where the message says so. */
	size?: number;
}
