import type { SingleOperation } from '../operation';
import { changeOfGifts } from './giftsOfCategory';

export const addGifts: SingleOperation = {
	value: 'addGifts',
	name: 'Add Gifts to Category',
	action: 'Add gifts to a gift category',
	description: 'Put gifts into a category, beside those that it has',
	documentation: 'https://trtc.io/document/72851',
	...changeOfGifts('add'),
};
