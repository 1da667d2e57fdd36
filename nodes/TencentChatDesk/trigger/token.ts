import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The callback token of a credential; empty when it has none. */
export function tokenOf({ callbackToken }: ICredentialDataDecryptedObject): string {
	return typeof callbackToken === 'string' ? callbackToken.trim() : '';
}
