import type { World } from '../../../simulator';
import type { OperationSample } from '../operationSample';

const texts = () => new Map([['en', { name: 'Rose', desc: 'For the host' }]]);

/** Puts a gift and a category with it into the app. */
function withRose({ giftShop }: World): void {
	giftShop.gifts.set('rose', {
		info: {
			GiftId: 'rose',
			IconUrl: 'https://example.com/rose.png',
			ResourceUrl: '',
			Coins: 10,
			Level: 0,
			ExtensionInfo: '',
			DefaultName: 'Rose',
			DefaultDesc: '',
		},
		coins: 10,
		texts: texts(),
	});
	giftShop.categories.set('flowers', {
		info: { CategoryId: 'flowers', ExtensionInfo: '', DefaultName: 'Flowers', DefaultDesc: '' },
		giftIds: new Set(['rose']),
		texts: texts(),
	});
}

/** Begins a battle between two rooms of the demo world. */
function withBattle({ battles }: World): void {
	battles.set('7b0b6f1a', {
		battleId: '7b0b6f1a',
		fromRoomId: 'room1',
		scores: new Map([
			['room1', 0],
			['town-hall', 0],
		]),
		duration: 120_000,
		startedAt: Date.UTC(2025, 3, 1),
		extensionInfo: '',
	});
}

const ofRose = (more: OperationSample['parameters'] = {}): OperationSample => ({
	parameters: { giftId: 'rose', ...more },
	before: withRose,
});

const ofFlowers = (more: OperationSample['parameters'] = {}): OperationSample => ({
	parameters: { giftCategoryId: 'flowers', ...more },
	before: withRose,
});

const scored = (points: number): OperationSample => ({
	parameters: { battleId: '7b0b6f1a', scores: { score: [{ roomId: 'room1', points }] } },
	before: withBattle,
});

const given = { roomId: 'room1', giftId: 'rose', fromAccount: 'alice', receivers: 'user1' };

/** Samples of what live rooms have beside their audience: gifts and battles. */
export const giftSamples: Record<string, OperationSample> = {
	'gift.send': { parameters: given, before: withRose },
	'gift.getStatistics': {
		steps: [{ resource: 'gift', operation: 'send', parameters: given }],
		parameters: { roomId: 'room1', userId: 'user1' },
		before: withRose,
	},
	'gift.create': { parameters: { giftId: 'tulip', name: 'Tulip', coins: 5 } },
	'gift.get': ofRose(),
	'gift.delete': ofRose(),
	'gift.setTranslation': ofRose({ language: 'zh-Hans', updateFields: { name: '玫瑰' } }),
	'gift.getTranslation': ofRose(),
	'gift.deleteTranslation': ofRose(),
	'gift.installDefaults': { parameters: {} },

	'gift.createCategory': { parameters: { giftCategoryId: 'cars', name: 'Cars' } },
	'gift.getCategory': ofFlowers(),
	'gift.deleteCategory': ofFlowers(),
	'gift.addGifts': ofFlowers({ giftIds: 'rose' }),
	'gift.removeGifts': ofFlowers({ giftIds: 'rose' }),
	'gift.getGifts': ofFlowers(),
	'gift.setCategoryTranslation': ofFlowers({ language: 'zh-Hans', updateFields: { name: '花' } }),
	'gift.getCategoryTranslation': ofFlowers(),
	'gift.deleteCategoryTranslation': ofFlowers(),

	'gift.createBattle': {
		parameters: { roomId: 'room1', opponentRoomIds: 'town-hall', duration: 120 },
	},
	'gift.getBattle': { parameters: { battleId: '7b0b6f1a' }, before: withBattle },
	'gift.addBattleScore': scored(10),
	'gift.setBattleScore': scored(100),
};
