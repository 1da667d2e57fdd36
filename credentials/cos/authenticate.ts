import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { checkConnection } from '../connection';
import { CredentialError } from '../credentialError';
import { type Bucket, readBucket } from './bucket';
import { cosSignature, encodeForCos } from './signature';

/** What n8n hands to a credential: its own request, or the older one of the HTTP Request node. */
type AnyRequest = IHttpRequestOptions & {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
};

/** Seconds before and after now for which a signature is good; an upload begins within them. */
const slack = 60;
const lifetime = 900;

function refuse(): never {
	throw new CredentialError(
		'This credential signs requests to its own bucket only',
		"The signature may write to your files, so it is never sent to another host. Use an address of the bucket, or check 'Bucket', 'Region' and 'Custom Host' in the credential.",
	);
}

/** The address that a request really goes to, if it is the bucket's own. */
function ownAddress(request: AnyRequest, { origin, root }: Bucket): URL {
	const given = [request.url, request.uri].filter((address) => address);
	const base = request.baseURL || `${origin}${root}/`;
	const resolved = new Set<string>();
	for (const address of given) {
		if (!URL.canParse(String(address), base)) refuse();
		resolved.add(new URL(String(address), base).href);
	}
	const [address] = resolved;
	if (address === undefined || resolved.size > 1) refuse();
	const url = new URL(address);
	const isOwn = `${url.protocol}//${url.host}` === origin && url.pathname.startsWith(`${root}/`);
	if (!isOwn || url.username !== '' || url.password !== '') refuse();
	return url;
}

/** Headers that COS lets a request sign; what else there is may change on its way. */
const isSigned = (name: string) =>
	/^(?:content-(?:disposition|encoding|md5|type)|x-cos-.+)$/.test(name);

function signedHeaders(headers: IHttpRequestOptions['headers'], host: string) {
	const own = Object.entries(headers ?? {})
		.map(([name, value]) => [name.toLowerCase(), String(value)] as const)
		.filter(([name]) => isSigned(name));
	return { ...Object.fromEntries(own), host };
}

/** The query of an address and what is given beside it, as one. */
function queryOf(url: URL, qs: IHttpRequestOptions['qs']): Record<string, string> {
	const beside = Object.entries(qs ?? {}).map(([name, value]) => [name, String(value)]);
	return Object.fromEntries([...url.searchParams.entries(), ...beside]);
}

/** A path as it is meant. */
function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return refuse();
	}
}

/**
 * Signs one request for the bucket. Serves the node and n8n's HTTP Request node alike. Any other
 * protocol, host or port is refused, and so is any other way there. Redirects are off.
 *
 * @throws CredentialError before anything is sent.
 */
export async function authenticateCos(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const bucket = readBucket(credentials);
	const signed: AnyRequest = { ...request };
	const url = ownAddress(signed, bucket);
	checkConnection({ ...signed }, url.host);
	const query = queryOf(url, signed.qs);
	// Written out here, since HTTP clients differ in how they encode a query.
	url.search = Object.entries(query)
		.map(([name, value]) => `${encodeForCos(name)}=${encodeForCos(value)}`)
		.join('&');
	const now = Math.floor(Date.now() / 1000);
	const authorization = cosSignature(
		bucket,
		{
			method: signed.method ?? 'GET',
			path: decoded(url.pathname),
			query,
			headers: signedHeaders(signed.headers, url.host),
		},
		{ from: now - slack, to: now + lifetime },
	);
	if (signed.uri !== undefined) signed.uri = url.href;
	if (signed.url !== undefined) signed.url = url.href;
	delete signed.baseURL;
	delete signed.qs;
	signed.disableFollowRedirect = true;
	signed.followRedirect = false;
	signed.followAllRedirects = false;
	signed.headers = { ...signed.headers, Authorization: authorization };
	return signed;
}
