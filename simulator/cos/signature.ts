import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came in. */
export interface SignedRequest {
	method: string;
	/** Path and query, as they stood in the first line of the request. */
	url: string;
	headers: Record<string, string | string[] | undefined>;
}

/** The parts of a signature, COS > "Request Signature", step 7. */
export interface SignatureParts {
	secretId: string;
	keyTime: string;
	signTime: string;
	headerList: string[];
	parameterList: string[];
	signature: string;
}

/** Names and values of a query as they stand there, still encoded. */
function pairsOf(query: string): Array<[string, string]> {
	return query
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const at = pair.indexOf('=');
			return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
		});
}

/** UrlEncode of the page: RFC 3986, with nothing but letters, digits and -_.~ left as it is. */
function urlEncode(text: string): string {
	return [...Buffer.from(text)]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			if (/[A-Za-z0-9\-_.~]/.test(character)) return character;
			return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}

const queryOf = (url: string) => url.split('?').slice(1).join('?');

/** The signature that a request brings, in its header or in its address. */
export function signatureIn({ url, headers }: SignedRequest): SignatureParts | undefined {
	const header = headers.authorization;
	const given =
		typeof header === 'string' && header.startsWith('q-')
			? pairsOf(header)
			: pairsOf(queryOf(url)).map(([name, value]): [string, string] => [
					name,
					decodeURIComponent(value),
				]);
	const values = new Map(given);
	if (values.get('q-sign-algorithm') !== 'sha1') return undefined;
	const list = (name: string) => (values.get(name) ?? '').split(';').filter((one) => one !== '');
	return {
		secretId: values.get('q-ak') ?? '',
		signTime: values.get('q-sign-time') ?? '',
		keyTime: values.get('q-key-time') ?? '',
		headerList: list('q-header-list'),
		parameterList: list('q-url-param-list'),
		signature: values.get('q-signature') ?? '',
	};
}

/** The names of a list with the values that the request really has, as they are signed. */
function listed(names: readonly string[], values: ReadonlyMap<string, string>): string {
	return names.map((name) => `${name}=${urlEncode(values.get(name) ?? '')}`).join('&');
}

/** Whether the signature was made with this key for just this request. */
export function isSignedBy(
	secretKey: string,
	{ method, url, headers }: SignedRequest,
	parts: SignatureParts,
): boolean {
	const parameters = new Map(
		pairsOf(queryOf(url)).map(([name, value]) => [
			urlEncode(decodeURIComponent(name)).toLowerCase(),
			decodeURIComponent(value),
		]),
	);
	const headerValues = new Map(
		Object.entries(headers).map(([name, value]) => [urlEncode(name.toLowerCase()), String(value)]),
	);
	const hmac = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex');
	const httpString = [
		method.toLowerCase(),
		decodeURIComponent(url.split('?', 1)[0] ?? ''),
		listed(parts.parameterList, parameters),
		listed(parts.headerList, headerValues),
		'',
	].join('\n');
	const digest = createHash('sha1').update(httpString).digest('hex');
	const stringToSign = ['sha1', parts.signTime, digest, ''].join('\n');
	const expected = Buffer.from(hmac(hmac(secretKey, parts.keyTime), stringToSign));
	const given = Buffer.from(parts.signature);
	return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Whether a time such as `1557902800;1557910000` has begun and is not over, in Unix seconds. */
export function isWithin(time: string, now: number): boolean {
	const [from, to] = time.split(';').map(Number);
	return from !== undefined && to !== undefined && from <= now && now <= to;
}
