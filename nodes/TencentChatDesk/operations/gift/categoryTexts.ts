import { categoryId, readCategoryId } from './configuration';
import type { Translated } from './translation';
import { maxDescription } from './createCategory';

export const categoryTexts: Translated = {
	called: 'gift category',
	control: categoryId,
	idField: 'CategoryId',
	readId: readCategoryId,
	texts: { name: 'CategoryName', description: 'CategoryDesc' },
	maxDescription,
};
