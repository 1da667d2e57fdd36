import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { DEMO_APP } from '../../simulator/demo';

/** The id and the name by which the examples refer to their credential. */
export const DEMO_CREDENTIAL = {
	id: 'tencentChatDeskDemo',
	name: 'Tencent Chat Desk account',
} as const;

/** What a user would type into the credential form to reach a simulator's demo app. */
export function demoCredentialData(simulatorUrl: string): ICredentialDataDecryptedObject {
	return {
		sdkAppId: DEMO_APP.sdkAppId,
		identifier: DEMO_APP.admins[0] ?? '',
		secretKey: DEMO_APP.secretKey,
		region: 'custom',
		customHost: simulatorUrl,
		signatureLifetime: 86400,
	};
}
