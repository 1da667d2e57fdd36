import type { NodeApiError } from 'n8n-workflow';

import { buildRoom } from '../../../simulator';
import { findSecrets } from '../../support/secrets';
import { APP, benches, textsIn, type Bench } from '../support';
import { openList, type ListRequest } from './openList';

const open = benches();

const GROUPS = 'desk_http_svc/get_member_group_list';

/** As many more agent groups as that, called "Team 10000" and so on. */
function addGroups(bench: Bench, count: number): void {
	const { agentGroups } = bench.simulator.world();
	for (let groupId = 10_000; groupId < 10_000 + count; groupId++) {
		agentGroups.set(groupId, { groupId, name: `Team ${groupId}`, serviceAccounts: 'all' });
	}
}

/** As many more live rooms, with more viewers than those that are there. */
function addRooms({ simulator }: Bench, count: number): void {
	const { rooms } = simulator.world();
	for (let number = 0; number < count; number++) {
		const roomId = `room-${number}`;
		rooms.set(roomId, buildRoom({ roomId, live: true, viewCount: 1000 + number }));
	}
}

/** As many more chat groups, called "order-0" and so on. */
function addChatGroups({ simulator }: Bench, count: number): void {
	const { groups } = simulator.world();
	for (let number = 0; number < count; number++) {
		const groupId = `order-${number}`;
		groups.set(groupId, { ...groups.get('team')!, groupId });
	}
}

async function refusal(bench: Bench, method: string, request?: ListRequest) {
	const given = openList(bench, method, request);
	return await given.then(
		() => {
			throw new Error('The list was given');
		},
		(error: NodeApiError) => error,
	);
}

describe('a picker that is opened', () => {
	it('offers agent groups by name, with the number that the API wants', async () => {
		const bench = await open();
		expect(await openList(bench, 'agentGroups')).toEqual({
			results: [
				{ name: 'Everyone (9465)', value: 9465 },
				{ name: 'Internal (9466)', value: 9466 },
				{ name: 'Nights (9467)', value: 9467 },
			],
		});
	});

	it('offers service accounts by name and ID', async () => {
		const bench = await open();
		bench.simulator.world().serviceAccounts.add('@nameless');
		expect((await openList(bench, 'serviceAccounts')).results).toEqual([
			{ name: 'Customer service (@customer_service_account)', value: '@customer_service_account' },
			{ name: 'Support (@support)', value: '@support' },
			{ name: '@nameless', value: '@nameless' },
		]);
	});

	it('offers the categories of quick replies', async () => {
		const bench = await open();
		expect((await openList(bench, 'quickReplyCategories')).results).toContainEqual({
			name: 'Greetings (1)',
			value: '1',
		});
	});

	it('offers live rooms by name and ID, those with the most viewers first', async () => {
		const bench = await open();
		expect(await openList(bench, 'liveRooms')).toEqual({
			results: [
				{ name: 'Spring sale (room1)', value: 'room1' },
				{ name: 'town-hall', value: 'town-hall' },
				{ name: 'quiet-room', value: 'quiet-room' },
			],
		});
	});

	it('offers groups by ID, the only thing that the API says of them', async () => {
		const bench = await open();
		expect(await openList(bench, 'groups')).toEqual({
			results: ['team', 'work', 'show', '@TGS#_club'].map((value) => ({ name: value, value })),
		});
	});

	it('offers by name the groups that the chosen sender has joined', async () => {
		const bench = await open();
		addChatGroups(bench, 120);
		const ofAlice = async (request: ListRequest) =>
			await openList(bench, 'groups', { ...request, panel: { options: { fromAccount: 'alice' } } });

		const first = await ofAlice({});
		const second = await ofAlice({ token: String(first.paginationToken) });

		expect(first.results[0]).toEqual({ name: 'Team (team)', value: 'team' });
		expect(first.results).toHaveLength(100);
		expect(second.results.at(-1)?.value).toBe('order-119');
		expect(second.paginationToken).toBeUndefined();
		const ofCarol = await openList(bench, 'groups', {
			panel: { options: { fromAccount: 'carol' } },
			filter: 'club',
		});
		expect(ofCarol.results.map(({ value }) => value)).toEqual(['@TGS#_club']);
		// An expression has no value in the editor yet: all groups are offered.
		const ofAnybody = { options: { fromAccount: '={{ $json.sender }}' } };
		expect((await openList(bench, 'groups', { panel: ofAnybody })).results[0]?.name).toBe('team');
	});

	it('offers all agents, or those of the group that is chosen beside it', async () => {
		const bench = await open();
		const values = async (groupId?: unknown) => {
			const panel = { options: groupId === undefined ? {} : { groupId } };
			const { results } = await openList(bench, 'agents', { panel: panel as never });
			return results.map(({ value }) => value);
		};
		expect(await values()).toHaveLength(5);
		expect(await values({ __rl: true, mode: 'list', value: 9466 })).toEqual(['mia@example.com']);
		// An expression has no value in the editor yet.
		expect(await values({ __rl: true, mode: 'id', value: '={{ $json.group }}' })).toHaveLength(5);
	});

	it('reads page after page as it is scrolled', async () => {
		const bench = await open();
		addGroups(bench, 150);
		const first = await openList(bench, 'agentGroups');
		expect(first.results).toHaveLength(100);
		const second = await openList(bench, 'agentGroups', {
			token: String(first.paginationToken),
		});
		expect(second.results).toHaveLength(53);
		expect(second.paginationToken).toBeUndefined();
		expect(bench.calls(GROUPS).map(({ body }) => body)).toEqual([
			{ PageSize: 100, PageNumber: 0 },
			{ PageSize: 100, PageNumber: 1 },
		]);
	});

	it('reads live rooms on by the token of the page before', async () => {
		const bench = await open();
		addRooms(bench, 25);
		const first = await openList(bench, 'liveRooms');
		const second = await openList(bench, 'liveRooms', { token: String(first.paginationToken) });
		expect(first.results).toHaveLength(20);
		expect(second.results).toHaveLength(8);
		expect(second.paginationToken).toBeUndefined();
		const { rooms } = bench.simulator.world();
		const live = [...rooms.values()].filter((room) => room.live).map(({ roomId }) => roomId);
		const offered = [...first.results, ...second.results].map(({ value }) => value);
		expect(offered.sort()).toEqual(live.sort());
	});

	it('reads groups on by the token of the page before', async () => {
		const bench = await open();
		addChatGroups(bench, 120);
		const first = await openList(bench, 'groups');
		const second = await openList(bench, 'groups', { token: String(first.paginationToken) });
		expect(first.results).toHaveLength(100);
		expect(second.paginationToken).toBeUndefined();
		const offered = [...first.results, ...second.results].map(({ value }) => value);
		expect(offered).toEqual([...bench.simulator.world().groups.keys()]);
	});
});

