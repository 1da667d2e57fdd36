import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { withoutAbsent } from '../../parameters/fields';
import { changed, responseOf } from '../shared/liveResponses';
import { objectIn } from '../shared/records';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	configuration,
	descriptionControl,
	languageControl,
	nameControl,
	readDescription,
	readLanguage,
	readName,
} from './configuration';

/** What is translated: gifts, or their categories. */
export interface Translated {
	/** In words. */
	called: string;
	control: INodeProperties;
	/** Its ID, and the API's name for that. */
	idField: string;
	readId(fields: Fields): string;
	/** The API's names for its texts. */
	texts: { name: string; description: string };
	/** The longest description, in bytes. */
	maxDescription: number;
	/** Where a response may hold the texts beside `Language`. */
	alsoIn?: string;
}

/** One command: its name behind `live_engine_http_srv/`, and its page. */
interface Command {
	name: string;
	documentation: string;
}

const base = ({ control, idField, readId }: Translated, { name, documentation }: Command) => ({
	...configuration,
	documentation,
	path: `live_engine_http_srv/${name}`,
	properties: [control, languageControl],
	options: [],
	request: (fields: Fields): IDataObject => ({
		[idField]: readId(fields),
		Language: readLanguage(fields),
	}),
	retry: { policy: 'idempotent' as const },
});

const named = ({ idField }: Translated, body: IDataObject): IDataObject => ({
	[idField]: body[idField],
	Language: body.Language,
});

export const setTranslationOf = (thing: Translated, command: Command): SingleOperation => {
	const common = base(thing, command);
	return {
		value: 'setTranslation',
		name: 'Set Translation',
		action: `Set a translation of a ${thing.called}`,
		description: `Say what a ${thing.called} is called in a language; what is left out stays as it is`,
		...common,
		properties: [
			...common.properties,
			updateFields(descriptionControl(thing.maxDescription), {
				...nameControl,
				description: `${nameControl.description}. A language that is new needs it.`,
			}),
		],
		request(fields) {
			const texts = readUpdateFields(fields);
			const changes = withoutAbsent({
				[thing.texts.name]: readName(texts),
				[thing.texts.description]: readDescription(texts, thing.maxDescription),
			});
			return { ...common.request(fields), ...changesIn(changes, fields) };
		},
		interpret: (response, body) => changed(response, named(thing, body)),
	};
};

export const getTranslationOf = (thing: Translated, command: Command): SingleOperation => ({
	value: 'getTranslation',
	name: 'Get Translation',
	action: `Get a translation of a ${thing.called}`,
	description: `Read what a ${thing.called} is called in a language`,
	...base(thing, command),
	// Tencent's page and its own client find the texts in different places.
	interpret: (response, body) => ({
		done: true,
		output: {
			...objectIn(responseOf(response), 'Language'),
			...objectIn(response, 'Language'),
			...(thing.alsoIn === undefined ? {} : objectIn(response, thing.alsoIn)),
			...named(thing, body),
		},
	}),
});

export const deleteTranslationOf = (thing: Translated, command: Command): SingleOperation => ({
	value: 'deleteTranslation',
	name: 'Delete Translation',
	action: `Delete a translation of a ${thing.called}`,
	description: `Remove what a ${thing.called} is called in a language`,
	// What a second call answers is not printed; texts that are gone stay gone.
	...base(thing, command),
	interpret: (response, body) => changed(response, named(thing, body)),
});
