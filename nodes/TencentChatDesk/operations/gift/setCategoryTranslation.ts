import type { SingleOperation } from '../operation';
import { categoryTexts } from './categoryTexts';
import { setTranslationOf } from './translation';

export const setCategoryTranslation: SingleOperation = {
	...setTranslationOf(categoryTexts, {
		name: 'set_gift_category_language',
		documentation: 'https://trtc.io/document/72857',
	}),
	value: 'setCategoryTranslation',
	name: 'Set Category Translation',
};
