import type { ApiResponse, ListSearch } from '../../../nodes/TencentChatDesk/contract';
import { lists } from '../../../nodes/TencentChatDesk/operations/shared/listSearch';
import { allEndpoints } from '../../../simulator/rest/registry';
import { item } from '../item';

const panel = item({});

describe('every list', () => {
	it.each(Object.entries(lists))('asks for a command that exists: %s', (_name, { path }) => {
		const command = typeof path === 'string' ? path : path(panel);
		expect(allEndpoints.map((endpoint) => endpoint.path)).toContain(command);
	});
});

/** Reads a list to its end from responses that are given, and notes what was asked. */
function readAll(list: ListSearch, responses: ApiResponse[], filter?: string) {
	const bodies: unknown[] = [];
	const names: string[] = [];
	let token: string | undefined;
	for (const response of responses) {
		const body = list.body(filter, token, panel);
		bodies.push(body);
		names.push(...list.choices(response).map(({ name }) => name));
		token = list.nextToken(response, body);
	}
	return { bodies, names, token };
}

describe('the list of live rooms', () => {
	it('begins with an empty Next and ends with one', () => {
		const responses = [
			{ Response: { Next: 'n1', RoomList: [{ RoomId: 'room1', RoomName: 'Town hall' }] } },
			{ Response: { Next: '', RoomList: [{ RoomId: 'room2', RoomName: 'room2' }] } },
		];
		expect(readAll(lists.liveRooms, responses)).toEqual({
			bodies: [
				{ Next: '', Count: 20 },
				{ Next: 'n1', Count: 20 },
			],
			names: ['Town hall (room1)', 'room2'],
			token: undefined,
		});
	});

	it('is empty where the response holds no rooms', () => {
		expect(readAll(lists.liveRooms, [{ Response: { Next: '' } }]).names).toEqual([]);
		expect(readAll(lists.liveRooms, [{}]).names).toEqual([]);
	});
});

describe('the list of groups', () => {
	const responses = [
		{ GroupIdList: [{ GroupId: '@TGS#1' }], Next: 4_454_685_361 },
		{ GroupIdList: [{ GroupId: '@TGS#2' }], Next: 0 },
	];

	it('goes on from the number that the API gives, which is wider than 32 bit', () => {
		expect(readAll(lists.groups, responses)).toEqual({
			bodies: [
				{ Limit: 50, Next: 0 },
				{ Limit: 50, Next: 4_454_685_361 },
			],
			names: ['@TGS#1', '@TGS#2'],
			token: undefined,
		});
	});

	it('asks for many at once for a search, since one call a second is allowed', () => {
		expect(readAll(lists.groups, responses.slice(1), 'x').bodies).toEqual([
			{ Limit: 5000, Next: 0 },
		]);
	});
});

describe('a list whose answer does not say how long it is', () => {
	it.each([
		[100, '1'],
		[99, undefined],
	])('goes on after a full page: %i entries', (count, token) => {
		const MemberGroupList = Array.from({ length: count }, (_unused, index) => ({
			MemberGroupID: index,
			MemberGroupName: '',
		}));
		expect(readAll(lists.agentGroups, [{ MemberGroupList }]).token).toBe(token);
	});
});

describe('a record that is none', () => {
	it.each([
		['agentGroups', 'MemberGroupList'],
		['agents', 'MemberList'],
		['quickReplyCategories', 'Data'],
		['serviceAccounts', 'Data'],
	] as const)('is left out of the list of %s', (name, field) => {
		expect(lists[name].choices({ [field]: [null, 'text', []] as unknown as string[] })).toEqual([]);
	});
});
