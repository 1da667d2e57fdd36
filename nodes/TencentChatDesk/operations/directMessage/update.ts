import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { withoutAbsent } from '../../parameters/fields';
import { messageProperties, readMessage } from '../../messages';
import { sent } from '../shared/responses';
import { maxMessageBytes } from '../shared/limits';
import type { SingleOperation } from '../operation';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

const contentShown = messageProperties.map((property): INodeProperties => ({
	...property,
	displayOptions: { show: { replaceContent: [true], ...property.displayOptions?.show } },
}));

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a direct message',
	description: 'Replace the content or the custom data of a one-to-one message that was sent',
	documentation: 'https://trtc.io/document/47722',
	shape: 'single',
	path: 'openim/modify_c2c_msg',
	properties: [
		...pairProperties,
		messageKeyProperty,
		{
			displayName: 'Replace Content',
			name: 'replaceContent',
			type: 'boolean',
			default: true,
			description: 'Whether to replace what the message says. The old content is gone for good.',
		},
		...contentShown,
		{
			displayName: 'Cloud Custom Data',
			name: 'cloudCustomData',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"order": 4711}',
			description: 'Replaces the custom data of the message; it stays as it is when left empty',
		},
	],
	options: [],
	request(fields) {
		const content = fields.optionalBoolean('replaceContent', 'Replace Content') ?? false;
		const data = fields.optionalText('cloudCustomData', 'Cloud Custom Data');
		if (!content && data === undefined) {
			throw new InvalidParameter(
				'Nothing of the message is to be replaced',
				"Turn 'Replace Content' on, or fill in 'Cloud Custom Data'.",
			);
		}
		return withoutAbsent({
			...readMessageKey(fields),
			MsgBody: content ? readMessage(fields) : undefined,
			CloudCustomData: data,
		});
	},
	// The last write wins.
	orderingKey: ({ From_Account, To_Account, MsgKey }) =>
		JSON.stringify([From_Account, To_Account, MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { From_Account, To_Account, MsgKey }) =>
		sent(response, { From_Account, To_Account, MsgKey }),
};
