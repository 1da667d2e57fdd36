import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { readAccount, type Account } from '../../../../credentials/account';
import { CredentialError } from '../../../../credentials/credentialError';
import { customRegion } from '../../../../credentials/endpoints';
import { Client } from './client';

const credentialType = 'tencentChatDeskApi';

/** What is said in place of whatever n8n threw, where that cannot go to the user. */
export const unreadable = new CredentialError(
	'n8n could not read the credential of this node',
	'Open the node and pick its credential again. It may have been deleted, or belong to somebody else.',
);

/** A credential that was read and checked, and a client that signs with it. */
export interface Access {
	account: Account;
	client: Client;
	/** As n8n decrypted them. */
	credentials: ICredentialDataDecryptedObject;
	/** Whether the calls go to a host that the user named. */
	ownHost: boolean;
}

/** @throws CredentialError, or what n8n throws when it cannot read the credential */
export async function access(
	context: IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions,
): Promise<Access> {
	const credentials = await context.getCredentials(credentialType);
	const account = readAccount(credentials);
	return {
		account,
		client: new Client(context, account, credentials),
		credentials,
		ownHost: credentials.region === customRegion,
	};
}
