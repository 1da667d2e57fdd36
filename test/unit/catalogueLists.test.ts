import { InvalidParameter } from '../../nodes/TencentChatDesk/parameters/invalidParameter';
import { type Control, type Panel, type PanelOfOperation, panels } from '../property/support/panel';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { item } from './item';

/** What an operation makes of a panel: its body, or why there is none. */
function bodyOf({ operation }: PanelOfOperation, panel: Panel): unknown {
	try {
		if (!callsApi(operation)) return undefined;
		return operation.request(item(panel));
	} catch (error) {
		if (error instanceof InvalidParameter) return error;
		throw error;
	}
}

const isRefused = (value: unknown) => value instanceof InvalidParameter;

interface Place {
	key: string;
	label: string;
	/** The body with a value in this control. */
	body(value: unknown): unknown;
}

const places: Place[] = panels.flatMap((of) =>
	of.controls
		.filter(({ isFrame, isShared }) => !isFrame && !isShared)
		.map(({ key, label, panel, put }: Control) => ({
			key,
			label,
			body: (value: unknown) => bodyOf(of, put(panel, value)),
		})),
);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Controls that take a list, and the same from a text with commas. */
const lists = places.filter(({ body }) => {
	const list = body(['1', '2', '3']);
	return !isRefused(list) && same(list, body('1, 2, 3')) && !same(list, body(['1', '2']));
});

/** Controls for one ID of an account, an agent, a session or a message. */
const accounts = places.filter(
	({ key, label, body }) =>
		/account|user ?id|agent$|^owner|^email|session id|message key|task id/i.test(label) &&
		!lists.some((list) => list.key === key) &&
		!isRefused(body('a')) &&
		!same(body('a'), body('b')),
);

describe('every list of IDs and of words', () => {
	it('is found', () => {
		const found = lists.map(({ key }) => key);
		expect(found).toEqual(
			expect.arrayContaining([
				'directMessage.sendToMany.toAccounts',
				'directMessage.setExtensions.keys',
				'group.addMembers.members',
				'group.sendMessage.options.mentions',
				'push.addTags.tags',
				'liveRoom.addRobots.userIds',
				'agent.create.options.roleIds',
			]),
		);
		expect(found.length).toBeGreaterThan(30);
	});

	it.each(lists)('$key may be pasted with lines, semicolons or Chinese signs', ({ key, body }) => {
		const list = body(['1', '2', '3']);
		for (const text of ['1\n2\r\n3', '1; 2;3', '1，2，3', '1；2、3', '1\t2\t3', '["1", 2, "3"]']) {
			expect([key, text, body(text)]).toEqual([key, text, list]);
		}
	});
});

describe('every control for one account, agent, session or message', () => {
	it('is found', () => {
		const found = accounts.map(({ key }) => key);
		expect(found).toEqual(
			expect.arrayContaining([
				'session.contactUser.userId',
				'session.end.sessionId',
				'directMessage.send.toAccount',
				'directMessage.send.options.fromAccount',
				'directMessage.recall.msgKey',
				'group.create.options.owner',
				'liveRoom.sendText.senderAccount',
				'push.addTags.userId',
			]),
		);
		expect(found.length).toBeGreaterThan(50);
	});

	const mistakes = [
		'a, b',
		'a;b',
		'a\nb',
		'a，b',
		'["a","b"]',
		'a\u200b',
		'a\u0000',
		'user[object Object]',
	];

	it.each(accounts)('$key takes no list and nothing unseen', ({ key, label, body }) => {
		for (const mistake of mistakes) {
			const given = body(mistake);
			expect([key, mistake, isRefused(given)]).toEqual([key, mistake, true]);
			expect((given as InvalidParameter).problem).toContain(`'${label}'`);
		}
		expect(isRefused(body('@RBT#001'))).toBe(false);
		expect(same(body(' a\n'), body('a'))).toBe(true);
	});
});
