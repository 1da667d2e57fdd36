import { Readable } from 'node:stream';

import type { IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { Choice, ListSearch } from '../../../nodes/TencentChatDesk/contract';
import { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';
import { explain } from '../../../nodes/TencentChatDesk/delivery/errors/explain';
import { listSearch } from '../../../nodes/TencentChatDesk/delivery/listSearch';
import { rateLimiterFor } from '../../../nodes/TencentChatDesk/delivery/memory/rateLimiters';
import { useFakeTimers, useRealTimers } from '../fakeTimers';
import { credentials } from './support/accounts';

const host = 'https://adminapisgp.im.qcloud.com';

let count = 0;
let path: string;

/** A list of people, read in pages that say where the next one begins. */
const people = (change: Partial<ListSearch> = {}): ListSearch => ({
	path,
	perSecond: 10,
	body: (filter, token) => ({ filter, from: token ?? '0' }),
	choices: ({ people: found }) => found as unknown as Choice[],
	nextToken: ({ next }) => next as string | undefined,
	...change,
});

interface Call {
	url: string;
	body: string;
	at: number;
}

/** The editor's context, as far as a list needs it; calls end at a function. */
function editor(
	answer: (call: Call, index: number) => unknown,
	panel: Record<string, unknown> = {},
) {
	const calls: Call[] = [];
	const context = {
		getNode: () => ({ name: 'Tencent Chat Desk', type: 't', typeVersion: 1 }),
		getCurrentNodeParameter: (name: string) => panel[name],
		getCredentials: async () => await Promise.resolve(credentials),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url, body }: IHttpRequestOptions) => {
				const call = { url, body: body as string, at: Math.round(performance.now()) };
				calls.push(call);
				const text = JSON.stringify(await answer(call, calls.length - 1));
				return { statusCode: 200, body: Readable.from([Buffer.from(text)]) };
			},
		},
	} as unknown as ILoadOptionsFunctions;
	return { context, calls };
}

const page = (found: Choice[], next?: string) => ({ ErrorCode: 0, people: found, next });
const person = (name: string, value: string | number = name): Choice => ({ name, value });
const mia = person('Mia Wong', 'm1');

/** What the list gives or throws, with all waiting done. */
async function opened(
	context: ILoadOptionsFunctions,
	list: ListSearch,
	filter?: string,
	token?: string,
) {
	const outcome = listSearch(list)
		.call(context, filter, token)
		.catch((error: unknown) => error);
	await jest.runAllTimersAsync();
	return await outcome;
}

const saying = (text: string) => expect.stringContaining(text) as string;

beforeEach(() => {
	useFakeTimers();
	// What was learnt about the pace of one API outlives the test.
	path = `a/list${(count += 1)}`;
});
afterEach(() => {
	expect(rateLimiterFor(host, credentials.sdkAppId, path).inUse).toBe(false);
	useRealTimers();
});

describe('a list', () => {
	it('is one page, with the token of the next', async () => {
		const { context, calls } = editor(() => page([mia], '100'));
		expect(await opened(context, people())).toEqual({ results: [mia], paginationToken: '100' });
		expect(calls).toMatchObject([{ url: `${host}/v4/${path}`, body: '{"from":"0"}' }]);
	});

	it('goes on where it is scrolled to', async () => {
		const { context, calls } = editor(() => page([mia]));
		const outcome = await opened(context, people(), undefined, '100');
		expect(outcome).toEqual({ results: [mia], paginationToken: undefined });
		expect(calls.map(({ body }) => body)).toEqual(['{"from":"100"}']);
	});

	describe('of IDs', () => {
		const naming = {
			path: 'a/names',
			perSecond: 10,
			max: 2,
			body: (choices: readonly Choice[]) => ({ ids: choices.map(({ value }) => value) }),
			names: ({ names }: Record<string, unknown>) =>
				new Map(Object.entries((names ?? {}) as Record<string, string>)),
		};
		const named = { ErrorCode: 0, names: { m1: 'Mia Wong', m2: 'Max' } };

		it('gets the names of those that have none, of so many at once', async () => {
			const found = [person('Anna', 'm0'), person('m1'), person('m2'), person('m3')];
			const { context, calls } = editor((_call, index) => (index === 0 ? page(found) : named));
			expect(await opened(context, people({ naming }))).toMatchObject({
				results: [
					person('Anna', 'm0'),
					person('Mia Wong', 'm1'),
					person('Max', 'm2'),
					person('m3'),
				],
			});
			expect(calls.map(({ body }) => body)).toEqual(['{"from":"0"}', '{"ids":["m1","m2"]}']);
		});

		it('is left as it is where all have names, and where names cannot be read', async () => {
			const withNames = editor(() => page([mia]));
			expect(await opened(withNames.context, people({ naming }))).toMatchObject({ results: [mia] });
			expect(withNames.calls).toHaveLength(1);

			const without = editor((_call, index) =>
				index === 0 ? page([person('m1')]) : { ErrorCode: 70009 },
			);
			const outcome = await opened(without.context, people({ naming }));
			expect(outcome).toMatchObject({ results: [person('m1')] });
			expect(without.calls).toHaveLength(2);
		});
	});

	it('may depend on what else is chosen in the panel', async () => {
		const { context, calls } = editor(() => page([mia]), { group: 'g7' });
		const list = people({
			path: (panel) => `${path}/${panel.text('group', 'Group')}`,
			body: (_filter, _token, panel) => ({
				group: panel.text('group', 'Group'),
				type: panel.optionalText('type', 'Type'),
			}),
		});
		await opened(context, list);
		expect(calls).toMatchObject([{ url: `${host}/v4/${path}/g7`, body: '{"group":"g7"}' }]);
	});

	it('says what is missing in the panel, and how to go on without it', async () => {
		const { context, calls } = editor(() => page([mia]));
		const list = people({ body: (_filter, _token, panel) => ({ a: panel.text('a', 'Group') }) });
		const error = await opened(context, list);
		expect(error).toMatchObject({
			message: "'Group' is empty",
			description: expect.stringMatching(/To go on without the list, choose 'By ID'\.$/) as string,
		});
		expect(calls).toEqual([]);
	});
});

