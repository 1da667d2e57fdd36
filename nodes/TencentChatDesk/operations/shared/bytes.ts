import { InvalidParameter } from '../../parameters/invalidParameter';

/**
 * The text, when it is short enough for the API.
 *
 * @param max bytes of UTF-8
 * @throws InvalidParameter naming the control
 */
export function withinBytes<T extends string | undefined>(text: T, label: string, max: number): T {
	const size = text === undefined ? 0 : Buffer.byteLength(text);
	if (size <= max) return text;
	throw new InvalidParameter(
		`'${label}' is too long: ${size} bytes of the ${max} that Tencent takes`,
		'Shorten it. Characters outside plain English take 2 to 4 bytes each.',
	);
}
