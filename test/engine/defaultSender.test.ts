import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sendmsg } from '../harness/commands';
import { testbeds, direct, message } from '../harness/engineTestbed';

const open = testbeds();

/** Each item names its sender, or none. */
const sending = (options: INodeParameters = {}) =>
	direct({ fromAccount: '={{ $json.from ?? "" }}', ...options });

const from = (sender: string | undefined, to: string, text: string): IDataObject => ({
	...message(to, text),
	...(sender === undefined ? {} : { from: sender }),
});

describe('the app admin as sender, by name and by default', () => {
	it.each([
		['default first', [from(undefined, 'u0', 'first'), from('administrator', 'u0', 'second')]],
		['name first', [from('administrator', 'u0', 'first'), from(undefined, 'u0', 'second')]],
		['an answer', [from(undefined, 'u0', 'first'), from('u0', 'administrator', 'second')]],
	])('is one side of one conversation: %s', async (_what, items) => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'delay', ms: 300 });

		await testbed.run(sending(), items);

		expect(testbed.shown('u0')).toEqual(['first', 'second']);
	});

	it('is named in the output, so that the message can be taken back by what it shows', async () => {
		const testbed = await open();

		const { output } = await testbed.run(direct(), [message('u0', 'wrong')]);
		const { error } = await testbed.run(
			{
				resource: 'directMessage',
				operation: 'recall',
				fromAccount: '={{ $json.From_Account }}',
				toAccount: '={{ $json.To_Account }}',
				msgKey: '={{ $json.MsgKey }}',
			},
			output.map(({ json }) => json),
		);

		expect(error).toBeUndefined();
		expect(output[0]?.json.From_Account).toBe('administrator');
		expect(testbed.calls(sendmsg)[0]?.body).not.toHaveProperty('From_Account');
	});

	it('is not imported as if it were missing', async () => {
		const testbed = await open();

		await testbed.run(direct({ importMissingAccount: true }), [message('newcomer', 'Welcome')]);

		expect(testbed.calls('im_open_login_svc/account_import').map(({ body }) => body)).toEqual([
			{ UserID: 'newcomer' },
		]);
	});
});
