import type { IDataObject } from 'n8n-workflow';

import { testbeds, failureIn } from '../../harness/engineTestbed';

const open = testbeds();

const addCommand = 'openim_console_http_svc/add_faq';

const add = (more: IDataObject = {}) => ({
	resource: 'knowledgeBase',
	operation: 'addQuestion',
	questionCategoryId: 77514,
	question: 'How do I return an article?',
	answer: 'Open your order and choose Return.',
	options: {},
	...more,
});

describe('Add Question', () => {
	it('teaches the chatbot a question and its answer', async () => {
		const testbed = await open();

		const { output } = await testbed.run(add(), [{}]);

		expect(testbed.calls(addCommand).map(({ body }) => body)).toEqual([
			{
				CategoryId: 77514,
				Question: 'How do I return an article?',
				Answer: 'Open your order and choose Return.',
				AnswerType: 0,
			},
		]);
		expect(output[0]?.json).toEqual({
			CategoryId: 77514,
			Question: 'How do I return an article?',
		});
	});

	it('with other words for the same question, in rich text and a language', async () => {
		const testbed = await open();
		const options = {
			answerType: 2,
			languageTag: 'en',
			similarQuestions: ['Can I send it back, please?', '', 'Returns?'],
		};

		await testbed.run(add({ options }), [{}]);

		expect(testbed.simulator.world().questions).toEqual([
			{
				categoryId: 77514,
				question: 'How do I return an article?',
				answer: 'Open your order and choose Return.',
				richText: true,
				languageTag: 'en',
				similarQuestions: ['Can I send it back, please?', 'Returns?'],
			},
		]);
	});

	it.each([
		[{ question: '={{ "" }}' }, "'Question' is empty"],
		[{ answer: '={{ "" }}' }, "'Answer' is empty"],
		[{ questionCategoryId: 0 }, "'Category ID' is 0, out of its range"],
		[{ options: { requestsPerSecond: 6 } }, "'Requests per Second'"],
	])('refuses %j by its label', async (more, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(add(more), [{}], {
			onError: 'continueErrorOutput',
			credential: { region: 'singapore' },
		});

		expect(failureIn(errorOutput[0]!).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it('is not made twice when the answer is lost, for the question would stand there twice', async () => {
		const testbed = await open();
		testbed.failNext(addCommand, { kind: 'loseAnswer' });

		const { errorOutput } = await testbed.run(add(), [{}], { onError: 'continueErrorOutput' });

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.simulator.world().questions).toHaveLength(1);
	});

	it('waits and asks again when Tencent was asked too often', async () => {
		const testbed = await open();
		testbed.failNext(addCommand, { kind: 'errorCode', code: -14 });

		const { output } = await testbed.run(add(), [{}]);

		expect(output).toHaveLength(1);
		expect(testbed.calls(addCommand)).toHaveLength(2);
	});
});
