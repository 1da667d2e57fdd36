import { createHash, createHmac } from 'crypto';

/** Whose signature it is. */
export interface CosKeys {
	secretId: string;
	secretKey: string;
}

/** What is signed of a request. Nothing of it may change on its way. */
export interface CosRequest {
	method: string;
	/** The path as it is meant, with a slash in front and without percent signs. */
	path: string;
	query?: Readonly<Record<string, string>>;
	headers?: Readonly<Record<string, string>>;
}

/** From when until when it is good, in Unix seconds. */
export interface CosTime {
	from: number;
	to: number;
}

/** Beyond what JavaScript encodes, COS wants five more characters encoded. */
export const encodeForCos = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);

const hmac = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex');
const digest = (text: string) => createHash('sha1').update(text).digest('hex');

/** Names and values as they are signed: encoded, the names in small letters and in their order. */
function listed(values: Readonly<Record<string, string>> = {}): { names: string; pairs: string } {
	const entries = Object.entries(values)
		.map(([name, value]) => [encodeForCos(name).toLowerCase(), encodeForCos(value)] as const)
		.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
	return {
		names: entries.map(([name]) => name).join(';'),
		pairs: entries.map((entry) => entry.join('=')).join('&'),
	};
}

/**
 * COS's signature of a request, as the value of its `Authorization` header or, with each value
 * encoded, as the query of an address that others may open.
 * Documentation: COS > "Request Signature" (cloud.tencent.com/document/product/436/7778).
 */
export function cosSignature(keys: CosKeys, request: CosRequest, time: CosTime): string {
	const keyTime = `${time.from};${time.to}`;
	const query = listed(request.query);
	const headers = listed(request.headers);
	const httpString = `${request.method.toLowerCase()}\n${request.path}\n${query.pairs}\n${headers.pairs}\n`;
	const stringToSign = `sha1\n${keyTime}\n${digest(httpString)}\n`;
	const signature = hmac(hmac(keys.secretKey, keyTime), stringToSign);
	return [
		'q-sign-algorithm=sha1',
		`q-ak=${keys.secretId}`,
		`q-sign-time=${keyTime}`,
		`q-key-time=${keyTime}`,
		`q-header-list=${headers.names}`,
		`q-url-param-list=${query.names}`,
		`q-signature=${signature}`,
	].join('&');
}
