import { isInteger, type JsonObject } from '../../../json';
import type { Gift } from '../../../state/gifts';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { giftCommand, idFault, infoFault, languageOf, setTexts } from './giftChecks';
import { accountsIn, badParameter, isFilled, liveEndpoint, response, roomOf } from './room';

const maxDescription = 20;

const giftFields = [
	'GiftId',
	'DefaultName',
	'DefaultDesc',
	'IconUrl',
	'ResourceUrl',
	'Coins',
	'Level',
	'ExtensionInfo',
];

function knownGift({ body, state }: Call): Gift | Refusal {
	const fault = idFault(body, 'GiftId');
	if (fault) return fault;
	const gift = state.world.giftShop.gifts.get(String(body.GiftId));
	return gift ?? refuse(102002, 'there is no such gift');
}

/** Live > Add Gift (T-72845). What an ID does that exists is not printed: it is refused. */
function add({ body, state }: Call): Outcome {
	const fault = idFault(body, 'GiftId') ?? infoFault(body, maxDescription);
	if (fault) return fault;
	const { Coins, Level = 0 } = body;
	if (!isInteger(Coins) || Coins < 0) return badParameter('Coins has to be an Integer');
	if (!isInteger(Level)) return badParameter('Level has to be an Integer');
	const { gifts } = state.world.giftShop;
	const id = String(body.GiftId);
	if (gifts.has(id)) return badParameter('the gift exists');
	const given = giftFields.map((field) => [field, body[field] ?? ''] as const);
	const info = { ...Object.fromEntries(given), Level };
	gifts.set(id, { info, coins: Coins, texts: new Map() });
	return { response: {} };
}

/** Live > Get Gift (T-72846): at the top of the response. */
function get(call: Call): Outcome {
	const gift = knownGift(call);
	return 'code' in gift ? gift : { response: { GiftInfo: gift.info } };
}

/** Live > Delete Gift (T-72847): an unknown ID is a success, too. */
function remove({ body, state }: Call): Outcome {
	const fault = idFault(body, 'GiftId');
	if (fault) return fault;
	const { gifts, categories } = state.world.giftShop;
	gifts.delete(String(body.GiftId));
	for (const { giftIds } of categories.values()) giftIds.delete(String(body.GiftId));
	return { response: {} };
}

/** Live > Set Gift Language (T-72854). */
function setLanguage(call: Call): Outcome {
	const gift = knownGift(call);
	if ('code' in gift) return gift;
	return setTexts(gift.texts, call.body, ['Name', 'Desc'], maxDescription) ?? { response: {} };
}

/** Live > Get Gift Language (T-72855): at the top of the response. */
function getLanguage(call: Call): Outcome {
	const gift = knownGift(call);
	if ('code' in gift) return gift;
	const language = languageOf(call.body);
	if (typeof language !== 'string') return language;
	const texts = gift.texts.get(language);
	return { response: { GiftInfo: { Name: texts?.name ?? '', Desc: texts?.desc ?? '' } } };
}

/** Live > Delete Gift Language (T-72856). */
function deleteLanguage(call: Call): Outcome {
	const gift = knownGift(call);
	if ('code' in gift) return gift;
	const language = languageOf(call.body);
	if (typeof language !== 'string') return language;
	gift.texts.delete(language);
	return { response: {} };
}

const defaults = Array.from({ length: 15 }, (_unused, index) => `default${index + 1}`);
const defaultCategories = ['normal', 'premium', 'luxury'];

/** Live > Copy Default Gift Config (T-74360): three categories and 15 gifts, where there are none. */
function copyDefaults({ state, now }: Call): Outcome {
	const { giftShop } = state.world;
	if (giftShop.defaultsAt !== undefined && now - giftShop.defaultsAt < 10_000) {
		return refuse(100012, 'once in ten seconds');
	}
	if (giftShop.gifts.size > 0 || giftShop.categories.size > 0) {
		return badParameter('there is a gift configuration');
	}
	giftShop.defaultsAt = now;
	for (const [index, GiftId] of defaults.entries()) {
		const info: JsonObject = { GiftId, DefaultName: GiftId, DefaultDesc: '', Coins: index + 1 };
		giftShop.gifts.set(GiftId, { info, coins: index + 1, texts: new Map() });
	}
	for (const [index, CategoryId] of defaultCategories.entries()) {
		giftShop.categories.set(CategoryId, {
			info: { CategoryId, DefaultName: CategoryId, DefaultDesc: '', ExtensionInfo: '' },
			giftIds: new Set(defaults.slice(index * 5, (index + 1) * 5)),
			texts: new Map(),
		});
	}
	return { response: {} };
}

/** Live > Send Gift (T-72556). Who gives and who gets has to have an account. */
function send(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const receivers = accountsIn(call, 'ReceiverList_Account');
	if ('code' in receivers) return receivers;
	const { From_Account: from, Count = 1 } = call.body;
	if (!isFilled(from)) return badParameter('From_Account has to be a String');
	if (!isInteger(Count) || Count < 1) return badParameter('Count has to be an Integer from 1');
	const { world } = call.state;
	if (![from, ...receivers].every((account) => world.accounts.has(account))) {
		return badParameter('there is no such account');
	}
	const gift = knownGift(call);
	if ('code' in gift) return gift;
	if (room.settings.IsGiftEnabled === false) return refuse(102008, 'gifts are switched off');
	room.gifts.push({
		giftId: String(call.body.GiftId),
		from,
		receivers,
		count: Count,
		coins: gift.coins * Count * receivers.length,
	});
	return response();
}

/** Live > Get Gift Count (T-72557). One copy of the page says giver, another receiver: either counts. */
function count(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { From_Account: who } = call.body;
	if (!isFilled(who)) return badParameter('From_Account has to be a String');
	const gifts = room.gifts.filter(({ from, receivers }) => from === who || receivers.includes(who));
	return response({
		Sequence: room.gifts.length,
		TotalCount: gifts.reduce((sum, gift) => sum + gift.count, 0),
		TotalCoins: gifts.reduce((sum, gift) => sum + gift.coins, 0),
		GiftSenderCount: new Set(gifts.map(({ from }) => from)).size,
	});
}

const translated = ['GiftId', 'Language'];

export const giftEndpoints: readonly Endpoint[] = [
	giftCommand('add_gift', giftFields, add),
	giftCommand('get_gift', ['GiftId'], get),
	giftCommand('del_gift', ['GiftId'], remove),
	giftCommand('set_gift_language', [...translated, 'Name', 'Desc'], setLanguage),
	giftCommand('get_gift_language', translated, getLanguage),
	giftCommand('del_gift_language', translated, deleteLanguage),
	giftCommand('copy_default_gift_config', [], copyDefaults),
	liveEndpoint(
		'live_engine_http_srv/send_gift',
		['RoomId', 'GiftId', 'From_Account', 'ReceiverList_Account', 'Count'],
		send,
	),
	liveEndpoint('live_engine_http_srv/get_gift_count', ['RoomId', 'From_Account'], count),
];
