import { RunStats } from '../../../nodes/TencentChatDesk/delivery/scheduling/runStats';

describe('the statistics of a run', () => {
	it('count every item in exactly one place', () => {
		const stats = new RunStats(10, 'sent');
		stats.complete('done');
		stats.complete('doneBefore');
		stats.complete('doneBefore');
		stats.complete('checked');
		stats.fail(false);
		stats.fail(true);
		stats.beginDoubt(2);
		stats.endDoubt(1);

		expect(stats).toMatchObject({
			succeeded: 4,
			failedForSure: 1,
			inDoubt: 2,
			notTried: 3,
			anyFailed: true,
		});
	});
});