describe('a search in a list', () => {
	const found = [mia, person('Tom', 't1'), person('Zoe', 42)];

	it.each<[string, Choice[]]>([
		['mia', [mia]],
		['WONG', [mia]],
		['  mia ', [mia]],
		['M1', [mia]],
		['4', [person('Zoe', 42)]],
		['o', [mia, person('Tom', 't1'), person('Zoe', 42)]],
		['nobody', []],
	])('for "%s" finds names and IDs that hold it', async (filter, expected) => {
		const { context } = editor(() => page(found));
		expect(await opened(context, people(), filter)).toEqual({ results: expected });
	});

	it('tells the API what is searched', async () => {
		const { context, calls } = editor(() => page(found));
		await opened(context, people(), 'mia');
		expect(calls.map(({ body }) => body)).toEqual(['{"filter":"mia","from":"0"}']);
	});

	it('reads on to the end while it finds too little', async () => {
		const { context, calls } = editor((_call, index) =>
			page([index === 2 ? mia : person('Tom')], index < 2 ? `${index + 1}` : undefined),
		);
		expect(await opened(context, people(), 'mia')).toEqual({ results: [mia] });
		expect(calls.map(({ body }) => JSON.parse(body).from)).toEqual(['0', '1', '2']);
	});

	it('ends after ten pages, and goes on from there when it is scrolled', async () => {
		const { context, calls } = editor((_call, index) => page([person('Tom')], `${index + 1}`));
		const outcome = await opened(context, people(), 'mia');
		expect(outcome).toEqual({ results: [], paginationToken: '10' });
		expect(calls).toHaveLength(10);
	});

	it('ends as soon as the list on the screen is full', async () => {
		const ten = Array.from({ length: 10 }, (_, index) => person(`Mia ${index}`));
		const { context, calls } = editor((_call, index) => page(ten, `${index + 1}`));
		const outcome = await opened(context, people(), 'mia');
		expect(outcome).toEqual({ results: [...ten, ...ten], paginationToken: '2' });
		expect(calls).toHaveLength(2);
	});

	it('keeps the pace of the list', async () => {
		const { context, calls } = editor((_call, index) => page([], `${index + 1}`));
		await opened(context, people(), 'mia');
		const [first, last] = [calls[0]!.at, calls[9]!.at];
		expect(last - first).toBeGreaterThanOrEqual(900);
		expect(last - first).toBeLessThan(1_100);
	});
});

