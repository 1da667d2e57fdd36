import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Files of a certificate for this machine that nobody trusts unless told to. */
export interface Certificate {
	certificate: string;
	key: string;
}

/** Makes a certificate for localhost that lasts a few days. Throws when there is no `openssl`. */
export function makeCertificate(folder: string): Certificate {
	const certificate = join(folder, 'certificate.pem');
	const key = join(folder, 'key.pem');
	const made = spawnSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
			...['-keyout', key, '-out', certificate, '-days', '3', '-subj', '/CN=localhost'],
			...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
		],
		{ encoding: 'utf8' },
	);
	if (made.error) {
		throw new Error(
			'The TLS run needs the command "openssl" to make a certificate (Debian: apt install openssl).',
		);
	}
	if (made.status !== 0) throw new Error(`openssl made no certificate:\n${made.stderr}`);
	return { certificate, key };
}
