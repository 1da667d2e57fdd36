import type { IExecuteFunctions } from 'n8n-workflow';

import { CredentialError } from '../../../credentials/credentialError';
import { access, unreadable } from '../../../nodes/TencentChatDesk/delivery/transport/access';
import { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';

const stored = {
	sdkAppId: '1400000001',
	identifier: 'administrator',
	secretKey: 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99',
	region: 'singapore',
};

/** A node whose credential holds this. */
function nodeWith(credentials: object) {
	const getCredentials = jest.fn(async () => await Promise.resolve(credentials));
	return { context: { getCredentials } as unknown as IExecuteFunctions, getCredentials };
}

describe('the access to the API', () => {
	it('comes from the credential of the node, read once', async () => {
		const { context, getCredentials } = nodeWith(stored);
		const granted = await access(context);
		expect(granted.account).toMatchObject({
			sdkAppId: 1400000001,
			origin: 'https://adminapisgp.im.qcloud.com',
		});
		expect(granted.client).toBeInstanceOf(Client);
		expect(granted.credentials).toBe(stored);
		expect(getCredentials.mock.calls).toEqual([['tencentChatDeskApi']]);
	});

	it.each([
		["Tencent's own", stored, false],
		["the user's own", { ...stored, region: 'custom', customHost: 'https://chat.example' }, true],
	])('knows whether the host is %s', async (_whose, credentials, ownHost) => {
		expect((await access(nodeWith(credentials).context)).ownHost).toBe(ownHost);
	});

	it('is not given with a credential that cannot work', async () => {
		const { context } = nodeWith({ ...stored, secretKey: '' });
		await expect(access(context)).rejects.toBeInstanceOf(CredentialError);
	});

	it('that n8n cannot give leaves the user with something to do', () => {
		expect(unreadable.problem).toBe('n8n could not read the credential of this node');
		expect(unreadable.advice).toMatch(/^Open the node and pick its credential again\./);
	});
});