describe('a list that Tencent refuses', () => {
	const refused = (ErrorCode: number, ErrorInfo = '') => ({ ErrorCode, ErrorInfo });

	beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0.5));

	it('is read again soon after it was asked too often, more slowly', async () => {
		const { context, calls } = editor((_call, index) =>
			index === 0 ? refused(60007) : page([mia]),
		);
		const limiter = rateLimiterFor(host, credentials.sdkAppId, path);
		const slowedDown = jest.spyOn(limiter, 'refused');
		const signAgain = jest.spyOn(Client.prototype, 'renewSignature');
		expect(await opened(context, people())).toMatchObject({ results: [mia] });
		expect(calls[1]!.at - calls[0]!.at).toBeGreaterThanOrEqual(500);
		expect(calls[1]!.at - calls[0]!.at).toBeLessThan(700);
		expect(slowedDown).toHaveBeenCalledTimes(1);
		expect(signAgain).not.toHaveBeenCalled();
	});

	it('is read three times at most, then says what to do', async () => {
		const { context, calls } = editor(() => refused(60007));
		expect(await opened(context, people())).toMatchObject({
			httpCode: '60007',
			description: saying("choose 'By ID'"),
		});
		expect(calls).toHaveLength(3);
	});

	it('is signed anew, once, when the signature is refused', async () => {
		const signAgain = jest.spyOn(Client.prototype, 'renewSignature');
		const recovered = editor((_call, index) => (index === 0 ? refused(70001) : page([mia])));
		const failing = editor(() => refused(70001));
		expect(await opened(recovered.context, people())).toMatchObject({ results: [mia] });
		expect(await opened(failing.context, people())).toMatchObject({ httpCode: '70001' });
		expect([recovered.calls.length, failing.calls.length]).toEqual([2, 2]);
		expect(signAgain).toHaveBeenCalledTimes(2);
	});

	it.each([
		['for good', 70009],
		['for longer than anybody waits', 70050],
	])('%s is not read again', async (_what, code) => {
		const { context, calls } = editor(() => refused(code));
		const { advice } = explain(code);
		expect(await opened(context, people())).toMatchObject({
			httpCode: String(code),
			description: `${advice} To go on without the list, choose 'By ID'.`,
		});
		expect(calls).toHaveLength(1);
	});

	it('leaves the pace alone when it was not asked too often', async () => {
		const { context } = editor(() => refused(70009));
		const slowedDown = jest.spyOn(rateLimiterFor(host, credentials.sdkAppId, path), 'refused');
		await opened(context, people());
		expect(slowedDown).not.toHaveBeenCalled();
	});
});

describe('a list whose answer is lost', () => {
	it('is read again, as reading changes nothing', async () => {
		const { context, calls } = editor(async (_call, index) =>
			index < 2 ? await Promise.reject(new Error('reset')) : page([mia]),
		);
		expect(await opened(context, people())).toMatchObject({ results: [mia] });
		expect(calls).toHaveLength(3);
	});

	it('leaves no doubt behind: the advice is to open it again', async () => {
		const { context } = editor(async () => await Promise.reject(new Error('reset')));
		expect(await opened(context, people())).toMatchObject({
			description:
				"Open the list again. If it happens every time, check 'Region' and 'Custom Host' in the credential. To go on without the list, choose 'By ID'.",
		});
	});

	it('is waited for ten seconds, and the time that it took counts for the pace', async () => {
		const succeeded = jest.spyOn(rateLimiterFor(host, credentials.sdkAppId, path), 'succeeded');
		jest.advanceTimersByTime(50_000);

		const { context, calls } = editor(
			async () => await new Promise((resolve) => setTimeout(() => resolve(page([mia])), 9_900)),
		);
		expect(await opened(context, people())).toMatchObject({ results: [mia] });
		expect(calls).toHaveLength(1);
		expect(succeeded.mock.lastCall?.[0]).toBeCloseTo(9_900, -1);
	});
});

describe('a list whose API is on hold', () => {
	it('does not keep the user waiting', async () => {
		rateLimiterFor(host, credentials.sdkAppId, path).holdFor(3_100);
		const { context, calls } = editor(() => page([mia]));
		expect(await opened(context, people())).toMatchObject({
			message: 'Calls to this API are on hold, because Tencent refused too many of them',
			description: "Open the list again in a minute. To go on without the list, choose 'By ID'.",
		});
		expect(calls).toEqual([]);
	});

	it('waits where it is over in three seconds', async () => {
		rateLimiterFor(host, credentials.sdkAppId, path).holdFor(3_000);
		const { context } = editor(() => page([mia]));
		expect(await opened(context, people())).toMatchObject({ results: [mia] });
	});
});

describe('the credential of a list', () => {
	it('says itself what is wrong with it', async () => {
		const { context, calls } = editor(() => page([mia]));
		context.getCredentials = async <T>() =>
			await Promise.resolve({ ...credentials, sdkAppId: 0 } as T);
		expect(await opened(context, people())).toMatchObject({ message: saying("'SDKAppID'") });
		expect(calls).toEqual([]);
	});

	it('is left to n8n to speak of where it was deleted', async () => {
		const own = new Error('Credential with ID "1" does not exist');
		const { context } = editor(() => page([mia]));
		context.getCredentials = async () => await Promise.reject(own);
		expect(await opened(context, people())).toMatchObject({
			message: own.message,
			description: expect.stringContaining('pick its credential again'),
		});
	});
});
