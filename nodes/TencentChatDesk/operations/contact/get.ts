import type { IDataObject } from 'n8n-workflow';
import type { BatchOperation } from '../operation';
import { recordsIn } from '../shared/records';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';

/** "At most 100 are advised" (1047/34910). */
const maxContacts = 100;

const standardTags = [
	'Tag_SNS_IM_Remark',
	'Tag_SNS_IM_Group',
	'Tag_SNS_IM_AddSource',
	'Tag_SNS_IM_AddWording',
	'Tag_SNS_IM_AddTime',
	'Tag_Profile_IM_Nick',
	'Tag_Profile_IM_Image',
];

export const get: BatchOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a contact',
	description: 'Read a contact with remark, lists and profile; items of one user share calls',
	documentation: 'https://trtc.io/document/34910',
	path: 'sns/friend_get_list',
	properties: [ownerProperty, contactProperty],
	options: [
		{
			displayName: 'Tags',
			name: 'tagList',
			type: 'string',
			default: '',
			placeholder: 'e.g. Tag_SNS_IM_Remark, Tag_Profile_IM_Nick',
			description:
				'What to read, by the tags of friends and profiles; remark, lists, source, time, nickname and picture when left out',
		},
	],
	request: (fields) => ({
		...readOwnerAndContact(fields),
		TagList:
			fields.collection('options', 'Options').optionalIds('tagList', 'Tags', { kind: 'word' }) ??
			standardTags,
	}),
	...contactResults({
		list: 'To_Account',
		results: 'InfoItem',
		maxSize: maxContacts,
		failed: 'could not be read: it may be no contact of the user',
		output: (result) => ({
			SnsProfileItem: undefined,
			...(Object.fromEntries(
				recordsIn(result, 'SnsProfileItem').map(({ Tag, Value }) => [String(Tag), Value]),
			) as IDataObject),
		}),
	}),
};
