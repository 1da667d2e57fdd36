import type { Account } from '../../../../credentials/account';

/** A credential as n8n hands it over. */
export const credentials = {
	sdkAppId: 1400000001,
	identifier: 'administrator',
	secretKey: 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99',
	region: 'singapore',
};

let apps = 1_500_000_000;

/** An account that nobody has used yet. */
export function newAccount(): Account {
	apps += 1;
	return {
		sdkAppId: apps,
		identifier: credentials.identifier,
		secretKey: credentials.secretKey,
		origin: 'https://console.tim.qq.com',
		signatureLifetime: 86_400,
	};
}
