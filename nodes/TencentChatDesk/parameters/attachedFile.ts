import { InvalidParameter } from './invalidParameter';

/** How people come to a file that was uploaded. */
export type FileLink =
	/** Anybody with the address may open it; the object itself is made readable. */
	| { kind: 'publicObject' }
	/** The same, where the whole bucket is readable. */
	| { kind: 'publicBucket' }
	/** By an address that is valid for so many days. */
	| { kind: 'signed'; days: number };

/** What a picture's first bytes say. */
export interface PictureFacts {
	format: 'bmp' | 'gif' | 'jpg' | 'png' | 'webp';
	/** Pixels. */
	width: number;
	height: number;
}

/** A file of the item, with what it says of itself, and the address where it is or will be. */
export interface AttachedFile {
	address: string;
	/** As a key that tells files apart, in capital letters. */
	md5: string;
	/** Bytes. */
	size: number;
	name: string;
	picture?: PictureFacts;
	/** Length of a sound or a video in seconds. */
	seconds?: number;
}

/** The files that an item brings. */
export interface ItemFiles {
	/** Names of its binary properties. */
	readonly names: readonly string[];
	/**
	 * A file by the name of its property, or by the value that an expression gives for one. It is
	 * uploaded before the message leaves.
	 *
	 * @param label of the control that names it
	 * @throws InvalidParameter where the item has no such file
	 */
	attach(property: unknown, label: string, link: FileLink): AttachedFile;
}

/** Where there is no item. */
export const noFiles: ItemFiles = {
	names: [],
	attach: (_property, label) => {
		throw new InvalidParameter(
			`'${label}' names a file, and there is no item`,
			"Set 'Source' to 'Web Address'.",
		);
	},
};
