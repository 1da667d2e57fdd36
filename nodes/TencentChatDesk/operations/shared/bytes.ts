import { BadInput } from '../../parameters/invalidParameter';

/**
 * The text, when it is short enough for the API.
 *
 * @param most bytes of UTF-8
 * @throws BadInput naming the control
 */
export function withinBytes<T extends string | undefined>(text: T, label: string, most: number): T {
	const size = text === undefined ? 0 : Buffer.byteLength(text);
	if (size <= most) return text;
	throw new BadInput(
		`'${label}' is too long: ${size} bytes of the ${most} that Tencent takes`,
		'Shorten it. Letters beyond plain English count two to four bytes each.',
	);
}
