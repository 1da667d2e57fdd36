import { ordinal } from '../../../nodes/TencentChatDesk/delivery/ordinal';

describe('a place in a row', () => {
	it.each([
		[1, '1st'],
		[2, '2nd'],
		[3, '3rd'],
		[4, '4th'],
		[11, '11th'],
		[12, '12th'],
		[13, '13th'],
		[21, '21st'],
		[112, '112th'],
	])('%i is the %s', (place, words) => {
		expect(ordinal(place)).toBe(words);
	});
});
