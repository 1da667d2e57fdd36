import { quotaFor } from '../../../nodes/TencentChatDesk/delivery/memory/quotas';

let now = 5_000;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

let rooms = 0;
/** The key of a room that nobody has spoken in. */
const newRoom = () => `room ${(rooms += 1)}`;

describe('the quota of a room', () => {
	it('spaces its calls, a little wider than the room allows', () => {
		const quota = quotaFor(newRoom(), 10);
		expect(quota.wait()).toBe(0);
		quota.acquire();
		const gap = quota.wait();
		expect(gap).toBeGreaterThan(100);
		expect(gap).toBeLessThan(110);
		now += gap;
		expect(quota.wait()).toBe(0);
	});

	it('makes up for no pause', () => {
		const quota = quotaFor(newRoom(), 10);
		quota.acquire();
		now += 60_000;
		quota.acquire();
		expect(quota.wait()).toBeGreaterThan(100);
	});

	it('is one and the same for all executions, and another one for each room', () => {
		const room = newRoom();
		expect(quotaFor(room, 10)).toBe(quotaFor(room, 10));
		expect(quotaFor(room, 10)).not.toBe(quotaFor(newRoom(), 10));
	});
});

describe('the memory of quotas', () => {
	it('holds ten thousand, and forgets the oldest that nobody waits for', async () => {
		jest.resetModules();
		const { quotaFor: fresh } =
			await import('../../../nodes/TencentChatDesk/delivery/memory/quotas');
		const [waiting, quiet] = [newRoom(), newRoom()];
		const busy = fresh(waiting, 1);
		busy.acquire();
		const oldest = fresh(quiet, 1);
		const fill = (count: number) => {
			for (let index = 0; index < count; index += 1) fresh(newRoom(), 1);
		};
		fill(9_998);
		expect(fresh(quiet, 1)).toBe(oldest);
		fill(1);
		expect(fresh(quiet, 1)).not.toBe(oldest);
		expect(fresh(waiting, 1)).toBe(busy);
	});
});
