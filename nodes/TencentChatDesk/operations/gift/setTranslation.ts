import { giftTexts } from './giftTexts';
import { setTranslationOf } from './translation';

export const setTranslation = setTranslationOf(giftTexts, {
	name: 'set_gift_language',
	documentation: 'https://trtc.io/document/72854',
});
