import { withoutAbsent } from '../parameters/fields';
import type { MessageType } from './messageType';

export const custom: MessageType = {
	value: 'custom',
	name: 'Custom',
	description: 'Custom data that your app understands',
	properties: [
		{
			displayName: 'Data',
			name: 'customData',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. {"kind": "coupon", "code": "WELCOME"}',
			description: 'Payload for your app, usually JSON. It is sent as the text that it is.',
		},
		{
			displayName: 'Notification Text',
			name: 'customDesc',
			type: 'string',
			default: '',
			placeholder: 'e.g. You have a new coupon',
			description:
				'Shown in the offline notification. Without it, and without a text under Offline Push, there is none.',
		},
		{
			displayName: 'Notification Payload',
			name: 'customExt',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"open": "coupons"}',
			description: 'Passed to your app with the offline notification, as "ext"',
		},
		{
			displayName: 'Notification Sound',
			name: 'customSound',
			type: 'string',
			default: '',
			placeholder: 'e.g. dingdong.aiff',
			description: 'Sound file of your app that an iPhone plays with the offline notification',
		},
	],
	elements: (fields) => [
		{
			MsgType: 'TIMCustomElem',
			MsgContent: withoutAbsent({
				Data: fields.textOrJson('customData', 'Data'),
				Desc: fields.optionalText('customDesc', 'Notification Text'),
				Ext: fields.optionalText('customExt', 'Notification Payload'),
				Sound: fields.optionalText('customSound', 'Notification Sound'),
			}),
		},
	],
};