describe('a search in a picker', () => {
	it.each([
		['NIGHT', [9467]],
		['946', [9465, 9466, 9467]],
		['nothing like it', []],
	])('for %s finds by name and by ID, whatever the case', async (filter, values) => {
		const bench = await open();
		const { results } = await openList(bench, 'agentGroups', { filter });
		expect(results.map(({ value }) => value)).toEqual(values);
	});

	it('reads on until it has found something, for the API cannot search', async () => {
		const bench = await open();
		addGroups(bench, 250);
		const { results, paginationToken } = await openList(bench, 'agentGroups', {
			filter: 'Team 10249',
		});
		expect(results).toEqual([{ name: 'Team 10249 (10249)', value: 10249 }]);
		expect(paginationToken).toBeUndefined();
		expect(bench.calls(GROUPS)).toHaveLength(3);
	});

	it('finds a live room by its name, many pages away', async () => {
		const bench = await open();
		addRooms(bench, 65);
		const { results, paginationToken } = await openList(bench, 'liveRooms', { filter: 'SPRING' });
		expect(results).toEqual([{ name: 'Spring sale (room1)', value: 'room1' }]);
		expect(paginationToken).toBeUndefined();
	});

	it('finds a group by a part of its ID, with one call for thousands of them', async () => {
		const bench = await open();
		addChatGroups(bench, 2_000);
		const { results } = await openList(bench, 'groups', { filter: 'Order-1999' });
		expect(results).toEqual([{ name: 'order-1999', value: 'order-1999' }]);
		expect(bench.calls('group_open_http_svc/get_appid_group_list')).toHaveLength(1);
	});
});

describe('a list that cannot be read', () => {
	it('says what is wrong with the credential, and how to go on without the list', async () => {
		const bench = await open();
		const error = await refusal(bench, 'agentGroups', { credential: { secretKey: '' } });
		expect(error.message).toBe("'Secret Key' is empty");
		expect(error.description).toContain("choose 'By ID'");
	});

	it('says what Tencent refused', async () => {
		const bench = await open();
		bench.failNext(GROUPS, { kind: 'errorCode', code: 141000 });
		const error = await refusal(bench, 'agentGroups');
		expect(error.message).toBe('Desk is not activated for this application');
		expect(error.description).toContain('Activate Desk');
		expect(error.description).toContain("choose 'By ID'");
	});

	it('is read again after a passing failure', async () => {
		const bench = await open();
		bench.failNext(GROUPS, { kind: 'errorCode', code: 141009 });
		expect((await openList(bench, 'agentGroups')).results).toHaveLength(3);
		expect(bench.calls(GROUPS)).toHaveLength(2);
	});

	it('keeps key and signature to itself, even where a gateway echoes them', async () => {
		const bench = await open();
		const info = `bad request ${APP.secretKey}`;
		bench.failNext(GROUPS, { kind: 'errorCode', code: 141004, info });
		const error = await refusal(bench, 'agentGroups');
		expect(error.message).toContain('Tencent says: bad request ***');
		expect(findSecrets(textsIn(error), { secretKey: APP.secretKey })).toEqual([]);
	});

	it('does not talk of doubt: reading changes nothing', async () => {
		const bench = await open();
		const lost = { kind: 'errorCode', code: 141002 } as const;
		bench.failNext(GROUPS, lost, lost, lost);
		const error = await refusal(bench, 'agentGroups');
		expect(error.message).toBe('Desk reported an internal error');
		expect(error.description).toMatch(/^Open the list again/);
	});
});
