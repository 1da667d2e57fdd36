import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, type Testbed } from '../../harness/engineTestbed';

const open = testbeds();

const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'gift',
	operation,
	giftId: 'rose',
	...more,
});

const inCategory = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'gift',
	operation,
	giftCategoryId: 'flowers',
	...more,
});

async function done(testbed: Testbed, parameters: INodeParameters) {
	const { output, error } = await testbed.run(parameters, [{}]);
	expect(error).toBeUndefined();
	return output.map(({ json }) => json);
}

async function refused(testbed: Testbed, parameters: INodeParameters) {
	const { errorOutput } = await testbed.run(parameters, [{}], { onError: 'continueErrorOutput' });
	expect(errorOutput).toHaveLength(1);
	return failureIn(errorOutput[0]!);
}

/** A simulator that counts no calls: the tests would wait for seconds. */
const openFast = async () => {
	const testbed = await open();
	testbed.simulator.behaviour.rateLimit = null;
	return testbed;
};

const shopOf = (testbed: Testbed) => testbed.simulator.world().giftShop;

/** Puts gifts into the app. */
function stock(testbed: Testbed, ...ids: string[]): void {
	for (const id of ids) {
		shopOf(testbed).gifts.set(id, {
			info: { GiftId: id, DefaultName: id, Coins: 10 },
			coins: 10,
			texts: new Map(),
		});
	}
}

const flowers = () => ({
	info: { CategoryId: 'flowers', DefaultName: 'Flowers', DefaultDesc: '', ExtensionInfo: '' },
	giftIds: new Set<string>(),
	texts: new Map(),
});

describe('a gift', () => {
	it('is created with everything that describes it', async () => {
		const testbed = await openFast();
		const options = {
			desc: 'For the host',
			extensionInfo: '={{ { effect: "rain" } }}',
			iconUrl: 'https://example.com/i.png',
			level: 2,
			resourceUrl: 'https://example.com/r.mp4',
		};

		expect(await done(testbed, on('create', { name: 'Rose', coins: 10, options }))).toEqual([
			{ GiftId: 'rose', RequestId: expect.any(String) },
		]);

		expect(testbed.calls()[0]?.body).toEqual({
			GiftId: 'rose',
			DefaultName: 'Rose',
			DefaultDesc: 'For the host',
			Coins: 10,
			IconUrl: 'https://example.com/i.png',
			ResourceUrl: 'https://example.com/r.mp4',
			Level: 2,
			ExtensionInfo: '{"effect":"rain"}',
		});
	});

	it('is read, wherever the response has it', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');

		expect(await done(testbed, on('get'))).toEqual([
			{ GiftId: 'rose', DefaultName: 'rose', Coins: 10 },
		]);
		expect(await refused(testbed, on('get', { giftId: 'tulip' }))).toMatchObject({
			ErrorCode: 102002,
		});
	});

	it('is deleted, one that is not there too', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');

		await done(testbed, on('delete'));

		expect(shopOf(testbed).gifts.size).toBe(0);
		testbed.failNext('live_engine_http_srv/del_gift', { kind: 'loseResponse' });
		expect(await done(testbed, on('delete'))).toMatchObject([{ GiftId: 'rose' }]);
	});

	it.each([
		[{ giftId: 'x'.repeat(21) }, "'Gift ID' is too long: 21 bytes of the 20"],
		[{ name: '玫瑰玫瑰玫瑰玫' }, "'Name' is too long: 21 bytes of the 20"],
		[{ name: '={{ "" }}' }, "'Name' is empty"],
		[{ coins: -1 }, "'Coins' is -1, out of its range"],
		[{ options: { desc: 'x'.repeat(21) } }, "'Description' is too long"],
		[{ options: { extensionInfo: '{' } }, "'Extension Info' is not valid JSON"],
		[{ options: { iconUrl: `https://${'x'.repeat(200)}` } }, "'Icon URL' is too long"],
	])('is not created with %j', async (more, problem) => {
		const testbed = await open();

		const failure = await refused(testbed, on('create', { name: 'Rose', coins: 1, ...more }));

		expect(failure.message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it('is set up again in its turn when Tencent was asked too often', async () => {
		const testbed = await openFast();
		testbed.failNext('live_engine_http_srv/add_gift', { kind: 'errorCode', code: 100012 });

		await done(testbed, on('create', { name: 'Rose', coins: 1 }));

		expect(testbed.calls()).toHaveLength(2);
	});
});

describe('the translations of a gift', () => {
	it('are set part by part, read and deleted', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');
		const set = (updateFields: INodeParameters) =>
			on('setTranslation', { language: 'zh-Hant', updateFields });

		await done(testbed, set({ name: '玫瑰' }));
		await done(testbed, set({ desc: '送給主播' }));
		expect(await done(testbed, on('getTranslation', { language: 'zh-Hant' }))).toEqual([
			{ GiftId: 'rose', Language: 'zh-Hant', Name: '玫瑰', Desc: '送給主播' },
		]);

		await done(testbed, on('deleteTranslation', { language: 'zh-Hant' }));
		expect(shopOf(testbed).gifts.get('rose')?.texts.size).toBe(0);
	});

	it('need something to change', async () => {
		const testbed = await open();

		expect(
			(await refused(testbed, on('setTranslation', { language: 'en', updateFields: {} }))).message,
		).toContain("'Update Fields' is empty");
	});
});

