import { giftId, readGiftId } from './configuration';
import { maxDescription } from './create';
import type { Translated } from './translation';

export const giftTexts: Translated = {
	called: 'gift',
	control: giftId,
	idField: 'GiftId',
	readId: readGiftId,
	texts: { name: 'Name', description: 'Desc' },
	maxDescription,
	alsoIn: 'GiftInfo',
};
