import { turnKeyOf } from '../../../nodes/TencentChatDesk/delivery/memory/turns';
import { Turns } from '../../../nodes/TencentChatDesk/delivery/scheduling/turns';
import type { Account } from '../../../credentials/account';

const account = {
	origin: 'https://console.tim.qq.com',
	sdkAppId: 1400000042,
	identifier: 'administrator',
} as Account;

const call = { shape: 'single', path: 'openim/sendmsg', orderingKey: '["a","b"]' } as const;

describe('the turn of a key', () => {
	it('goes from one to the next, first come, first served', () => {
		const order = new Turns();
		const owners = ['first', 'second', 'third'].map((name) => ({ name }));
		const served: string[] = [];
		for (const owner of owners) {
			if (order.take('key', owner)) served.push(owner.name);
			else order.wait('key', owner, () => served.push(owner.name));
		}
		expect(served).toEqual(['first']);
		order.leave('key', owners[0]!);
		expect(served).toEqual(['first', 'second']);
		order.leave('key', owners[1]!);
		order.leave('key', owners[2]!);
		expect(served).toEqual(['first', 'second', 'third']);
		expect(order.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('is not given to who has left the queue, and not ended by who does not have it', () => {
		const order = new Turns();
		const [holder, gone, next, stranger] = [{}, {}, {}, {}];
		const onTurn = jest.fn();
		order.take('key', holder);
		order.wait('key', gone, () => {
			throw new Error('It has left');
		});
		order.wait('key', next, onTurn);
		order.leave('key', gone);
		order.leave('key', stranger);
		expect(order.take('key', stranger)).toBe(false);
		order.leave('key', holder);
		expect(onTurn).toHaveBeenCalledTimes(1);
	});

	it('is of no concern to other keys', () => {
		const order = new Turns();
		expect([order.take('a', {}), order.take('b', {})]).toEqual([true, true]);
	});
});

describe('the memory of turns', () => {
	it('keeps nothing of hundreds of thousands of keys that were given back', () => {
		const order = new Turns();
		const [owner, other] = [{}, {}];
		for (let key = 0; key < 200_000; key += 1) {
			order.take(`${key}`, owner);
			if (key % 3 === 0) order.wait(`${key}`, other, () => undefined);
			if (key % 6 === 0) order.leave(`${key}`, other);
			order.leave(`${key}`, owner);
			order.leave(`${key}`, other);
		}
		expect(order.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('has an end: what it has no room for goes at once', () => {
		const order = new Turns();
		const owner = {};
		for (let key = 0; key < 100_000; key += 1) order.take(`${key}`, owner);
		expect([order.take('one more', {}), order.take('one more', {})]).toEqual([true, true]);
		expect(order.take('0', {})).toBe(false);
		for (let index = 0; index < 100_000; index += 1) order.wait('0', {}, () => undefined);
		expect(order.take('0', {})).toBe(true);
		expect(order.size).toEqual({ keys: 100_000, waiting: 100_000 });
	});
});

describe('what calls of several executions have in common', () => {
	const key = turnKeyOf(account, call);

	it.each([
		['the host', { ...account, origin: 'https://adminapisgp.im.qcloud.com' }, call],
		['the app', { ...account, sdkAppId: 1 }, call],
		['the service', account, { ...call, path: 'group_open_http_svc/sendmsg' }],
		['what they are about', account, { ...call, orderingKey: '["a","c"]' }],
	])('depends on %s', (_, otherAccount, otherCall) => {
		expect(turnKeyOf(otherAccount, otherCall)).not.toBe(key);
	});

	it('does not depend on the command, or on who signs', () => {
		const other = { ...account, identifier: 'somebody' };
		expect(turnKeyOf(other, { ...call, path: 'openim/admin_msgwithdraw' })).toBe(key);
	});

	it.each([
		['a list, which may take long', { ...call, shape: 'list' as const }],
		['calls of which nobody knows what they are about', { ...call, orderingKey: '' }],
	])('is nothing for %s', (_, other) => {
		expect(turnKeyOf(account, other)).toBeUndefined();
	});
});
