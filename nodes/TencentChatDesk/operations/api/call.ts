import { InvalidParameter } from '../../parameters/invalidParameter';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

const rules = {
	never: { policy: 'unsafe' },
	safe: { policy: 'idempotent' },
} as const;

export const call: SingleOperation = {
	value: 'call',
	name: 'Call',
	action: 'Call any command of the API',
	description:
		'Call a command that has no operation of its own yet, signed and paced like the others',
	documentation: 'https://trtc.io/document/34620',
	shape: 'single',
	path(fields) {
		const path = fields
			.text('command', 'Command')
			.trim()
			.replace(/^\/?(v4\/)?/, '');
		if (/^\w+\/\w+$/.test(path)) return path;
		throw new InvalidParameter(
			"'Command' is not a service and a command",
			'Write both with a slash between them, such as openim/query_online_status: letters, digits and underscores, without host and query.',
		);
	},
	properties: [
		{
			displayName: 'Command',
			name: 'command',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. openim/query_online_status',
			description: "Service and command, as in the documentation after 'v4/'",
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '{}',
			required: true,
			description: 'The JSON object that the command takes, with the field names of the API',
		},
	],
	options: [
		{
			displayName: 'Repeat in Doubt',
			name: 'repeatInDoubt',
			type: 'options',
			options: [
				{
					name: 'Never',
					value: 'never',
					description: 'For what must not happen twice: it is then reported as in doubt',
				},
				{
					name: 'Safe to Repeat',
					value: 'safe',
					description: 'For what reads, or sets something to a value',
				},
			],
			default: 'never',
			description:
				'Whether the call is made again when nobody knows if Tencent carried it out, as after a time-out. What was certainly not carried out is always repeated.',
		},
	],
	request: (fields) => fields.optionalJsonObject('body', 'Body (JSON)') ?? {},
	// What the calls are about is not known, so all of them keep the order of the items.
	orderingKey: () => '',
	retry: rules.never,
	retryOf: (fields) =>
		rules[
			fields
				.collection('options', 'Options')
				.optionalChoice('repeatInDoubt', 'Repeat in Doubt', ['never', 'safe'] as const) ?? 'never'
		],
	// The limit of an unknown command may be as low as one a second.
	rateLimit: { default: 10, max: 200 },
	interpret: (response) => sent(response, {}),
};
