import type { SingleOperation } from '../operation';
import { muteCall } from './muteFields';
import { userIdProperty } from './userIdProperty';

export const unmute: SingleOperation = {
	value: 'unmute',
	name: 'Unmute',
	action: 'Unmute a user',
	description: 'Let a user write again, in direct messages and in groups',
	documentation: 'https://trtc.io/document/34923',
	...muteCall,
	properties: [userIdProperty],
	options: [],
	request: (fields) => ({
		Set_Account: fields.id('userId', 'User ID'),
		C2CmsgNospeakingTime: 0,
		GroupmsgNospeakingTime: 0,
	}),
};
