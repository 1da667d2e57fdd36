import { asData } from '../../../scripts/build/panel.cjs';
import * as panel from '../../../nodes/TencentChatDesk/operations/panel';

describe('the panel as data', () => {
	it('is what the source says', () => {
		expect(JSON.parse(asData(panel))).toEqual({ ...panel });
	});

	it.each([
		['a function', () => undefined],
		['an entry that is not there', { maxValue: undefined }],
		['a date', new Date(0)],
		['an expression', /^a$/],
		['no number', NaN],
	])('is refused with %s', (_what, value) => {
		expect(() => asData({ properties: [{ name: 'text', value }] })).toThrow(
			"'properties' of the panel is not data",
		);
	});
});
