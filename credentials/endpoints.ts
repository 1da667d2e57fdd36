import type { INodePropertyOptions } from 'n8n-workflow';
import { CredentialError } from './credentialError';
import { originOf } from './ownHost';

interface DataCentre {
	name: string;
	host: string;
}

/** REST hosts by data center. Documentation: Chat > RESTful APIs > "RESTful API Overview". */
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

/** The region picker of the credential, data centers by name and the custom host last. */
export const regionOptions: INodePropertyOptions[] = [
	...Object.entries(dataCentres).map(([value, { name, host }]) => ({
		name,
		value,
		description: host,
	})),
	{
		name: 'Custom Host',
		value: customRegion,
		description: 'Your own host, for example a gateway or the simulator of this package',
	},
];

/**
 * The origin (protocol, host and port) that the REST API of an app is reached at.
 *
 * @throws CredentialError when the region is unknown or the custom host cannot be used.
 */
export function restOrigin(region: unknown, customHost: unknown): string {
	if (region === customRegion) {
		return originOf(customHost, {
			label: 'Custom Host',
			example: 'adminapisgp.im.qcloud.com',
			otherwise: "pick the data center of your app as 'Region'",
			appends: "the API's path",
			carries: 'a signature that acts as the admin of your app',
		});
	}
	if (typeof region === 'string' && Object.hasOwn(dataCentres, region)) {
		return `https://${dataCentres[region as keyof typeof dataCentres].host}`;
	}
	throw new CredentialError(
		"'Region' is not one of the data centers",
		"Pick the data center that Tencent's console shows for your app.",
	);
}
