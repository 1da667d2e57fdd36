import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { objectIn } from '../shared/records';
import { responseFields } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	conversationRateLimit,
	folderProperty,
	membersOptions,
	ofOwner,
	ownerProperty,
	readFolder,
	readMembers,
	readOwner,
} from './conversationFields';

const changes = ['add', 'remove', 'rename'] as const;

/** `UpdateGroupType` and `ContactOptType` of the page (1047/53439). */
const updateTypes = { rename: 1, add: 2, remove: 2 } as const;
const optTypes = { add: 1, remove: 2 } as const;

const shownFor = (property: INodeProperties, ...wanted: string[]): INodeProperties => ({
	...property,
	displayOptions: { show: { folderChange: wanted } },
});

function readChange(fields: Fields): IDataObject {
	const change = fields.choice('folderChange', 'Change', changes);
	const base = {
		UpdateGroupType: updateTypes[change],
		// The table wants it for a new name only; the sample sends it always.
		OldGroupName: readFolder(fields),
	};
	if (change === 'rename') {
		return { ...base, NewGroupName: readFolder(fields, 'newFolderName', 'New Name') };
	}
	const members = readMembers(fields);
	if (members.length === 0) {
		throw new InvalidParameter(
			"'Peer User IDs' and 'Group IDs' are empty",
			'Name the conversations that go into the group, or out of it.',
		);
	}
	const ContactUpdateItem = members.map((ContactItem) => ({
		ContactOptType: optTypes[change],
		ContactItem,
	}));
	return { ...base, ContactUpdateItem };
}

export const updateGroup: SingleOperation = {
	value: 'updateGroup',
	name: 'Update Group',
	action: 'Update a group of conversations',
	description: 'Rename a folder of conversations, or put some in or take some out',
	documentation: 'https://trtc.io/document/53439',
	shape: 'single',
	path: 'recentcontact/update_contact_group',
	properties: [
		ownerProperty,
		folderProperty,
		{
			displayName: 'Change',
			name: 'folderChange',
			type: 'options',
			options: [
				{ name: 'Add Conversations', value: 'add' },
				{ name: 'Remove Conversations', value: 'remove' },
				{ name: 'Rename', value: 'rename' },
			],
			default: 'add',
			description: 'What to change',
		},
		...membersOptions('go in or out').map((option) => shownFor(option, 'add', 'remove')),
		shownFor(
			{
				...folderProperty,
				displayName: 'New Name',
				name: 'newFolderName',
				placeholder: 'e.g. Regulars',
				description: 'What the group is called from now on: up to 32 bytes',
			},
			'rename',
		),
	],
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		UpdateType: 1,
		UpdateGroup: readChange(fields),
	}),
	orderingKey: ofOwner,
	// A second rename finds no group of the old name.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [51009],
	rateLimit: conversationRateLimit,
	interpret: (response, { From_Account }) => {
		const { UpdateGroupResult: _result, UpdateType: _type, ...rest } = responseFields(response);
		return {
			done: true,
			output: { From_Account, ...rest, ...objectIn(response, 'UpdateGroupResult') },
		};
	},
};
