'use strict';

const text = (displayName, name) => ({ displayName, name, type: 'string', default: '' });

/**
 * The item loop of most n8n nodes, official ones included: read the item's parameters, await the
 * call, go on with the next item. For the bench only.
 */
class SequentialSender {
	constructor() {
		this.description = {
			displayName: 'Sequential Sender',
			name: 'sequentialSender',
			group: ['output'],
			version: 1,
			description: 'Sends direct messages one after another',
			defaults: { name: 'Sequential Sender' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'tencentChatDeskApi', required: true }],
			properties: [
				text('Base URL', 'baseUrl'),
				text('To User ID', 'toAccount'),
				text('Text', 'text'),
			],
		};
	}

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const sent = [];
		for (let item = 0; item < this.getInputData().length; item += 1) {
			const answer = await this.helpers.httpRequestWithAuthentication.call(
				this,
				'tencentChatDeskApi',
				{
					method: 'POST',
					url: `${this.getNodeParameter('baseUrl', item)}/v4/openim/sendmsg`,
					body: {
						To_Account: this.getNodeParameter('toAccount', item),
						MsgRandom: Math.floor(Math.random() * 2 ** 32),
						MsgBody: [
							{
								MsgType: 'TIMTextElem',
								MsgContent: { Text: this.getNodeParameter('text', item) },
							},
						],
					},
					json: true,
				},
			);
			sent.push({ json: answer, pairedItem: { item } });
		}
		return [sent];
	}
}

module.exports = { SequentialSender };
