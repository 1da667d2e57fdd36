import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { faq, readKind } from './knowledge';

export const titleProperty: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Delivery',
	description: 'Name of the category',
};

/** The number of the category that an operation is about. */
export function readTheCategory(fields: Fields): number {
	const [name, label] =
		readKind(fields) === faq
			? ['questionCategory', 'Category']
			: ['smallTalkCategoryId', 'Category ID'];
	return fields.integer(name, label, { min: 1 });
}

/** Changes of one category stay in order. */
export const ofCategory = ({ CategoryId }: Body): string => JSON.stringify([CategoryId]);
