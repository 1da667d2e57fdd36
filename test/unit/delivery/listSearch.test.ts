import type { ILoadOptionsFunctions, NodeApiError } from 'n8n-workflow';

import type { ChoiceList } from '../../../nodes/TencentChatDesk/contract';
import { listSearch } from '../../../nodes/TencentChatDesk/delivery/listSearch';
import { paceOf } from '../../../nodes/TencentChatDesk/delivery/pace';

const credentials = {
	sdkAppId: 1400000001,
	identifier: 'administrator',
	secretKey: 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99',
	region: 'singapore',
};

const list: ChoiceList = {
	path: 'a/list',
	perSecond: 10,
	body: () => ({}),
	choices: () => [],
	next: () => undefined,
};

/** The editor's context, as far as a list needs it; calls end at a function. */
function contextOf(overrides: Partial<Record<keyof ILoadOptionsFunctions, unknown>>) {
	return {
		getNode: () => ({ name: 'Tencent Chat Desk', type: 't', typeVersion: 1 }),
		getCurrentNodeParameter: () => undefined,
		getCredentials: async () => credentials,
		...overrides,
	} as unknown as ILoadOptionsFunctions;
}

describe('a list', () => {
	it('does not keep the user waiting while its API is on hold', async () => {
		const host = 'https://adminapisgp.im.qcloud.com';
		paceOf(host, credentials.sdkAppId, 'a/list').holdFor(60_000);
		const call = jest.fn();
		const context = contextOf({ helpers: { httpRequestWithAuthentication: call } });

		const error = await listSearch(list)
			.call(context)
			.catch((reason: NodeApiError) => reason);

		expect(error).toMatchObject({
			message: expect.stringContaining('on hold'),
			description: expect.stringContaining("choose 'By ID'"),
		});
		expect(call).not.toHaveBeenCalled();
	});

	it('leaves what n8n says of a credential that was deleted to n8n', async () => {
		const own = new Error('Credential with ID "1" does not exist');
		const context = contextOf({ getCredentials: async () => await Promise.reject(own) });
		await expect(listSearch(list).call(context)).rejects.toBe(own);
	});
});
