import { categoryTexts } from './categoryTexts';
import { setTranslationOf } from '../gift/translation';

export const setTranslation = setTranslationOf(categoryTexts, {
	name: 'set_gift_category_language',
	documentation: 'https://trtc.io/document/72857',
});
