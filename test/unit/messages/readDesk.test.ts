import { isSignal } from '../../../nodes/TencentChatDesk/messages/desk/deskKinds';
import { readMsgBody } from '../../../nodes/TencentChatDesk/messages/plainText';
import { deskElement, deskSamples, variantsOf } from '../../support/deskSamples';

const read = (data: Record<string, unknown>) => readMsgBody([deskElement(data)]);

describe("Desk's own messages", () => {
	it.each(deskSamples.map((sample) => [sample.what, sample] as const))(
		'are read in every spelling: %s',
		(_what, { data, kind, text, isSignal: noMessage = false }) => {
			for (const variant of variantsOf(data)) {
				const reading = read(variant);
				expect([variant, reading.messageKind, reading.text]).toEqual([variant, kind, text]);
				expect(isSignal(reading.messageKind)).toBe(noMessage);
			}
		},
	);

	it('are the only ones that are read so', () => {
		const own = { src: '30', content: 'mine', customerServicePlugin: 1 };
		expect(read(own)).toEqual({ messageKind: 'custom', text: JSON.stringify(own) });
		expect(read({ src: '7', content: 'mine' }).messageKind).toBe('custom');
		expect(read({ customerServicePlugin: null, src: '7', content: '' }).messageKind).toBe('custom');
	});

	it('have no words where their content is broken', () => {
		for (const src of ['9', '10', '15', '21', '22', '28', '29', '30', '31', '32', '33', '37']) {
			for (const content of [
				null,
				[],
				7,
				'x',
				{ items: 'x', inputVariables: {} },
				{ items: [7] },
			]) {
				const data = { customerServicePlugin: 0, src, content, menuContent: content, chunks: {} };
				expect(read({ ...data, menuSelected: content }).text).not.toMatch(/[{[]|undefined|object/);
			}
		}
	});

	it('say what the whole message is, whatever stands beside them', () => {
		const face = { MsgType: 'TIMFaceElem', MsgContent: { Index: 1 } };
		const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Look' } };
		const card = deskElement({ customerServicePlugin: 0, src: '30', content: '**Here**' });
		expect(readMsgBody([text, card])).toEqual({ messageKind: 'richText', text: 'Look\n**Here**' });
		expect(readMsgBody([face, text]).messageKind).toBe('face');
		expect(readMsgBody([])).toEqual({ messageKind: 'other', text: '' });
	});
});

describe('a rating', () => {
	const rated = (menuSelected: unknown) =>
		read({ customerServicePlugin: 0, src: '10', menuSelected }).rating;

	it('has a score, a label and a session', () => {
		expect(rated({ id: '105', content: 'Very good', sessionId: 's-1' })).toEqual({
			score: 5,
			label: 'Very good',
			sessionId: 's-1',
		});
	});

	it('has the number of its choice for a score where these begin at 1', () => {
		expect(rated({ id: 2, content: 'Bad', sessionId: 's' })).toMatchObject({ score: 2 });
	});

	it.each(['', 'best', '6', '100', '106', '-3', '1.5', undefined])(
		'has no score with the ID %j',
		(id) => {
			expect(rated({ id, content: 'Good', sessionId: 's' })).toEqual({
				label: 'Good',
				sessionId: 's',
			});
		},
	);

	it('is empty where nothing was selected', () => {
		expect(rated(undefined)).toEqual({ label: '', sessionId: '' });
	});
});

describe('a form that was filled in', () => {
	it('gives what was entered by the names of its fields', () => {
		const inputVariables = [
			{ name: 'Name', variableValue: 'Ann' },
			{ name: 'Note', variableValue: '' },
			{ name: 'Age', variableValue: 42 },
			{ variableValue: 'nameless' },
		];
		const { formAnswers, text } = read({
			customerServicePlugin: 0,
			src: '33',
			content: { inputVariables },
		});
		expect(formAnswers).toEqual({ Name: 'Ann', Note: '', Age: '42' });
		expect(text).toBe('Name: Ann\nNote\nAge: 42');
	});

	it('is told from the form that asks', () => {
		const asked = { customerServicePlugin: 0, src: '33', nodeStatus: 2, content: {} };
		expect(read(asked)).toEqual({ messageKind: 'taskForm', text: '' });
	});
});
