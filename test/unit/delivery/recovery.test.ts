import { canRecover, recoveryFailed } from '../../../nodes/TencentChatDesk/delivery/recovery';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import type { Recovery } from '../../../nodes/TencentChatDesk/contract';

const recovery: Recovery = {
	codes: [90048, 70107],
	path: 'im_open_login_svc/account_import',
	bodies: () => [],
	perSecond: 10,
	failureMessage: () => '',
};

describe('a remedy', () => {
	it.each([
		[90048, true],
		[70107, true],
		[90049, false],
		[undefined, false],
	])('for a failure with the code %j is one: %j', (ErrorCode, expected) => {
		const failure = failureOf('permanent', 'It failed', 'Do something.', { ErrorCode });
		expect(canRecover(recovery, failure)).toBe(expected);
	});

	it('that fails says why, and that the message itself was certainly not sent', () => {
		const failure = failureOf('lost', 'No answer came', 'Try again.', { httpStatus: 502 });
		expect(recoveryFailed("The account 'mia' could not be imported", failure)).toEqual({
			...failure,
			effect: 'none',
			message: "The account 'mia' could not be imported: No answer came",
		});
	});
});
