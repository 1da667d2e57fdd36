import type { Resource } from '../operation';
import { addGifts } from './addGifts';
import { create } from './create';
import { deleteCategory } from './delete';
import { deleteTranslation } from './deleteTranslation';
import { get } from './get';
import { getGifts } from './getGifts';
import { getTranslation } from './getTranslation';
import { removeGifts } from './removeGifts';
import { setTranslation } from './setTranslation';

export const giftCategory: Resource = {
	value: 'giftCategory',
	name: 'Gift Category',
	description: 'Gifts of live rooms that are shown together',
	operations: [
		create,
		get,
		deleteCategory,
		addGifts,
		removeGifts,
		getGifts,
		setTranslation,
		getTranslation,
		deleteTranslation,
	],
};
