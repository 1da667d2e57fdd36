import type { SingleOperation } from '../operation';
import { changeOfGifts } from './giftsOfCategory';

export const removeGifts: SingleOperation = {
	value: 'removeGifts',
	name: 'Remove Gifts From Category',
	action: 'Remove gifts from a gift category',
	description: 'Take gifts out of a category, without deleting them',
	documentation: 'https://trtc.io/document/72852',
	...changeOfGifts('del'),
};
