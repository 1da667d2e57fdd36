import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { authenticateCos } from '../../../../credentials/cos/authenticate';
import { objectAddress, readBucket } from '../../../../credentials/cos/bucket';
import { isOwnError } from '../errors/nodeErrors';
import { Redactor } from '../transport/redact';
import { refusedByCos, unreachableCos } from './cosFailure';

const body = 'Written by the test of the credential in n8n. It may be deleted.';
const timeout = 20_000;

interface HelperResponse {
	statusCode: number;
	body?: unknown;
}

const failed = (message: string, advice: string): INodeCredentialTestResult => ({
	status: 'Error',
	message: `${message}. ${advice}`,
});

/**
 * Writes a small file, for that is what the credential is for: reading rights, or a bucket that can be
 * seen, prove nothing about it.
 */
export async function cosConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const redactor = new Redactor();
	// The one helper that n8n gives to a test of a credential.
	const { helpers } = this;
	try {
		const bucket = readBucket(data);
		redactor.know(bucket.secretKey);
		const key = [bucket.folder, 'connection-test.txt'].filter((part) => part !== '').join('/');
		const { url, headers } = await authenticateCos(data, {
			method: 'PUT',
			url: objectAddress(bucket, key),
			headers: { 'Content-Type': 'text/plain' },
		});
		const response = (await helpers.request({
			method: 'PUT',
			uri: url,
			headers,
			body,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			followAllRedirects: false,
			timeout,
		})) as HelperResponse;
		const text = typeof response.body === 'string' ? redactor.clean(response.body) : '';
		if (response.statusCode >= 200 && response.statusCode < 300) {
			return { status: 'OK', message: 'Connection successful!' };
		}
		const { message, advice } = refusedByCos(response.statusCode, text);
		return failed(message, advice);
	} catch (error) {
		if (isOwnError(error)) return failed(error.problem, error.advice);
		const { message, advice } = unreachableCos(error);
		return failed(message, advice);
	}
}
