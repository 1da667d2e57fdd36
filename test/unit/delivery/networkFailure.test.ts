import { networkFailure } from '../../../nodes/TencentChatDesk/delivery/transport/networkFailure';
import { findSecrets } from '../../harness/secrets';

const signature =
	'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__';
const url = `https://console.tim.qq.com/v4/openim/sendmsg?identifier=administrator&usersig=${signature}`;

/** An error as Node throws it, with everything that an HTTP client hangs on it. */
const broken = (code: unknown, syscall?: string, more: object = {}) =>
	Object.assign(new Error(`${String(code)} ${url}`), {
		code,
		syscall,
		config: { url, params: { usersig: signature } },
		request: { path: url },
		...more,
	});

/** The same behind so many layers of wrapping. */
const wrapped = (error: unknown, layers: number): unknown =>
	layers === 0 ? error : broken(undefined, undefined, { cause: wrapped(error, layers - 1) });

it('is in doubt where the words of a failed TLS greeting come from something else', () => {
	const error = Object.assign(new Error('unexpected message'), { code: 'HPE_INVALID_CONSTANT' });
	expect(networkFailure(error)).toMatchObject({ kind: 'lost', effect: 'unknown' });
	const greeting = Object.assign(new Error('unexpected message'), { code: 'ERR_SSL_SOMETHING' });
	expect(networkFailure(greeting)).toMatchObject({ kind: 'unreachable', effect: 'none' });
});

describe.each([0, 1, 2, 3, 4])('an error behind %d others', (layers) => {
	const failureFrom = (code: unknown, syscall?: string) =>
		networkFailure(wrapped(broken(code, syscall), layers));

	it.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['EHOSTUNREACH', 'connect'],
		['ENETUNREACH', 'connect'],
		['ETIMEDOUT', 'connect'],
		['ECONNRESET', 'connect'],
		['CERT_HAS_EXPIRED', undefined],
		['DEPTH_ZERO_SELF_SIGNED_CERT', undefined],
		['SELF_SIGNED_CERT_IN_CHAIN', undefined],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', undefined],
		['ERR_TLS_CERT_ALTNAME_INVALID', undefined],
		['CERT_NOT_YET_VALID', undefined],
	])('says that nothing was sent for %s (%s)', (code, syscall) => {
		expect(failureFrom(code, syscall)).toMatchObject({
			kind: 'unreachable',
			effect: 'none',
			data: { networkError: code },
		});
	});

	it.each([
		['ECONNRESET', 'read'],
		['ECONNRESET', undefined],
		['EPIPE', 'write'],
		['ETIMEDOUT', 'read'],
		['ECONNABORTED', undefined],
		['ERR_STREAM_PREMATURE_CLOSE', undefined],
		['HPE_INVALID_CONSTANT', undefined],
		['Z_DATA_ERROR', undefined],
		['EHOSTUNREACH', 'read'],
		['EHOSTUNREACH', 'write'],
		['ENETUNREACH', 'write'],
		['ECONNREFUSED', 'read'],
	])('leaves in doubt what was done for %s (%s)', (code, syscall) => {
		expect(failureFrom(code, syscall)).toMatchObject({
			kind: 'lost',
			effect: 'unknown',
			data: { networkError: code },
		});
	});

	it.each([
		['EPROTO', 'write EPROTO 0A00010B:SSL routines:ssl3_get_record:wrong version number'],
		['EPROTO', 'write EPROTO 0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure'],
		['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tlsv1 alert protocol version'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'],
		[
			'ECONNRESET',
			'Client network socket disconnected before secure TLS connection was established',
		],
	])('says that nothing was sent after a greeting that failed (%s: %s)', (code, message) => {
		const failed = Object.assign(new Error(message), { code, syscall: undefined });
		expect(networkFailure(wrapped(failed, layers))).toMatchObject({
			kind: 'unreachable',
			effect: 'none',
			data: { networkError: code },
		});
	});

	it.each([
		['EPROTO', 'SSL routines:ssl3_get_record:decryption failed or bad record mac'],
		['ECONNRESET', 'socket hang up'],
	])('leaves in doubt what breaks after it (%s: %s)', (code, message) => {
		const failed = Object.assign(new Error(message), { code });
		expect(networkFailure(wrapped(failed, layers)).effect).toBe('unknown');
	});

	it('gives away nothing of the request', () => {
		const written = JSON.stringify([
			failureFrom('ECONNRESET', 'read'),
			failureFrom('ECONNREFUSED', 'connect'),
			failureFrom(url),
			failureFrom(`usersig=${signature}`),
			failureFrom(undefined),
		]);
		expect(findSecrets(written, { secretKey: 'not part of this' })).toEqual([]);
		expect(written).not.toMatch(/usersig|tim\.qq\.com|sendmsg/);
	});
});

describe('what is said about', () => {
	it.each<[code: string, syscall: string | undefined, message: RegExp, advice: RegExp]>([
		['ECONNREFUSED', 'connect', /^Nothing answers at the address/, /'Region' and 'Custom Host'/],
		['ENOTFOUND', 'getaddrinfo', /host .* was not found/, /name server .* 'Custom Host'/],
		['EAI_AGAIN', 'getaddrinfo', /could not be looked up/, /name server .* try again/],
		['EHOSTUNREACH', 'connect', /no way to the host/, /internet connection .* firewall/],
		['ENETUNREACH', 'connect', /no network/, /internet connection .* firewall/],
		['CERT_HAS_EXPIRED', undefined, /certificate .* expired/, /clock of this n8n/],
		['SELF_SIGNED_CERT_IN_CHAIN', undefined, /certificate .* not trusted/, /known to n8n/],
		['ETIMEDOUT', 'connect', /could not be connected to/, /internet connection .* firewall/],
		['ECONNRESET', 'read', /connection broke/, /look into the conversation before sending again/],
	])('%s (%s) is what happened and what to do', (code, syscall, message, advice) => {
		expect(networkFailure(broken(code, syscall))).toMatchObject({
			message: expect.stringMatching(message) as string,
			advice: expect.stringMatching(advice) as string,
		});
	});
});

describe('an error that does not say itself that it came while connecting', () => {
	it('is taken at the word of the one around it', () => {
		const around = broken(undefined, 'connect', { cause: broken('ECONNRESET') });
		expect(networkFailure(around)).toMatchObject({
			kind: 'unreachable',
			data: { networkError: 'ECONNRESET' },
		});
	});
});

describe('anything else that may be thrown', () => {
	const circular: { cause?: unknown } = {};
	circular.cause = circular;

	it.each([
		['nothing', undefined],
		['null', null],
		['a text', url],
		['an error without a code', new Error(url)],
		['a code that is a number', broken(404)],
		['a code in a list', broken(['ECONNREFUSED'])],
		['a code that is an address', broken(url)],
		['a code with an address behind it', broken(`ECONNRESET ${url}`)],
		['a code with an address before it', broken(`${url} ECONNRESET`)],
		['a code in small letters', broken('econnreset')],
		['a code deeper down than anybody wraps', wrapped(broken('ECONNREFUSED', 'connect'), 5)],
		['an error that is its own cause', circular],
		['a cause that is a text', { cause: url }],
	])('is taken for a doubt, not for a proof that nothing was sent: %s', (_what, error) => {
		const failure = networkFailure(error);
		expect(failure).toMatchObject({ kind: 'lost', effect: 'unknown' });
		expect(failure.data).toEqual({});
	});
});
