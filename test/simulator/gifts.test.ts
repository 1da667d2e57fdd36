import { testbeds } from '../harness/simulatorTestbed';

const open = testbeds();

const of = (command: string) => `live_engine_http_srv/${command}`;
const pk = (command: string) => `live_engine_http_pk/${command}`;

const rose = { GiftId: 'rose', DefaultName: 'Rose', Coins: 1 };
const given = {
	RoomId: 'room1',
	GiftId: 'rose',
	From_Account: 'alice',
	ReceiverList_Account: ['user1'],
	Count: 1,
};
const battle = { FromRoomId: 'room1', ToRoomIdList: ['town-hall'], Duration: 60_000 };

describe('what gifts and battles refuse', () => {
	it.each<[path: string, body: object, code: number]>([
		[of('add_gift'), { ...rose, GiftId: 'x'.repeat(21) }, 100002],
		[of('add_gift'), { ...rose, Coins: '1' }, 100002],
		[of('add_gift'), { ...rose, ExtensionInfo: 'no JSON' }, 100002],
		[of('add_gift'), { ...rose, DefaultDesc: 'x'.repeat(21) }, 100002],
		[of('get_gift'), { GiftId: 'rose' }, 102002],
		[of('del_gift'), { GiftId: 'rose' }, 0],
		[of('set_gift_language'), { GiftId: 'rose', Language: 'en', Name: 'Rose' }, 102002],
		[of('send_gift'), given, 102002],
		[of('send_gift'), { ...given, RoomId: 'nowhere' }, 100004],
		[of('send_gift'), { ...given, From_Account: 'nobody' }, 100002],
		[of('send_gift'), { ...given, Count: 0 }, 100002],
		[of('get_gift_count'), { RoomId: 'room1' }, 100002],
		[of('get_gift_category'), { CategoryId: 'cars' }, 100002],
		[of('add_gift_category_relations'), { CategoryId: 'cars', GiftIdList: ['rose'] }, 100002],
		[pk('create_battle'), { ...battle, FromRoomId: 'nowhere' }, 100004],
		[pk('create_battle'), { ...battle, ToRoomIdList: 'town-hall' }, 100002],
		[pk('create_battle'), { ...battle, Duration: 0 }, 100002],
		[pk('set_battle_score'), { BattleId: 'none', OpType: 1, ScoreList: [] }, 100002],
		[pk('get_battle_info'), { RoomId: 'room1' }, 100002],
	])('%s with %j: %i', async (path, body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(path, body)).toBe(code);
	});
});

describe('the gifts of an app', () => {
	it('are set up once a second', async () => {
		const testbed = await open();

		const codes = [
			await testbed.codeOf(of('add_gift'), rose),
			await testbed.codeOf(of('add_gift'), { ...rose, GiftId: 'tulip' }),
		];

		expect(codes).toEqual([0, 100012]);
	});

	it('are three categories at most', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		const add = async (CategoryId: string) =>
			await testbed.codeOf(of('add_gift_category'), { CategoryId, DefaultName: 'c' });

		const codes = [await add('a'), await add('b'), await add('c'), await add('d')];

		expect(codes).toEqual([0, 0, 0, 100002]);
	});

	it('have texts whose parts stay, and which need a name at first', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		await testbed.call(of('add_gift'), rose);
		const texts = { GiftId: 'rose', Language: 'en' };
		const set = async (more: object) =>
			await testbed.codeOf(of('set_gift_language'), { ...texts, ...more });

		expect(await set({ Desc: 'red' })).toBe(100002);
		expect(await set({ Name: 'Rose' })).toBe(0);
		expect(await set({ Desc: 'red' })).toBe(0);

		expect(await testbed.call(of('get_gift_language'), texts)).toMatchObject({
			GiftInfo: { Name: 'Rose', Desc: 'red' },
		});
	});

	it('leave their categories when they are deleted', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });
		await testbed.call(of('add_gift'), rose);
		await testbed.call(of('add_gift_category'), { CategoryId: 'c', DefaultName: 'c' });
		const relation = { CategoryId: 'c', GiftIdList: ['rose', 'weed'] };
		expect(await testbed.call(of('add_gift_category_relations'), relation)).toMatchObject({
			InvalidGiftIdList: ['weed'],
		});

		await testbed.call(of('del_gift'), { GiftId: 'rose' });

		expect(
			await testbed.call(of('get_gift_category_relations'), { CategoryId: 'c' }),
		).toMatchObject({ Relation: { CategoryId: 'c', GiftIdList: [] } });
	});

	it('come from Tencent only where there are none', async () => {
		const testbed = await open({ behaviour: { rateLimit: null } });

		expect(await testbed.codeOf(of('copy_default_gift_config'), {})).toBe(0);
		expect(await testbed.codeOf(of('copy_default_gift_config'), {})).toBe(100012);
	});
});

describe('a battle', () => {
	it('is over by itself', async () => {
		const testbed = await open();
		await testbed.call(pk('create_battle'), battle);
		const status = async () => {
			const { Response } = await testbed.call(pk('get_battle_info'), { RoomId: 'room1' });
			return (Response as { Status: number }).Status;
		};

		expect(await status()).toBe(1);
		testbed.advance(60_000);
		expect(await status()).toBe(3);
	});
});
