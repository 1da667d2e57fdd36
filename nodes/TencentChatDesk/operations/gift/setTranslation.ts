import { withoutAbsent } from '../../parameters/fields';
import { changed } from '../shared/liveResponses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	giftId,
	configuration,
	descriptionControl,
	languageControl,
	nameControl,
	readDescription,
	readGiftId,
	readLanguage,
	readName,
} from './configuration';
import { maxDescription } from './create';

export const setTranslation: SingleOperation = {
	value: 'setTranslation',
	name: 'Set Translation',
	action: 'Set a translation of a gift',
	description: 'Say what a gift is called in a language; what is left out stays as it is',
	documentation: 'https://trtc.io/document/72854',
	...configuration,
	path: 'live_engine_http_srv/set_gift_language',
	properties: [
		giftId,
		languageControl,
		updateFields(descriptionControl(maxDescription), {
			...nameControl,
			description: `${nameControl.description}. A language that is new needs it.`,
		}),
	],
	options: [],
	request(fields) {
		const texts = readUpdateFields(fields);
		return {
			GiftId: readGiftId(fields),
			Language: readLanguage(fields),
			...changesIn(
				withoutAbsent({
					Name: readName(texts),
					Desc: readDescription(texts, maxDescription),
				}),
				fields,
			),
		};
	},
	retry: { policy: 'idempotent' },
	interpret: (response, { GiftId, Language }) => changed(response, { GiftId, Language }),
};
