import { giftTexts } from './giftTexts';
import { getTranslationOf } from './translation';

export const getTranslation = getTranslationOf(giftTexts, {
	name: 'get_gift_language',
	documentation: 'https://trtc.io/document/72855',
});
