import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { demoApp, demoBucket } from '../../simulator/demo';
import type { CredentialImport } from './n8n/setUp';
import { cosCredentialType, credentialType } from './project';

/** The id and the name by which the examples refer to their credential. */
export const demoCredential = {
	id: 'tencentChatDeskDemo',
	name: 'Tencent Chat Desk account',
} as const;

/** What a user would type into the credential form to reach a simulator's demo app. */
export function demoCredentialData(simulatorUrl: string): ICredentialDataDecryptedObject {
	return {
		sdkAppId: demoApp.sdkAppId,
		identifier: demoApp.admins[0] ?? '',
		secretKey: demoApp.secretKey,
		region: 'custom',
		customHost: simulatorUrl,
		signatureLifetime: 86400,
	};
}

/** The same for the credential of files. */
export const demoCosCredential = { id: 'tencentCosDemo', name: 'Tencent COS account' } as const;

/** What a user would type into the form of COS to reach a simulator's bucket. */
export function demoCosCredentialData(simulatorUrl: string): ICredentialDataDecryptedObject {
	return {
		secretId: demoBucket.secretId,
		secretKey: demoBucket.secretKey,
		bucket: demoBucket.name,
		region: 'ap-singapore',
		folder: 'n8n',
		customDomain: '',
		customHost: simulatorUrl,
	};
}

/** The credential of a simulator's demo app, as n8n stores it. */
export const demoCredentialFor = (simulatorUrl: string): CredentialImport => ({
	...demoCredential,
	type: credentialType,
	data: demoCredentialData(simulatorUrl),
});

/** The same for its bucket. */
export const demoCosCredentialFor = (simulatorUrl: string): CredentialImport => ({
	...demoCosCredential,
	type: cosCredentialType,
	data: demoCosCredentialData(simulatorUrl),
});
