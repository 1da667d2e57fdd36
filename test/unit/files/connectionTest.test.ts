import type { ICredentialTestFunctions } from 'n8n-workflow';

import { cosConnection } from '../../../nodes/TencentChatDesk/delivery/files/connectionTest';
import { cosCredentials } from './support/cos';

/** What the test of a credential says, and what it asked for. */
async function tested(serve: () => unknown, change: object = {}) {
	const request = jest.fn(
		async (_options: Record<string, unknown>) => await Promise.resolve(serve()),
	);
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const result = await cosConnection.call(context, {
		id: '1',
		name: 'COS',
		type: 'tencentCosApi',
		data: { ...cosCredentials, ...change },
	});
	return { result, asked: request.mock.calls.map(([options]) => options) };
}

describe('the test of a credential of COS', () => {
	it('writes a small text into the folder of the bucket', async () => {
		const { asked } = await tested(() => ({ statusCode: 200 }), { folder: 'n8n' });
		expect(asked).toMatchObject([
			{
				method: 'PUT',
				uri: expect.stringMatching(/myqcloud\.com\/n8n\/connection-test\.txt$/) as string,
				headers: { 'Content-Type': 'text/plain' },
				body: expect.stringMatching(/may be deleted/) as string,
				followRedirect: false,
			},
		]);
		const { asked: inRoot } = await tested(() => ({ statusCode: 200 }));
		expect(inRoot[0]!.uri).toMatch(/myqcloud\.com\/connection-test\.txt$/);
	});

	it.each([200, 204, 299])('is good at HTTP status %d', async (statusCode) => {
		const { result } = await tested(() => ({ statusCode }));
		expect(result).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each([199, 300, 302, 403])(
		'is bad at HTTP status %d, whatever it brings',
		async (statusCode) => {
			for (const body of [undefined, { a: 1 }, 7]) {
				const { result } = await tested(() => ({ statusCode, body }));
				expect(result.status).toBe('Error');
				expect(result.message).toContain(
					`The host of the bucket refused the upload with HTTP status ${statusCode}. Check`,
				);
			}
		},
	);

	it('says what COS refused, and what to do about it, without the key', async () => {
		const body = `<Error><Code>SignatureDoesNotMatch</Code><Message>${cosCredentials.secretKey}</Message></Error>`;
		const { result } = await tested(() => ({ statusCode: 403, body }));
		expect(result.message).toMatch(
			/^'SecretKey' does not belong to this 'SecretId'\. Copy both again/,
		);
		expect(JSON.stringify(result)).not.toContain(cosCredentials.secretKey);
	});

	it('says what is missing, and that the bucket was not reached', async () => {
		const { result, asked } = await tested(() => ({ statusCode: 200 }), { secretId: '' });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('is empty. '),
		});
		expect(asked).toEqual([]);

		const broken = await tested(() => {
			throw Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
		});
		expect(broken.result.message).toMatch(/^The host of the bucket was not found\. Check 'Region'/);
	});
});
