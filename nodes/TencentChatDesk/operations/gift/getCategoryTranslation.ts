import type { SingleOperation } from '../operation';
import { categoryTexts } from './categoryTexts';
import { getTranslationOf } from './translation';

export const getCategoryTranslation: SingleOperation = {
	...getTranslationOf(categoryTexts, {
		name: 'get_gift_category_language',
		documentation: 'https://trtc.io/document/72858',
	}),
	value: 'getCategoryTranslation',
	name: 'Get Category Translation',
};
