import { resources } from '../../nodes/TencentChatDesk/operations';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { leftOut } from '../../scripts/docs/leftOut';

const rows = leftOut.flatMap(({ commands }) => commands);
const calls = rows.flatMap(({ call }) => (call ? [call] : []));

/** The commands of operations that name them. */
const offered = resources.flatMap(({ operations }) =>
	operations
		.filter(callsApi)
		.flatMap(({ path, commands = [] }) => [
			...commands,
			...(typeof path === 'string' ? [path] : []),
		]),
);

describe('what is left out', () => {
	it('is no command of an operation', () => {
		expect(offered.length).toBeGreaterThan(100);
		expect(calls.map(({ command }) => command).filter((one) => offered.includes(one))).toEqual([]);
	});

	it('is named once, with a reason', () => {
		expect(new Set(calls.map(({ command }) => command)).size).toBe(calls.length);
		expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
		for (const { what, why } of rows)
			expect([what, why]).toEqual([what, expect.stringMatching(/\.$/)]);
	});

	it('can be tried with API: Call', () => {
		expect(calls.length).toBeGreaterThan(15);
		for (const { command } of calls) expect(command).toMatch(/^\w+\/\w+$/);
	});
});
