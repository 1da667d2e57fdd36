import { categoryTexts } from './categoryTexts';
import { getTranslationOf } from '../gift/translation';

export const getTranslation = getTranslationOf(categoryTexts, {
	name: 'get_gift_category_language',
	documentation: 'https://trtc.io/document/72858',
});
