import { type IExecuteFunctions, NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { guarded } from '../../../nodes/TencentChatDesk/delivery/deliver';
import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';

const node = { name: 'Send', type: 'tencentChatDesk' } as unknown as INode;

/** A node with two items that throws this before the first one. */
async function throwing(error: unknown, continues = false, more: object = {}) {
	const context = {
		getInputData: () => [{ json: {} }, { json: {} }],
		continueOnFail: () => continues,
		getNode: () => node,
		...more,
	} as unknown as IExecuteFunctions;
	return await guarded(context, async () => {
		throw error;
	});
}

const wrong = new InvalidParameter("'Resource' is unknown", 'Choose another one.');

describe('what happens before the first item', () => {
	it('is in no way when it ends well', async () => {
		const items = [[{ json: { a: 1 } }]];
		expect(await guarded({} as IExecuteFunctions, async () => items)).toBe(items);
	});

	it('stops the workflow with what to do, at the first item', async () => {
		const stopped = throwing(wrong);
		await expect(stopped).rejects.toBeInstanceOf(NodeOperationError);
		await expect(stopped).rejects.toMatchObject({
			message: "'Resource' is unknown",
			description: 'Choose another one.',
			context: { itemIndex: 0 },
		});
	});

	it('with "Continue" fails every item: none may pass for one that was sent', async () => {
		const error = {
			message: "'Resource' is unknown",
			advice: 'Choose another one.',
			mayHaveBeenSent: false,
		};
		expect(await throwing(wrong, true)).toEqual([
			[
				{ json: { error }, pairedItem: { item: 0 } },
				{ json: { error }, pairedItem: { item: 1 } },
			],
		]);
	});

	it.each([
		[new NodeOperationError(node, 'It was made to be shown')],
		[new NodeApiError(node, { message: 'It was made to be shown' })],
	])('stops with an error of n8n as it is', async (error) => {
		await expect(throwing(error)).rejects.toBe(error);
	});

	it('names the variable when n8n falls over its own address, and lets the items out', async () => {
		const error = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL' });
		const additionalData = { webhookWaitingBaseUrl: 'n8n.example.com/webhook-waiting' };
		const [items] = await throwing(error, true, { additionalData });
		expect(items?.map(({ json }) => json.error)).toEqual([
			expect.objectContaining({ message: expect.stringContaining('WEBHOOK_URL') as string }),
			expect.objectContaining({ message: expect.stringContaining('WEBHOOK_URL') as string }),
		]);
		expect(additionalData.webhookWaitingBaseUrl).toBe('https://n8n.example.com/webhook-waiting');
	});

	it('leaves the addresses of n8n alone when it fails for something else', async () => {
		const additionalData = { webhookWaitingBaseUrl: 'n8n.example.com/webhook-waiting' };
		await throwing(wrong, true, { additionalData });
		expect(additionalData.webhookWaitingBaseUrl).toBe('n8n.example.com/webhook-waiting');
	});
});
