import { CredentialError } from './credentialError';

/** How a host that the user names is spoken of in errors. */
export interface HostWords {
	label: string;
	/** Such as `adminapisgp.im.qcloud.com`. */
	example: string;
	/** What to do in place of naming one. */
	otherwise: string;
	/** What is put behind the host. */
	appends: string;
	/** What every request carries that nobody else may read. */
	carries: string;
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Protocol, host and port of a host that the user names: https, or this machine.
 *
 * @throws CredentialError naming the field.
 */
export function originOf(host: unknown, words: HostWords): string {
	const { label, example, otherwise, appends, carries } = words;
	const text = typeof host === 'string' ? host.trim() : '';
	if (text === '') {
		throw new CredentialError(
			`'${label}' is empty`,
			`Enter a host such as '${example}', or ${otherwise}.`,
		);
	}
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url) {
		throw new CredentialError(
			`'${label}' is not a host name`,
			`Enter a host such as '${example}', with a port where it needs one.`,
		);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new CredentialError(
			`'${label}' does not start with https://`,
			'Enter the host alone; https:// is used unless you write otherwise.',
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new CredentialError(
			`'${label}' holds a user name or a password`,
			"Enter the host alone, without anything before an '@'.",
		);
	}
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
		throw new CredentialError(
			`'${label}' has a path`,
			`Enter the host alone, without anything behind it: the node adds ${appends} itself.`,
		);
	}
	if (url.protocol === 'http:' && !loopbackHosts.has(url.hostname)) {
		throw new CredentialError(
			`'${label}' uses http:// without encryption`,
			`Use https://. Plain http:// is accepted for this machine (localhost) only, because every request carries ${carries}.`,
		);
	}
	return url.origin;
}
