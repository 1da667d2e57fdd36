import { giftTexts } from './giftTexts';
import { deleteTranslationOf } from './translation';

export const deleteTranslation = deleteTranslationOf(giftTexts, {
	name: 'del_gift_language',
	documentation: 'https://trtc.io/document/72856',
});
