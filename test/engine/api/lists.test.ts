import type { NodeApiError } from 'n8n-workflow';

import { buildRoom } from '../../../simulator';
import { findSecrets } from '../../harness/secrets';
import { app, testbeds, textsIn, type Testbed } from '../../harness/engineTestbed';
import { openList, type ListRequest } from './openList';

const open = testbeds();

const groups = 'desk_http_svc/get_member_group_list';

/** As many more agent groups as that, called "Team 10000" and so on. */
function addGroups(testbed: Testbed, count: number): void {
	const { agentGroups } = testbed.simulator.world();
	for (let groupId = 10_000; groupId < 10_000 + count; groupId++) {
		agentGroups.set(groupId, { groupId, name: `Team ${groupId}`, serviceAccounts: 'all' });
	}
}

/** As many more live rooms, with more viewers than those that are there. */
function addRooms({ simulator }: Testbed, count: number): void {
	const { rooms } = simulator.world();
	for (let number = 0; number < count; number++) {
		const roomId = `room-${number}`;
		rooms.set(roomId, buildRoom({ roomId, live: true, viewCount: 1000 + number }));
	}
}

/** As many more chat groups, called "order-0" and so on. */
function addChatGroups({ simulator }: Testbed, count: number): void {
	const { groups } = simulator.world();
	for (let number = 0; number < count; number++) {
		const groupId = `order-${number}`;
		groups.set(groupId, { ...groups.get('team')!, groupId });
	}
}

async function refusal(testbed: Testbed, method: string, request?: ListRequest) {
	const given = openList(testbed, method, request);
	return await given.then(
		() => {
			throw new Error('The list was given');
		},
		(error: NodeApiError) => error,
	);
}

