import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import { messageProperties, readMessage } from '../../messages';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';

const contentShown = messageProperties.map((property): INodeProperties => ({
	...property,
	displayOptions: { show: { replaceContent: [true], ...property.displayOptions?.show } },
}));

/** The controls for what a message that was sent is to say from now on. */
export const replacementProperties: INodeProperties[] = [
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
];

/** @throws InvalidParameter where nothing is to be replaced */
export function readReplacement(fields: Fields): Body {
	const content = fields.optionalBoolean('replaceContent', 'Replace Content') ?? false;
	const data = fields.optionalText('cloudCustomData', 'Cloud Custom Data');
	if (!content && data === undefined) {
		throw new InvalidParameter(
			'Nothing of the message is to be replaced',
			"Turn 'Replace Content' on, or fill in 'Cloud Custom Data'.",
		);
	}
	return withoutAbsent({
		MsgBody: content ? readMessage(fields) : undefined,
		CloudCustomData: data,
	});
}
