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
	listName,
	maxFriends,
	readRemark,
	readSource,
	readWording,
	remarkOption,
	sourceProperty,
	wordingOption,
} from './friendFields';

const addTypes = ['Add_Type_Both', 'Add_Type_Single'] as const;

/** A request was placed, and the other one has to agree. */
const pending = 30539;

export const add: BatchOperation = {
	value: 'add',
	name: 'Add',
	action: 'Add a contact',
	description: 'Make a user a contact of another one, or ask for it; items of one user share calls',
	documentation: 'https://trtc.io/document/34902',
	path: 'sns/friend_add',
	properties: [ownerProperty, contactProperty, sourceProperty],
	options: [
		{
			displayName: 'Add To',
			name: 'addType',
			type: 'options',
			options: [
				{ name: 'Both Sides', value: 'Add_Type_Both' },
				{ name: 'This User Only', value: 'Add_Type_Single' },
			],
			default: 'Add_Type_Both',
			description: 'Whose contact list gets the other one',
		},
		wordingOption,
		{
			displayName: 'List',
			name: 'listName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Work',
			description: 'Name of a friend list that the contact goes into: up to 30 bytes',
		},
		remarkOption,
		{
			displayName: 'Without Approval',
			name: 'force',
			type: 'boolean',
			default: false,
			description: 'Whether to add the contact even if that user wants to be asked first',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const list = options.optionalText('listName', 'List');
		return withoutAbsent({
			From_Account: readOwner(fields),
			AddFriendItem: [
				withoutAbsent({
					To_Account: readContact(fields),
					AddSource: readSource(fields),
					Remark: readRemark(options),
					// One list here, while importing takes several.
					GroupName: list && listName(list, 'List'),
					AddWording: readWording(options),
				}),
			],
			AddType: options.optionalChoice('addType', 'Add To', addTypes),
			ForceAddFlags: options.optionalFlag('force', 'Without Approval'),
		});
	},
	...contactResults({
		list: 'AddFriendItem',
		results: 'ResultItem',
		maxSize: maxFriends,
		failed: 'was not added',
		output: ({ ResultCode }) => ({ Pending: ResultCode === pending }),
	}),
};
