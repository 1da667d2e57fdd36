import type { Command, Row } from './row';

/** One call a second for all of them, and one queue. */
const setUp = (
	command: string,
	repeat: Command['repeat'],
	more: Partial<Command> = {},
): Command => ({
	path: `live_engine_http_srv/${command}`,
	repeat,
	order: [],
	rateLimit: [1, 1],
	perTarget: 1,
	...more,
});

/** 200 calls a second, as for everything of Live. */
const inRoom = (path: string, repeat: Command['repeat'], order: string[]): Command => ({
	path,
	repeat,
	order,
	rateLimit: [100, 200],
});

const onBattle = (command: string, repeat: Command['repeat'], order: string[]) =>
	inRoom(`live_engine_http_pk/${command}`, repeat, order);

/** What an ID does that exists is not printed, nor what deleting twice does: gone stays gone. */
const gift: Record<string, Row> = {
	send: inRoom('live_engine_http_srv/send_gift', 'unsafe', ['RoomId']),
	getStatistics: inRoom('live_engine_http_srv/get_gift_count', 'safe', ['RoomId']),
	create: setUp('add_gift', 'unsafe'),
	get: setUp('get_gift', 'safe'),
	delete: setUp('del_gift', 'safe'),
	setTranslation: setUp('set_gift_language', 'safe'),
	getTranslation: setUp('get_gift_language', 'safe'),
	deleteTranslation: setUp('del_gift_language', 'safe'),
	installDefaults: setUp('copy_default_gift_config', 'unsafe', { rateLimit: [0.1, 0.1] }),
	createCategory: setUp('add_gift_category', 'unsafe'),
	getCategory: setUp('get_gift_category', 'safe'),
	deleteCategory: setUp('del_gift_category', 'safe'),
	addGifts: setUp('add_gift_category_relations', 'safe'),
	removeGifts: setUp('del_gift_category_relations', 'safe'),
	getGifts: setUp('get_gift_category_relations', 'safe'),
	setCategoryTranslation: setUp('set_gift_category_language', 'safe'),
	getCategoryTranslation: setUp('get_gift_category_language', 'safe'),
	deleteCategoryTranslation: setUp('del_gift_category_language', 'safe'),
	createBattle: onBattle('create_battle', 'unsafe', ['FromRoomId']),
	getBattle: onBattle('get_battle_info', 'safe', ['BattleId', 'RoomId']),
	// Points are added once more.
	addBattleScore: onBattle('set_battle_score', 'unsafe', ['BattleId']),
	setBattleScore: onBattle('set_battle_score', 'safe', ['BattleId']),
};

/** What live rooms have beside their audience, from the pages that the operations link to. */
export const gifts: Record<string, Record<string, Row>> = { gift };
