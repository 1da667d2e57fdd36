import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readContact,
	readOwner,
} from './contactFields';
import {
	customOption,
	listsOption,
	maxFriends,
	readCustom,
	readLists,
	readRemark,
	readSource,
	readWording,
	remarkOption,
	sourceProperty,
	wordingOption,
} from './friendFields';

export const importContact: BatchOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a contact',
	description:
		'Carry a contact over from another system, without asking anybody; items of one user share calls',
	documentation: 'https://trtc.io/document/34903',
	path: 'sns/friend_import',
	properties: [
		ownerProperty,
		contactProperty,
		{ ...sourceProperty, default: 'Import', placeholder: 'e.g. Import' },
	],
	options: [
		{
			displayName: 'Added',
			name: 'addTime',
			type: 'dateTime',
			default: '',
			description: 'When they became contacts: a date, or the seconds since 1970',
		},
		customOption,
		wordingOption,
		listsOption,
		remarkOption,
		{
			displayName: 'Remark Written',
			name: 'remarkTime',
			type: 'dateTime',
			default: '',
			description: 'When the remark was written: a date, or the seconds since 1970',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return {
			From_Account: readOwner(fields),
			AddFriendItem: [
				withoutAbsent({
					To_Account: readContact(fields),
					AddSource: readSource(fields),
					Remark: readRemark(options),
					RemarkTime: options.optionalSeconds('remarkTime', 'Remark Written'),
					GroupName: readLists(options),
					AddWording: readWording(options),
					AddTime: options.optionalSeconds('addTime', 'Added'),
					CustomItem: readCustom(options),
				}),
			],
		};
	},
	...contactResults({
		list: 'AddFriendItem',
		results: 'ResultItem',
		maxSize: maxFriends,
		failed: 'was not imported',
	}),
};