describe('a picker that is opened', () => {
	it('offers agent groups by name, with the number that the API wants', async () => {
		const testbed = await open();
		expect(await openList(testbed, 'agentGroups')).toEqual({
			results: [
				{ name: 'Everyone (9465)', value: 9465 },
				{ name: 'Internal (9466)', value: 9466 },
				{ name: 'Nights (9467)', value: 9467 },
			],
		});
	});

	it('offers service accounts by name and ID', async () => {
		const testbed = await open();
		testbed.simulator.world().serviceAccounts.add('@nameless');
		expect((await openList(testbed, 'serviceAccounts')).results).toEqual([
			{ name: 'Support (@support)', value: '@support' },
			{ name: 'Customer service (@customer_service_account)', value: '@customer_service_account' },
			{ name: '@nameless', value: '@nameless' },
		]);
	});

	it('offers the categories of quick replies', async () => {
		const testbed = await open();
		expect((await openList(testbed, 'quickReplyCategories')).results).toContainEqual({
			name: 'Greetings (1)',
			value: '1',
		});
	});

	it('offers live rooms by name and ID, those with the most viewers first', async () => {
		const testbed = await open();
		expect(await openList(testbed, 'liveRooms')).toEqual({
			results: [
				{ name: 'Spring sale (room1)', value: 'room1' },
				{ name: 'town-hall', value: 'town-hall' },
				{ name: 'quiet-room', value: 'quiet-room' },
			],
		});
	});

	it('offers groups by name, which another call tells', async () => {
		const testbed = await open();
		const { results } = await openList(testbed, 'groups');
		expect(results.map(({ value }) => value)).toEqual(['team', 'work', 'show', '@TGS#_club']);
		expect(results[0]).toEqual({ name: 'Team (team)', value: 'team' });
		expect(testbed.calls().map(({ path }) => path)).toEqual([
			'group_open_http_svc/get_appid_group_list',
			'group_open_http_svc/get_group_info',
		]);
	});

	it('offers groups by ID where their names cannot be read', async () => {
		const testbed = await open();
		testbed.failNext('group_open_http_svc/get_group_info', { kind: 'errorCode', code: 10007 });
		expect((await openList(testbed, 'groups')).results[0]).toEqual({ name: 'team', value: 'team' });
	});

	it('offers roles by name, and the quick replies of the chosen category by title', async () => {
		const testbed = await open();
		const [role] = (await openList(testbed, 'roles')).results;
		expect(role?.name).toBe(`Night shift (${role?.value})`);
		const panel = { kind: 'shared', categoryId: '1' };
		const [reply] = (await openList(testbed, 'quickReplies', { panel })).results;
		expect(reply?.name).toMatch(/^\w.* \(\d+\)$/);
	});

	it('offers by name the groups that the chosen sender has joined', async () => {
		const testbed = await open();
		addChatGroups(testbed, 120);
		const ofAlice = async (request: ListRequest) =>
			await openList(testbed, 'groups', {
				...request,
				panel: { options: { fromAccount: 'alice' } },
			});

		const first = await ofAlice({});
		const second = await ofAlice({ token: String(first.paginationToken) });

		expect(first.results[0]).toEqual({ name: 'Team (team)', value: 'team' });
		expect(first.results).toHaveLength(100);
		expect(second.results.at(-1)?.value).toBe('order-119');
		expect(second.paginationToken).toBeUndefined();
		const ofCarol = await openList(testbed, 'groups', {
			panel: { options: { fromAccount: 'carol' } },
			filter: 'club',
		});
		expect(ofCarol.results.map(({ value }) => value)).toEqual(['@TGS#_club']);
		// An expression has no value in the editor yet: all groups are offered.
		const ofAnybody = { options: { fromAccount: '={{ $json.sender }}' } };
		await openList(testbed, 'groups', { panel: ofAnybody });
		expect(testbed.calls('group_open_http_svc/get_appid_group_list')).toHaveLength(1);
	});

	it('offers all agents, or those of the group that is chosen beside it', async () => {
		const testbed = await open();
		const values = async (groupId?: unknown) => {
			const panel = { options: groupId === undefined ? {} : { groupId } };
			const { results } = await openList(testbed, 'agents', { panel: panel as never });
			return results.map(({ value }) => value);
		};
		expect(await values()).toHaveLength(5);
		const internal = { __rl: true, mode: 'list', value: 9466 };
		expect(await values(internal)).toEqual(['mia@example.com']);
		const beside = { groupId: internal } as never;
		const { results } = await openList(testbed, 'agents', { panel: beside });
		expect(results.map(({ value }) => value)).toEqual(['mia@example.com']);
		// An expression has no value in the editor yet.
		expect(await values({ __rl: true, mode: 'id', value: '={{ $json.group }}' })).toHaveLength(5);
	});

	it('reads page after page as it is scrolled', async () => {
		const testbed = await open();
		addGroups(testbed, 150);
		const first = await openList(testbed, 'agentGroups');
		expect(first.results).toHaveLength(100);
		const second = await openList(testbed, 'agentGroups', {
			token: String(first.paginationToken),
		});
		expect(second.results).toHaveLength(53);
		expect(second.paginationToken).toBeUndefined();
		expect(testbed.calls(groups).map(({ body }) => body)).toEqual([
			{ PageSize: 100, PageNumber: 0 },
			{ PageSize: 100, PageNumber: 1 },
		]);
	});

	it('reads live rooms on by the token of the page before', async () => {
		const testbed = await open();
		addRooms(testbed, 25);
		const first = await openList(testbed, 'liveRooms');
		const second = await openList(testbed, 'liveRooms', { token: String(first.paginationToken) });
		expect(first.results).toHaveLength(20);
		expect(second.results).toHaveLength(8);
		expect(second.paginationToken).toBeUndefined();
		const { rooms } = testbed.simulator.world();
		const live = [...rooms.values()].filter((room) => room.live).map(({ roomId }) => roomId);
		const offered = [...first.results, ...second.results].map(({ value }) => value);
		expect(offered.sort()).toEqual(live.sort());
	});

	it('reads groups on by the token of the page before', async () => {
		const testbed = await open();
		addChatGroups(testbed, 90);
		const first = await openList(testbed, 'groups');
		const second = await openList(testbed, 'groups', { token: String(first.paginationToken) });
		expect(first.results).toHaveLength(50);
		expect(second.paginationToken).toBeUndefined();
		const offered = [...first.results, ...second.results].map(({ value }) => value);
		expect(offered).toEqual([...testbed.simulator.world().groups.keys()]);
	});
});

