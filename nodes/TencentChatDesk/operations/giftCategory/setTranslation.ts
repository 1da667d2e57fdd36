import { withoutAbsent } from '../../parameters/fields';
import { changed } from '../shared/liveResponses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	categoryId,
	configuration,
	descriptionControl,
	languageControl,
	nameControl,
	readDescription,
	readCategoryId,
	readLanguage,
	readName,
} from '../gift/configuration';
import { maxDescription } from './create';

export const setTranslation: SingleOperation = {
	value: 'setTranslation',
	name: 'Set Translation',
	action: 'Set a translation of a gift category',
	description: 'Say what a gift category is called in a language; what is left out stays as it is',
	documentation: 'https://trtc.io/document/72857',
	...configuration,
	path: 'live_engine_http_srv/set_gift_category_language',
	properties: [
		categoryId,
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
			CategoryId: readCategoryId(fields),
			Language: readLanguage(fields),
			...changesIn(
				withoutAbsent({
					CategoryName: readName(texts),
					CategoryDesc: readDescription(texts, maxDescription),
				}),
				fields,
			),
		};
	},
	retry: { policy: 'idempotent' },
	interpret: (response, { CategoryId, Language }) => changed(response, { CategoryId, Language }),
};
