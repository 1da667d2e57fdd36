import {
	refusedByCos,
	unreachableCos,
	xmlField,
} from '../../../nodes/TencentChatDesk/delivery/files/cosFailure';

const xml = (code: string, message = 'words', requestId = 'r1') =>
	`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId></Error>`;

describe('a field of the XML of COS', () => {
	it('is its text, and nothing where it is not there', () => {
		expect(xmlField(xml('NoSuchBucket'), 'Message')).toBe('words');
		expect(xmlField('<html>502</html>', 'Message')).toBeUndefined();
	});
});

describe('a refusal of COS', () => {
	it('has its facts as data, and no field that COS did not tell', () => {
		expect(refusedByCos(404, xml('NoSuchBucket')).data).toStrictEqual({
			httpStatus: 404,
			cosCode: 'NoSuchBucket',
			cosMessage: 'words',
			cosRequestId: 'r1',
		});
		expect(refusedByCos(404, '<html></html>').data).toStrictEqual({ httpStatus: 404 });
	});

	it('shows three hundred letters of what COS said', () => {
		const { data } = refusedByCos(403, xml('AccessDenied', 'x'.repeat(1_000)));
		expect(data.cosMessage).toBe('x'.repeat(300));
	});

	it.each([
		['SignatureDoesNotMatch', 403, "'SecretKey' does not belong"],
		['InvalidAccessKeyId', 403, "does not know this 'SecretId'"],
		['AccessDenied', 403, 'may not do this in the bucket'],
		['RequestTimeTooSkewed', 403, 'the time of the request is wrong'],
		['NoSuchBucket', 404, "does not know this 'Bucket'"],
		['EntityTooLarge', 400, 'larger than COS takes'],
		['UnavailableForLegalReasons', 451, 'closed for this account'],
	])('is explained by its code: %s', (code, status, words) => {
		const failure = refusedByCos(status, xml(code));
		expect(failure).toMatchObject({ kind: 'permanent', effect: 'none' });
		expect(failure.message).toContain(words);
	});

	it('is about the clock where a signature has expired', () => {
		const { message } = refusedByCos(403, xml('AccessDenied', 'Request has expired'));
		expect(message).toBe('COS says that the time of the request is wrong');
	});

	it.each([
		['InternalError', 400],
		['SlowDown', 400],
		['', 500],
		['', 503],
		['', 408],
		['', 429],
	])('passes by itself: %s with HTTP status %d', (code, status) => {
		expect(refusedByCos(status, xml(code))).toMatchObject({
			kind: 'transient',
			message: 'COS has trouble at the moment, so the file could not be uploaded',
			advice: 'Run the item again in a few minutes.',
		});
	});

	it.each([407, 409, 428, 430, 499])('lasts without a code at HTTP status %d', (status) => {
		expect(refusedByCos(status, '')).toMatchObject({
			kind: 'permanent',
			message: `The host of the bucket refused the upload with HTTP status ${status}`,
			advice: "Check the credential 'Tencent COS API', and COS's page of error codes.",
		});
	});

	it('is named by its code where nothing is known of it, also where it is a word of JavaScript', () => {
		for (const code of ['MalformedXML', 'constructor']) {
			expect(refusedByCos(400, xml(code))).toMatchObject({
				kind: 'permanent',
				message: `COS refused the upload: ${code}`,
			});
		}
	});

	it('is about an unpaid bill or a full storage where its status says so', () => {
		expect(refusedByCos(451, '')).toMatchObject({
			kind: 'permanent',
			message: 'COS is closed for this account',
		});
		expect(refusedByCos(507, '')).toMatchObject({
			kind: 'permanent',
			message: 'The storage is full',
		});
	});
});

describe('a bucket that was not reached', () => {
	const broken = (code: string, syscall?: string) =>
		unreachableCos(Object.assign(new Error(code), { code, syscall }));

	it('may not be there', () => {
		const failure = broken('ENOTFOUND', 'getaddrinfo');
		expect(failure).toMatchObject({
			kind: 'permanent',
			message: 'The host of the bucket was not found',
			data: { networkError: 'ENOTFOUND' },
		});
		expect(failure.advice).toMatch(/^Check 'Region', 'Bucket' and 'Custom Host'/);
	});

	it.each([
		['ECONNREFUSED', 'connect', 'unreachable'],
		['ECONNRESET', 'read', 'transient'],
	])('is tried again: %s at %s', (code, syscall, kind) => {
		const failure = broken(code, syscall);
		expect(failure).toMatchObject({ kind, message: 'The connection to the bucket broke' });
		expect(failure.advice).toMatch(/^Check the internet connection of this n8n/);
	});
});
