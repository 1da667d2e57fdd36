import { CredentialError } from './credentialError';

/** A request as n8n's helpers and the HTTP clients below them, past and present, may take it. */
type Options = Readonly<Record<string, unknown>>;

/**
 * Options that lead a request another way than to the host in its address, or let somebody else
 * answer in the name of that host. n8n takes the first today; the others are those of Node and of
 * the HTTP clients that n8n has used (request, axios, undici), in case it hands them on.
 */
const detours = [
	'proxy',
	'adapter',
	'agent',
	'agentClass',
	'agents',
	'beforeRedirect',
	'ca',
	'checkServerIdentity',
	'createConnection',
	'dispatcher',
	'host',
	'hostname',
	'httpAgent',
	'httpsAgent',
	'insecureHTTPParser',
	'interceptors',
	'lookup',
	'path',
	'pool',
	'port',
	'secureContext',
	'secureOptions',
	'servername',
	'socketPath',
	'transport',
	'tunnel',
];

/** Switches that leave out the check of the certificate when they are on. */
const uncheckedWhenOn = ['allowUnauthorizedCerts', 'insecure', 'skipSslCertificateValidation'];
/** Switches that leave it out when they are anything but on. */
const uncheckedUnlessOn = ['rejectUnauthorized', 'strictSSL'];

/** A certificate of one's own shows who calls, and changes nothing about who is called. */
const ownCertificate = new Set(['cert', 'key', 'passphrase', 'pfx']);

const otherWay = () =>
	new CredentialError(
		"This credential does not sign requests that go through a 'Proxy' or over a connection of their own",
		"The signature acts as the admin of your app, and whoever the request passes could read it. Remove 'Proxy' from the options of the node. Where n8n itself needs a proxy, its administrator sets HTTPS_PROXY; that is used for this request too.",
	);

const unchecked = () =>
	new CredentialError(
		"This credential does not sign requests with 'Ignore SSL Issues'",
		"The signature acts as the admin of your app, and without a check of the certificate anybody could take it. Turn 'Ignore SSL Issues (Insecure)' off. A host with your own certificate is trusted when n8n's administrator names its issuer in NODE_EXTRA_CA_CERTS.",
	);

const foreignIssuer = () =>
	new CredentialError(
		"This credential does not sign requests that bring their own 'CA' or TLS settings",
		"The signature acts as the admin of your app, so it is the administrator of n8n who says which certificates to trust: in NODE_EXTRA_CA_CERTS. Remove 'CA' from the SSL certificate of the node; a client certificate with its key may stay.",
	);

const foreignHostHeader = () =>
	new CredentialError(
		"This credential does not sign requests with a 'Host' header of another host",
		"The signature acts as the admin of your app, and servers pass requests on by that header. Remove 'Host' from the headers of the node.",
	);

/** Set to something: what forms leave empty, and a switch that is off, is as good as left out. */
const isSet = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && value !== false;

const isOff = (value: unknown): boolean => value !== undefined && value !== true;

function checkAgentOptions(given: unknown): void {
	if (!isSet(given)) return;
	if (typeof given !== 'object') throw otherWay();
	for (const [name, value] of Object.entries(given as Options)) {
		if (name === 'rejectUnauthorized' && isOff(value)) throw unchecked();
		if (name !== 'rejectUnauthorized' && isSet(value) && !ownCertificate.has(name)) {
			throw foreignIssuer();
		}
	}
}

function checkHostHeader(headers: unknown, host: string): void {
	if (typeof headers !== 'object' || headers === null) return;
	for (const [name, value] of Object.entries(headers as Options)) {
		if (name.trim().toLowerCase() !== 'host' || !isSet(value)) continue;
		if (typeof value !== 'string' || value.trim().toLowerCase() !== host) throw foreignHostHeader();
	}
}

/**
 * Makes sure that a request goes straight to the host in its address, over a connection that shows
 * whose it is. Whoever may use a credential in a workflow chooses the options of the request, and
 * could otherwise read the signature on its way. Nothing is taken out in silence: a request that
 * goes another way than its author meant is no help. What n8n's environment says about proxies and
 * certificates is its administrator's choice, and stays.
 *
 * @param host that of the checked address, with a port where it is not the usual one
 * @throws CredentialError that names the option to remove
 */
export function checkConnection(options: Options, host: string): void {
	checkAgentOptions(options.agentOptions);
	if (uncheckedWhenOn.some((name) => isSet(options[name]))) throw unchecked();
	if (uncheckedUnlessOn.some((name) => isOff(options[name]))) throw unchecked();
	if (detours.some((name) => isSet(options[name]))) throw otherWay();
	checkHostHeader(options.headers, host);
}