describe("Tencent's set of gifts", () => {
	it('is taken over where there are none', async () => {
		const testbed = await openFast();

		await done(testbed, { resource: 'gift', operation: 'installDefaults' });

		expect(shopOf(testbed).gifts.size).toBe(15);
		expect(shopOf(testbed).categories.size).toBe(3);
		expect(testbed.calls()[0]?.body).toEqual({});
	});
});

describe('a gift in a live room', () => {
	const send = (more: INodeParameters = {}) =>
		on('send', { roomId: 'room1', fromAccount: 'alice', receivers: 'user1, bob', ...more });

	it('is given, and counted', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');

		expect(await done(testbed, send({ count: 3 }))).toEqual([
			{ RoomId: 'room1', GiftId: 'rose', Count: 3, RequestId: expect.any(String) },
		]);

		expect(testbed.calls()[0]?.body).toEqual({
			RoomId: 'room1',
			GiftId: 'rose',
			From_Account: 'alice',
			ReceiverList_Account: ['user1', 'bob'],
			Count: 3,
		});
		expect(
			await done(testbed, {
				resource: 'gift',
				operation: 'getStatistics',
				roomId: 'room1',
				userId: 'alice',
			}),
		).toEqual([
			{
				RoomId: 'room1',
				From_Account: 'alice',
				Sequence: 1,
				TotalCount: 3,
				TotalCoins: 60,
				GiftSenderCount: 1,
			},
		]);
	});

	it('is not given twice when the response is lost', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');
		testbed.failNext('live_engine_http_srv/send_gift', { kind: 'loseResponse' });

		expect((await refused(testbed, send())).mayHaveBeenSent).toBe(true);

		expect(testbed.simulator.world().rooms.get('room1')?.gifts).toHaveLength(1);
	});

	it('is refused where gifts are switched off, or where there is no such gift', async () => {
		const testbed = await openFast();

		expect(await refused(testbed, send())).toMatchObject({ ErrorCode: 102002 });
		stock(testbed, 'rose');
		testbed.simulator.world().rooms.get('room1')!.settings.IsGiftEnabled = false;
		expect(await refused(testbed, send())).toMatchObject({ ErrorCode: 102008 });
	});
});

describe('a category of gifts', () => {
	it('is created, read and deleted', async () => {
		const testbed = await openFast();
		const options = { desc: 'Everything that blooms', extensionInfo: '{"order": 1}' };

		await done(testbed, inCategory('createCategory', { name: 'Flowers', options }));
		expect(await done(testbed, inCategory('getCategory'))).toEqual([
			{
				CategoryId: 'flowers',
				DefaultName: 'Flowers',
				DefaultDesc: 'Everything that blooms',
				ExtensionInfo: '{"order": 1}',
			},
		]);

		await done(testbed, inCategory('deleteCategory'));
		expect(shopOf(testbed).categories.size).toBe(0);
	});

	it('gets gifts, lists them and gives them back', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose', 'tulip');
		shopOf(testbed).categories.set('flowers', flowers());

		await done(testbed, inCategory('addGifts', { giftIds: 'rose, tulip' }));
		expect(await done(testbed, inCategory('getGifts', { returnAll: true }))).toEqual([
			{ CategoryId: 'flowers', GiftId: 'rose' },
			{ CategoryId: 'flowers', GiftId: 'tulip' },
		]);

		await done(testbed, inCategory('removeGifts', { giftIds: 'rose' }));
		expect([...shopOf(testbed).categories.get('flowers')!.giftIds]).toEqual(['tulip']);
	});

	it('says which gifts it did not get, because there are none', async () => {
		const testbed = await openFast();
		stock(testbed, 'rose');
		shopOf(testbed).categories.set('flowers', flowers());

		const failure = await refused(testbed, inCategory('addGifts', { giftIds: 'rose, weed' }));

		expect(failure.message).toContain('InvalidGiftIdList');
		expect((failure as { InvalidGiftIdList?: unknown }).InvalidGiftIdList).toEqual(['weed']);
		expect([...shopOf(testbed).categories.get('flowers')!.giftIds]).toEqual(['rose']);
	});

	it('has translations', async () => {
		const testbed = await openFast();
		shopOf(testbed).categories.set('flowers', flowers());
		const zh = { language: 'zh-Hans' };

		await done(
			testbed,
			inCategory('setCategoryTranslation', { ...zh, updateFields: { name: '花', desc: '会开的' } }),
		);
		expect(await done(testbed, inCategory('getCategoryTranslation', zh))).toEqual([
			{ CategoryId: 'flowers', Language: 'zh-Hans', CategoryName: '花', CategoryDesc: '会开的' },
		]);

		await done(testbed, inCategory('deleteCategoryTranslation', zh));
		expect(shopOf(testbed).categories.get('flowers')!.texts.size).toBe(0);
	});
});
