import { categoryId, readCategoryId } from '../gift/configuration';
import type { Translated } from '../gift/translation';
import { maxDescription } from './create';

export const categoryTexts: Translated = {
	called: 'gift category',
	control: categoryId,
	idField: 'CategoryId',
	readId: readCategoryId,
	texts: { name: 'CategoryName', description: 'CategoryDesc' },
	maxDescription,
};
