import { createHash } from 'node:crypto';

/**
 * Webhook Overview, Security Considerations: the SHA-256 of token and RequestTime, one after the
 * other, in lower-case hexadecimal digits.
 */
export function callbackSign(token: string, requestTime: string): string {
	return createHash('sha256').update(`${token}${requestTime}`).digest('hex');
}
