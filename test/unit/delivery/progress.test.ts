import type { IExecuteFunctions } from 'n8n-workflow';

import { Progress } from '../../../nodes/TencentChatDesk/delivery/scheduling/progress';
import { RunStats } from '../../../nodes/TencentChatDesk/delivery/scheduling/runStats';

let now = 5_000;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

it('the log of a run gets a line a minute after its start, and a minute after each line', () => {
	const stats = new RunStats(9, 'sent');
	const info = jest.fn();
	const context = { logger: { info }, getNode: () => ({ name: 'Send' }) };
	const progress = new Progress(context as unknown as IExecuteFunctions, stats);
	const lines = [59_999, 1, 5_000, 54_999, 1].map((later) => {
		now += later;
		progress.step();
		return info.mock.calls.length;
	});
	expect(lines).toEqual([0, 1, 1, 1, 2]);
	expect(info).toHaveBeenLastCalledWith('Send: 9 of 9 not tried, in 120.0 seconds');
});
