import type { SingleOperation } from '../operation';
import { categoryTexts } from './categoryTexts';
import { deleteTranslationOf } from './translation';

export const deleteCategoryTranslation: SingleOperation = {
	...deleteTranslationOf(categoryTexts, {
		name: 'del_gift_category_language',
		documentation: 'https://trtc.io/document/72859',
	}),
	value: 'deleteCategoryTranslation',
	name: 'Delete Category Translation',
};
