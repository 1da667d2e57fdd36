import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
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
	readCustom,
	readLists,
	readRemark,
	remarkOption,
} from './friendFields';

const tagOf = (Tag: string, Value: unknown): IDataObject[] =>
	Value === undefined ? [] : [{ Tag, Value } as IDataObject];

export const update: BatchOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a contact',
	description: 'Change the remark, the lists or custom fields of a contact',
	documentation: 'https://trtc.io/document/34904',
	path: 'sns/friend_update',
	properties: [
		ownerProperty,
		contactProperty,
		updateFields(
			customOption,
			{
				...listsOption,
				description:
					'Names of the friend lists with the contact, at most 30 bytes each; it leaves all others',
			},
			remarkOption,
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		const { custom, ...tags } = withoutAbsent({
			remark: readRemark(changes),
			lists: readLists(changes),
			custom: readCustom(changes),
		});
		changesIn({ ...tags, ...(custom === undefined ? {} : { custom }) }, fields);
		return {
			From_Account: readOwner(fields),
			UpdateItem: [
				{
					To_Account: readContact(fields),
					SnsItem: [
						...tagOf('Tag_SNS_IM_Remark', tags.remark),
						...tagOf('Tag_SNS_IM_Group', tags.lists),
						...((custom ?? []) as IDataObject[]),
					],
				},
			],
		};
	},
	...contactResults({
		list: 'UpdateItem',
		results: 'ResultItem',
		// No page prints a maximum for this command; it is the least that its siblings take.
		maxSize: 100,
		failed: 'was not changed',
	}),
};
