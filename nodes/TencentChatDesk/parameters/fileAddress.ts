/** What a file's bytes look like as a text. */
const dataUri = /^data:[^,]*,/i;
const base64 = /^[A-Za-z0-9+/\r\n]{64,}={0,2}$/;

/** Whether people who get a message can download from it. */
export function isWebAddress(text: string): boolean {
	return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/** What a value that is no web address is instead, as the end of a sentence about it. */
export function insteadOfAddress(value: unknown, files: readonly string[]): string {
	if (typeof value === 'object') return 'holds an object instead of a web address';
	if (typeof value === 'string') {
		const text = value.trim();
		if (dataUri.test(text) || base64.test(text)) return 'holds a file instead of its web address';
		if (files.includes(text)) return 'names a file of the item instead of a web address';
	}
	return 'is not a web address';
}

/**
 * What to do where an address is missing or wrong.
 *
 * @param files names of the item's binary properties
 */
export function uploadFirst(files: readonly string[]): string {
	const brought = files.map((name) => `'${name}'`).join(', ') || 'the file';
	return `Tencent takes the address of a file that is on the web, not the file itself. Where the message has a 'Source', set it to 'File of the Item', and the node uploads the file to your own bucket. Or upload ${brought} first with your storage's node, and pass the address, which begins with https:// or http://.`;
}
