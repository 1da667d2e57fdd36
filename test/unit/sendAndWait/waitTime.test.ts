import { readWaitEnd } from '../../../nodes/TencentChatDesk/sendAndWait/waitTime';
import { item, refusal } from '../item';

const now = Date.UTC(2030, 0, 1, 12);

const end = (values: Record<string, unknown> | undefined) =>
	readWaitEnd(
		item({ options: values === undefined ? {} : { limitWaitTime: { values } } }),
		now,
	)?.toISOString();

describe('the end of a wait', () => {
	it('is none where no limit was added', () => {
		expect(end(undefined)).toBeUndefined();
		expect(readWaitEnd(item({ options: '' }), now)).toBeUndefined();
	});

	it.each([
		[{}, '2030-01-01T12:45:00.000Z'],
		[{ resumeAmount: 5 }, '2030-01-01T12:05:00.000Z'],
		[{ resumeAmount: 0.5, resumeUnit: 'hours' }, '2030-01-01T12:30:00.000Z'],
		[{ resumeAmount: '2', resumeUnit: 'days' }, '2030-01-03T12:00:00.000Z'],
		[
			{ limitType: 'atSpecifiedTime', maxDateAndTime: '2030-02-01T00:00:00+01:00' },
			'2030-01-31T23:00:00.000Z',
		],
		// A date of the panel names no zone: the workflow's holds, here UTC.
		[
			{ limitType: 'atSpecifiedTime', maxDateAndTime: '2030-02-01T08:30:00' },
			'2030-02-01T08:30:00.000Z',
		],
	])('of %j is %s', (values, expected) => {
		expect(end(values)).toBe(expected);
	});

	it.each([
		[{ resumeAmount: -1 }, 'Amount'],
		[{ resumeAmount: 1e12 }, 'Amount'],
		[{ resumeAmount: 'soon' }, 'Amount'],
		[{ resumeAmount: undefined }, 'Amount'],
		[{ resumeUnit: 'weeks' }, 'Unit'],
		[{ limitType: 'never' }, 'Limit Type'],
		[{ limitType: 'atSpecifiedTime' }, 'Max Date and Time'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: 'tomorrow' }, 'Max Date and Time'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2031-02-30T10:00' }, 'Max Date and Time'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2029-12-31T00:00:00Z' }, 'Max Date and Time'],
	])('is refused for %j, with the name of the parameter', (values, label) => {
		expect(refusal(() => end(values)).problem).toContain(`'${label}'`);
	});
});