describe('a search in a picker', () => {
	it.each([
		['NIGHT', [9467]],
		['946', [9465, 9466, 9467]],
		['nothing like it', []],
	])('for %s finds by name and by ID, whatever the case', async (filter, values) => {
		const testbed = await open();
		const { results } = await openList(testbed, 'agentGroups', { filter });
		expect(results.map(({ value }) => value)).toEqual(values);
	});

	it('reads on until it has found something, for the API cannot search', async () => {
		const testbed = await open();
		addGroups(testbed, 250);
		const { results, paginationToken } = await openList(testbed, 'agentGroups', {
			filter: 'Team 10249',
		});
		expect(results).toEqual([{ name: 'Team 10249 (10249)', value: 10249 }]);
		expect(paginationToken).toBeUndefined();
		expect(testbed.calls(groups)).toHaveLength(3);
	});

	it('finds a live room by its name, many pages away', async () => {
		const testbed = await open();
		addRooms(testbed, 65);
		const { results, paginationToken } = await openList(testbed, 'liveRooms', { filter: 'SPRING' });
		expect(results).toEqual([{ name: 'Spring sale (room1)', value: 'room1' }]);
		expect(paginationToken).toBeUndefined();
	});

	it('finds a group by a part of its ID, with one call for thousands of them', async () => {
		const testbed = await open();
		addChatGroups(testbed, 2_000);
		const { results } = await openList(testbed, 'groups', { filter: 'Order-1999' });
		expect(results).toEqual([{ name: 'Team (order-1999)', value: 'order-1999' }]);
		expect(testbed.calls('group_open_http_svc/get_appid_group_list')).toHaveLength(1);
	});
});

describe('a list that cannot be read', () => {
	it('says what is wrong with the credential, and how to go on without the list', async () => {
		const testbed = await open();
		const error = await refusal(testbed, 'agentGroups', { credential: { secretKey: '' } });
		expect(error.message).toBe("'Secret Key' is empty");
		expect(error.description).toContain("choose 'By ID'");
	});

	it('says what Tencent refused', async () => {
		const testbed = await open();
		testbed.failNext(groups, { kind: 'errorCode', code: 141000 });
		const error = await refusal(testbed, 'agentGroups');
		expect(error.message).toBe('Desk is not activated for this application');
		expect(error.description).toContain('Activate Desk');
		expect(error.description).toContain("choose 'By ID'");
	});

	it('is read again after a passing failure', async () => {
		const testbed = await open();
		testbed.failNext(groups, { kind: 'errorCode', code: 141009 });
		expect((await openList(testbed, 'agentGroups')).results).toHaveLength(3);
		expect(testbed.calls(groups)).toHaveLength(2);
	});

	it('keeps key and signature to itself, even where a gateway echoes them', async () => {
		const testbed = await open();
		const info = `bad request ${app.secretKey}`;
		testbed.failNext(groups, { kind: 'errorCode', code: 141004, info });
		const error = await refusal(testbed, 'agentGroups');
		expect(error.message).toContain('Tencent says: bad request ***');
		expect(findSecrets(textsIn(error), { secretKey: app.secretKey })).toEqual([]);
	});

	it('does not talk of doubt: reading changes nothing', async () => {
		const testbed = await open();
		const lost = { kind: 'errorCode', code: 141002 } as const;
		testbed.failNext(groups, lost, lost, lost);
		const error = await refusal(testbed, 'agentGroups');
		expect(error.message).toBe('Desk reported an internal error');
		expect(error.description).toMatch(/^Open the list again/);
	});
});
