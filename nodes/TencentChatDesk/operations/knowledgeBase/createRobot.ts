import { sent } from '../shared/responses';
import { deskPage, shortText } from '../shared/desk';
import type { SingleOperation } from '../operation';
import { knowledgeRateLimit } from './knowledge';

const maxNickname = 50;

export const createRobot: SingleOperation = {
	value: 'createRobot',
	name: 'Create Robot',
	action: 'Create a robot with a knowledge base',
	description:
		'Add a chatbot with a knowledge base of its own. No command takes it away again: the Desk console does.',
	documentation: deskPage(118512),
	shape: 'single',
	path: 'openim_console_http_svc/desk_add_robot',
	properties: [
		{
			displayName: 'Nickname',
			name: 'nickname',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Parcel helper',
			description: `The name that customers see. Up to ${maxNickname} characters.`,
		},
	],
	options: [],
	request: (fields) => ({
		RobotNickName:
			shortText(fields, 'nickname', 'Nickname', maxNickname) ?? fields.text('nickname', 'Nickname'),
	}),
	orderingKey: ({ RobotNickName }) => JSON.stringify(['robot', RobotNickName]),
	// A second call makes one more robot, which no command removes.
	retry: { policy: 'unsafe' },
	rateLimit: knowledgeRateLimit,
	interpret: (response, { RobotNickName }) => sent(response, { RobotNickName }),
};
