import type { INodePropertyOptions } from 'n8n-workflow';
import { CredentialError } from './credentialError';

interface DataCentre {
	name: string;
	host: string;
}

/** REST hosts by data centre. Documentation: Chat > RESTful APIs > "RESTful API Overview". */
const dataCentres = {
	china: { name: 'China (Mainland)', host: 'console.tim.qq.com' },
	frankfurt: { name: 'Frankfurt', host: 'adminapiger.im.qcloud.com' },
	jakarta: { name: 'Jakarta', host: 'adminapiidn.im.qcloud.com' },
	mumbai: { name: 'Mumbai (Legacy)', host: 'adminapiind.im.qcloud.com' },
	riyadh: { name: 'Riyadh', host: 'adminapiksa.im.qcloud.com' },
	seoul: { name: 'Seoul', host: 'adminapikr.im.qcloud.com' },
	siliconValley: { name: 'Silicon Valley', host: 'adminapiusa.im.qcloud.com' },
	singapore: { name: 'Singapore', host: 'adminapisgp.im.qcloud.com' },
	tokyo: { name: 'Tokyo', host: 'adminapijpn.im.qcloud.com' },
} as const satisfies Record<string, DataCentre>;

/** The value of the region picker for a host that the user names. */
export const customRegion = 'custom';

/** The region picker of the credential, data centres by name and the custom host last. */
export const regionOptions: INodePropertyOptions[] = [
	...Object.entries(dataCentres).map(([value, { name, host }]) => ({
		name,
		value,
		description: host,
	})),
	{
		name: 'Custom Host',
		value: customRegion,
		description: 'A host of your own, for example a gateway or the simulator of this package',
	},
];

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

function customOrigin(customHost: unknown): string {
	const text = typeof customHost === 'string' ? customHost.trim() : '';
	if (text === '') {
		throw new CredentialError(
			"'Custom Host' is empty",
			"Enter a host such as 'adminapisgp.im.qcloud.com', or pick the data centre of your app as 'Region'.",
		);
	}
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url) {
		throw new CredentialError(
			"'Custom Host' is not a host name",
			"Enter a host such as 'adminapisgp.im.qcloud.com', with a port where it needs one.",
		);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new CredentialError(
			"'Custom Host' does not start with https://",
			'Enter the host alone; https:// is used unless you write otherwise.',
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new CredentialError(
			"'Custom Host' holds a user name or a password",
			"Enter the host alone, without anything before an '@'.",
		);
	}
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
		throw new CredentialError(
			"'Custom Host' has a path",
			"Enter the host alone, without anything behind it: the node adds the API's path itself.",
		);
	}
	if (url.protocol === 'http:' && !loopbackHosts.has(url.hostname)) {
		throw new CredentialError(
			"'Custom Host' uses http:// without encryption",
			'Use https://. Plain http:// is accepted for this machine (localhost) only, because every request carries a signature that acts as the admin of your app.',
		);
	}
	return url.origin;
}

/**
 * The origin (protocol, host and port) that the REST API of an app is reached at.
 *
 * @throws CredentialError when the region is unknown or the custom host cannot be used.
 */
export function restOrigin(region: unknown, customHost: unknown): string {
	if (region === customRegion) return customOrigin(customHost);
	if (typeof region === 'string' && Object.hasOwn(dataCentres, region)) {
		return `https://${dataCentres[region as keyof typeof dataCentres].host}`;
	}
	throw new CredentialError(
		"'Region' is not one of the data centres",
		"Pick the data centre that Tencent's console shows for your app.",
	);
}
