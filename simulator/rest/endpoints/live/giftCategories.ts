import { isStringArray } from '../../../json';
import type { GiftCategory } from '../../../state/gifts';
import type { Call, Endpoint, Outcome, Refusal } from '../../endpoint';
import { giftCommand, idFault, infoFault, languageOf, setTexts } from './giftChecks';
import { badParameter } from './room';

const maxDescription = 60;
const maxCategories = 3;
const categoryFields = ['CategoryId', 'DefaultName', 'DefaultDesc', 'ExtensionInfo'];

function knownCategory({ body, state }: Call): GiftCategory | Refusal {
	const fault = idFault(body, 'CategoryId');
	if (fault) return fault;
	const category = state.world.giftShop.categories.get(String(body.CategoryId));
	return category ?? badParameter('there is no such category');
}

/** Live > Add Gift Category (T-72848): at most three. */
function add({ body, state }: Call): Outcome {
	const fault = idFault(body, 'CategoryId') ?? infoFault(body, maxDescription);
	if (fault) return fault;
	const { categories } = state.world.giftShop;
	const id = String(body.CategoryId);
	if (categories.has(id)) return badParameter('the category exists');
	if (categories.size >= maxCategories) return badParameter('there are three categories');
	const info = Object.fromEntries(categoryFields.map((field) => [field, body[field] ?? '']));
	categories.set(id, { info, giftIds: new Set(), texts: new Map() });
	return { response: {} };
}

/** Live > Get Gift Category (T-72849): at the top of the response. */
function get(call: Call): Outcome {
	const category = knownCategory(call);
	return 'code' in category ? category : { response: { GiftCategoryInfo: category.info } };
}

/** Live > Delete Gift Category (T-72850): as with gifts, an unknown ID is a success. */
function remove({ body, state }: Call): Outcome {
	const fault = idFault(body, 'CategoryId');
	if (fault) return fault;
	state.world.giftShop.categories.delete(String(body.CategoryId));
	return { response: {} };
}

function readGifts(call: Call): { category: GiftCategory; ids: string[] } | Refusal {
	const category = knownCategory(call);
	if ('code' in category) return category;
	const { GiftIdList: ids } = call.body;
	return isStringArray(ids) && ids.length > 0
		? { category, ids }
		: badParameter('GiftIdList has to be an Array of String');
}

/** Live > Add Gift Category Relations (T-72851): what no gift has is told, and left out. */
function addGifts(call: Call): Outcome {
	const read = readGifts(call);
	if ('code' in read) return read;
	const { gifts } = call.state.world.giftShop;
	const { category, ids } = read;
	for (const id of ids) if (gifts.has(id)) category.giftIds.add(id);
	return { response: { InvalidGiftIdList: ids.filter((id) => !gifts.has(id)) } };
}

/** Live > Delete Gift Category Relations (T-72852). */
function removeGifts(call: Call): Outcome {
	const read = readGifts(call);
	if ('code' in read) return read;
	for (const id of read.ids) read.category.giftIds.delete(id);
	return { response: {} };
}

/** Live > Get Gift Category Relations (T-72853): at the top of the response. */
function getGifts(call: Call): Outcome {
	const category = knownCategory(call);
	if ('code' in category) return category;
	const { CategoryId = '' } = call.body;
	return { response: { Relation: { CategoryId, GiftIdList: [...category.giftIds] } } };
}

/** Live > Set Gift Category Language (T-72857). */
function setLanguage(call: Call): Outcome {
	const category = knownCategory(call);
	if ('code' in category) return category;
	const names: [string, string] = ['CategoryName', 'CategoryDesc'];
	return setTexts(category.texts, call.body, names, maxDescription) ?? { response: {} };
}

/** Live > Get Gift Category Language (T-72858), as Tencent's own client reads it. */
function getLanguage(call: Call): Outcome {
	const category = knownCategory(call);
	if ('code' in category) return category;
	const language = languageOf(call.body);
	if (typeof language !== 'string') return language;
	const texts = category.texts.get(language);
	const Language = { CategoryName: texts?.name ?? '', CategoryDesc: texts?.desc ?? '' };
	return { response: { Response: { Language } } };
}

/** Live > Delete Gift Category Language (T-72859). */
function deleteLanguage(call: Call): Outcome {
	const category = knownCategory(call);
	if ('code' in category) return category;
	const language = languageOf(call.body);
	if (typeof language !== 'string') return language;
	category.texts.delete(language);
	return { response: {} };
}

const linked = ['CategoryId', 'GiftIdList'];
const translated = ['CategoryId', 'Language'];

export const giftCategoryEndpoints: readonly Endpoint[] = [
	giftCommand('add_gift_category', categoryFields, add),
	giftCommand('get_gift_category', ['CategoryId'], get),
	giftCommand('del_gift_category', ['CategoryId'], remove),
	giftCommand('add_gift_category_relations', linked, addGifts),
	giftCommand('del_gift_category_relations', linked, removeGifts),
	giftCommand('get_gift_category_relations', ['CategoryId'], getGifts),
	giftCommand(
		'set_gift_category_language',
		[...translated, 'CategoryName', 'CategoryDesc'],
		setLanguage,
	),
	giftCommand('get_gift_category_language', translated, getLanguage),
	giftCommand('del_gift_category_language', translated, deleteLanguage),
];
