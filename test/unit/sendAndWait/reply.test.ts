import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import {
	answerInWords,
	distinctWords,
	offeredTexts,
	type Reply,
} from '../../../nodes/TencentChatDesk/sendAndWait/questionReply';

const both: Reply = { type: 'approval', approve: 'Yes', decline: 'No' };
const one: Reply = { type: 'approval', approve: 'Go', decline: undefined };
const choice: Reply = { type: 'choice', choices: ['2', '1', 'Straße', 'Later '] };

describe('a reply in the chat', () => {
	it.each<[string, Reply, string, unknown]>([
		['the first button', both, 'yes', { approved: true }],
		['the second button', both, '\tNO\n', { approved: false }],
		['the number of a button', both, ' 2', { approved: false }],
		['a third number', both, '3', undefined],
		['no number at all', both, '0', undefined],
		['a number with a sign', both, '+1', undefined],
		['a part of the words', both, 'Yes please', undefined],
		['nothing', both, ' ', undefined],
		['the only button', one, 'go', { approved: true }],
		['a second button that is not there', one, '2', undefined],
		['words before numbers', choice, '2', { option: '2' }],
		['words that look like another number', choice, '1', { option: '1' }],
		['the number of a choice', choice, '3', { option: 'Straße' }],
		['words with blanks of their own', choice, 'later', { option: 'Later ' }],
		['a number beyond the choices', choice, '5', undefined],
		['letters that are put together', choice, 'stra\u00dfe', { option: 'Straße' }],
		['any text', { type: 'freeText' }, ' Nine? ', { text: 'Nine?' }],
		['no text', { type: 'freeText' }, '  ', undefined],
		['an endless text', { type: 'freeText' }, 'x'.repeat(10_001), undefined],
	])('that is %s', (_what, reply, said, answer) => {
		expect(answerInWords(reply, said)).toEqual(answer);
	});

	it('is offered what it may be', () => {
		expect([both, one, choice, { type: 'freeText' } as const].map(offeredTexts)).toEqual([
			['Yes', 'No'],
			['Go'],
			['2', '1', 'Straße', 'Later '],
			[],
		]);
	});

	it.each<[string, Reply]>([
		['capitals', { type: 'choice', choices: ['Yes', 'YES'] }],
		['blanks', { type: 'choice', choices: ['Yes', ' yes'] }],
		['nothing', { type: 'approval', approve: 'Yes', decline: ' ' }],
	])('has to tell the answers apart by more than %s', (_what, reply) => {
		expect(() => distinctWords(reply)).toThrow(InvalidParameter);
	});
});
