import { categoryTexts } from './categoryTexts';
import { deleteTranslationOf } from '../gift/translation';

export const deleteTranslation = deleteTranslationOf(categoryTexts, {
	name: 'del_gift_category_language',
	documentation: 'https://trtc.io/document/72859',
});
