import { randomInt } from 'crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { type Account, readAccount } from './account';
import { checkConnection } from './connection';
import { CredentialError } from './credentialError';
import { userSig } from './userSig';

/** What n8n hands to a credential: its own request, or the older one of the HTTP Request node. */
type AnyRequest = IHttpRequestOptions & {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
};

/** What every call carries in its address. */
const queryParameters = ['sdkappid', 'identifier', 'usersig', 'random', 'contenttype'] as const;

/** The same for one call of an account. */
export const signedQuery = (
	account: Account,
): Record<(typeof queryParameters)[number], string | number> => ({
	sdkappid: account.sdkAppId,
	identifier: account.identifier,
	usersig: userSig(account),
	random: randomInt(0, 0xffff_ffff),
	contenttype: 'json',
});

function refuse(): never {
	throw new CredentialError(
		"This credential signs requests to its own 'Region' only",
		'The signature acts as the admin of your app, so it is never sent to another protocol, host or port. Use an address of the REST API of your app.',
	);
}

/** The address that a request really goes to, if it is the app's own REST API. */
function ownAddress(request: AnyRequest, origin: string): string {
	const given = [request.url, request.uri].filter(
		(address) => address !== undefined && address !== null && String(address) !== '',
	);
	const resolved = new Set<string>();
	for (const address of given) {
		const base = request.baseURL || origin;
		if (!URL.canParse(String(address), base)) refuse();
		resolved.add(new URL(String(address), base).href);
	}
	const [address] = resolved;
	if (address === undefined || resolved.size > 1) refuse();
	const url = new URL(address);
	// Not url.origin: that of "blob:https://host/" is the host's, though nothing is called there.
	const place = `${url.protocol}//${url.host}`;
	if (place !== origin || url.username !== '' || url.password !== '') refuse();
	// A sample's address brings its own; added to ours, each would be there twice.
	for (const name of queryParameters) {
		if (url.searchParams.has(name)) url.searchParams.delete(name);
	}
	return url.href;
}

/**
 * Signs one request for the REST API: adds the five query parameters that every call carries.
 * Serves the node, the credential test and n8n's HTTP Request node alike. A relative address is
 * one of the app's own host; any other protocol, host or port is refused, and so is any other way
 * there, such as a proxy. Redirects are off.
 * Documentation: Chat > RESTful APIs > "RESTful API Overview", request parameters.
 *
 * @throws CredentialError before anything is sent.
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const account = readAccount(credentials);
	const signed: AnyRequest = { ...request };
	const address = ownAddress(signed, account.origin);
	checkConnection({ ...signed }, new URL(address).host);
	// What was checked is what is called: no second way of joining addresses comes after this one.
	if (signed.uri !== undefined) signed.uri = address;
	if (signed.url !== undefined) signed.url = address;
	delete signed.baseURL;
	signed.disableFollowRedirect = true;
	signed.followRedirect = false;
	signed.followAllRedirects = false;
	signed.qs = { ...signed.qs, ...signedQuery(account) };
	return signed;
}
