import type { ApiOperation, Body } from '../contract';

/**
 * The body as the server understands it: where none is named, the account that signs is the sender.
 *
 * @param identifier that account
 */
export function withSender(
	{ sender }: Pick<ApiOperation, 'sender'>,
	body: Body,
	identifier: string,
): Body {
	if (sender === undefined || body[sender] !== undefined) return body;
	return { [sender]: identifier, ...body };
}
