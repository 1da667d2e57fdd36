import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { maxUnsigned } from '../shared/limits';
import type { SingleOperation } from '../operation';
import { muteCall } from './muteFields';
import { userIdProperty } from './userIdProperty';

const scopes = ['both', 'direct', 'groups'] as const;

const muteTime: INodeProperties = {
	displayName: 'Mute Time',
	name: 'muteTime',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
	default: 3600,
	required: true,
	description: 'Seconds from now; 4294967295 mutes the user for ever',
};

export const mute: SingleOperation = {
	value: 'mute',
	name: 'Mute',
	action: 'Mute a user',
	description: 'Keep a user from writing to anybody, for a time or for ever',
	documentation: 'https://trtc.io/document/34923',
	...muteCall,
	properties: [
		userIdProperty,
		{
			displayName: 'Mute In',
			name: 'muteScope',
			type: 'options',
			options: [
				{ name: 'Direct Messages', value: 'direct' },
				{ name: 'Direct Messages and Groups', value: 'both' },
				{ name: 'Groups', value: 'groups' },
			],
			default: 'both',
			description: 'Where the user may not write; the other place stays as it is',
		},
		muteTime,
	],
	options: [],
	request(fields) {
		const scope = fields.choice('muteScope', 'Mute In', scopes);
		const time = fields.integer('muteTime', 'Mute Time', { min: 1, max: maxUnsigned });
		return withoutAbsent({
			Set_Account: fields.id('userId', 'User ID'),
			C2CmsgNospeakingTime: scope === 'groups' ? undefined : time,
			GroupmsgNospeakingTime: scope === 'direct' ? undefined : time,
		});
	},
};
