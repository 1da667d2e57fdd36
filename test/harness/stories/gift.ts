import { byId } from '../editor/workflows';
import { step, type Story } from './story';

const room1 = byId('room1');

export const giftStories: Story[] = [
	{
		name: 'sets up a gift in a category, in two languages, gives it, and counts it',
		before(_world, behaviour) {
			// One call a second: five nodes would take as many seconds.
			behaviour.rateLimit = null;
		},
		steps: [
			step('Rose', 'gift.create', { giftId: 'rose', name: 'Rose', coins: 10 }),
			step('Chinese', 'gift.setTranslation', {
				giftId: 'rose',
				language: 'zh-Hans',
				updateFields: { name: '玫瑰' },
			}),
			step('Flowers', 'gift.createCategory', { giftCategoryId: 'flowers', name: 'Flowers' }),
			step('Fill', 'gift.addGifts', { giftCategoryId: 'flowers', giftIds: 'rose' }),
			step('Give', 'gift.send', {
				roomId: room1,
				giftId: 'rose',
				fromAccount: 'alice',
				receivers: 'user1',
				count: 2,
			}),
			step('Count', 'gift.getStatistics', { roomId: room1, userId: 'user1' }),
		],
		check(end) {
			expect(end.json('Count')).toMatchObject([{ TotalCount: 2, TotalCoins: 20 }]);
			const { gifts, categories } = end.world.giftShop;
			expect(gifts.get('rose')?.texts.get('zh-Hans')?.name).toBe('玫瑰');
			expect([...categories.get('flowers')!.giftIds]).toEqual(['rose']);
		},
	},
	{
		name: 'lets two rooms compete and keeps their scores',
		steps: [
			step('Begin', 'gift.createBattle', {
				roomId: room1,
				opponentRoomIds: 'town-hall',
				duration: 120,
			}),
			step('Point', 'gift.addBattleScore', {
				battleId: '={{ $json.BattleId }}',
				scores: { score: [{ roomId: 'room1', points: 5 }] },
			}),
			step('Handicap', 'gift.setBattleScore', {
				battleId: '={{ $json.BattleId }}',
				scores: { score: [{ roomId: 'town-hall', points: 3 }] },
			}),
			step('Look', 'gift.getBattle', { battleId: '={{ $json.BattleId }}' }),
		],
		check(end) {
			expect(end.json('Look')).toMatchObject([
				{ FromRoomInfo: { Score: 5 }, ToRoomList: [{ RoomId: 'town-hall', Score: 3 }] },
			]);
		},
	},
];
