import { join } from 'node:path';

import { outputOf } from '../../test/harness/processes';

/** Files of a certificate for this machine that nobody trusts unless told to. */
export interface Certificate {
	certificate: string;
	key: string;
}

/** Makes a certificate for localhost that lasts a few days. Throws when there is no `openssl`. */
export function makeCertificate(folder: string): Certificate {
	const certificate = join(folder, 'certificate.pem');
	const key = join(folder, 'key.pem');
	try {
		outputOf('openssl', [
			...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
			...['-keyout', key, '-out', certificate, '-days', '3', '-subj', '/CN=localhost'],
			...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
		]);
	} catch (cause) {
		throw new Error(
			'The TLS run needs the command "openssl" to make a certificate (Debian: apt install openssl).',
			{ cause },
		);
	}
	return { certificate, key };
}
