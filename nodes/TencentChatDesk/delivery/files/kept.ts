import { CredentialError } from '../../../../credentials/credentialError';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { ItemError } from '../errors/nodeErrors';

/**
 * The same reason, with the files that are uploaded all the same: they stay in the bucket.
 *
 * @param addresses without signatures
 */
export function withKeptFiles(error: ItemError, addresses: readonly string[] = []): ItemError {
	if (addresses.length === 0 || error instanceof CredentialError) return error;
	const advice = `${error.advice} The file was uploaded before, and is kept at ${addresses.join(' and ')}.`;
	if (error instanceof InvalidParameter) return new InvalidParameter(error.problem, advice);
	return { ...error, advice, data: { ...error.data, uploadedFiles: [...addresses] } };
}
