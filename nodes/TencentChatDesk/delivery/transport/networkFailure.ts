import { type Failure, failureOf } from '../errors/failure';

/** Errors of looking up, connecting and greeting: no request left this machine. */
const unreachable: Record<string, [message: string, advice: string]> = {
	ECONNREFUSED: [
		'Nothing answers at the address of the REST API',
		"Check 'Region' and 'Custom Host' in the credential, and whether a firewall or proxy is in between.",
	],
	ENOTFOUND: [
		'The host of the REST API was not found',
		"Check the internet connection and name server of this n8n, and 'Custom Host' in the credential.",
	],
	EAI_AGAIN: [
		'The host of the REST API could not be looked up',
		'The name server of this n8n does not answer at the moment. Check its network and try again.',
	],
	EHOSTUNREACH: [
		'There is no way to the host of the REST API',
		'Check the internet connection of this n8n, its proxy and its firewall.',
	],
	ENETUNREACH: [
		'There is no network',
		'Check the internet connection of this n8n, its proxy and its firewall.',
	],
	CERT_HAS_EXPIRED: [
		'The certificate of the REST API has expired',
		'Check the clock of this n8n, and whether a proxy replaces certificates.',
	],
	DEPTH_ZERO_SELF_SIGNED_CERT: [
		'The certificate of the REST API is not trusted',
		"Check 'Custom Host', and whether a proxy replaces certificates; its certificate has to be known to n8n.",
	],
};
const certificateCodes = new Set([
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_NOT_YET_VALID',
]);

/** A greeting that failed: the request is sent after it, encrypted. Codes and texts of OpenSSL. */
const failedGreeting =
	/wrong[ _]version[ _]number|handshake[ _]failure|unsupported[ _]protocol|protocol[ _]version|unrecognized[ _]name|no[ _]protocols[ _]available|packet[ _]length[ _]too[ _]long|unexpected[ _]message|http[ _]request|before secure TLS connection was established/i;

/** Facts about an error of n8n's HTTP helper; nothing else of it may leave this file. */
interface ErrorFacts {
	code: string;
	whileConnecting: boolean;
	/** An established connection broke: the request may have been sent over it. */
	established: boolean;
}

/**
 * n8n wraps the error of its HTTP client, and deep inside hangs the request with its signature.
 * Only the error's code and system call are taken out, and whether it is about the greeting.
 */
function factsOf(error: unknown, depth = 0): ErrorFacts | undefined {
	if (typeof error !== 'object' || error === null || depth > 4) return undefined;
	const { code, syscall, cause, message } = error as Record<string, unknown>;
	const isCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
	const deeper = factsOf(cause, depth + 1);
	if (!deeper && !isCode) return undefined;
	const greeting = isTlsFailure(code) && failedGreeting.test(`${String(code)} ${String(message)}`);
	const facts = deeper ?? { code: String(code), whileConnecting: false, established: false };
	return {
		...facts,
		whileConnecting: facts.whileConnecting || syscall === 'connect' || greeting,
		established: facts.established || syscall === 'read' || syscall === 'write',
	};
}

const isTlsFailure = (code: unknown) =>
	code === 'EPROTO' || code === 'ECONNRESET' || String(code).startsWith('ERR_SSL_');

/** What is known after n8n's HTTP helper threw. */
export function networkFailure(error: unknown): Failure {
	const facts = factsOf(error);
	const code = facts?.code ?? '';
	const known = unreachable[certificateCodes.has(code) ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : code];
	// Linux may report a lost route on a connection over which the request has left already.
	if (known && (facts?.whileConnecting || !facts?.established))
		return failureOf('unreachable', ...known, { networkError: code });
	if (facts?.whileConnecting) {
		return failureOf(
			'unreachable',
			'The REST API could not be connected to',
			'Check the internet connection of this n8n, its proxy and its firewall.',
			{ networkError: code },
		);
	}
	return failureOf(
		'lost',
		'The connection broke before the answer came',
		'Check the internet connection of this n8n, then look into the conversation before sending again.',
		code === '' ? {} : { networkError: code },
	);
}
