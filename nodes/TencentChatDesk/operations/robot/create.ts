import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { readRobot, robotProperty, robotRateLimit } from './robotFields';

const maxSignature = 500;

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a robot',
	description: 'Make an account for a program that answers in chats; there are at most 20',
	documentation: 'https://trtc.io/document/55281',
	shape: 'single',
	path: 'openim_robot_http_svc/create_robot',
	properties: [robotProperty, ...avatarControls],
	options: [
		{
			displayName: 'Avatar URL',
			name: 'faceUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/robot.png',
			description: "Address of the robot's picture",
		},
		{
			displayName: 'Nickname',
			name: 'nick',
			type: 'string',
			default: '',
			placeholder: 'e.g. Helper',
			description: 'The name that others see',
		},
		{
			displayName: 'Signature',
			name: 'selfSignature',
			type: 'string',
			default: '',
			placeholder: 'e.g. I answer at once',
			description: 'A line that the robot shows to others: up to 500 bytes',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			UserID: readRobot(fields),
			Nick: options.optionalText('nick', 'Nickname'),
			FaceUrl: readAvatar(fields) ?? options.optionalText('faceUrl', 'Avatar URL'),
			SelfSignature: withinBytes(
				options.optionalText('selfSignature', 'Signature'),
				'Signature',
				maxSignature,
			),
		});
	},
	orderingKey: ({ UserID }) => JSON.stringify([UserID]),
	retry: { policy: 'idempotent' },
	rateLimit: robotRateLimit,
	interpret: (response, { UserID }) => sent(response, { UserID }),
};
