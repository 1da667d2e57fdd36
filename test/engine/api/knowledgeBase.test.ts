import type { IDataObject } from 'n8n-workflow';

import type { World } from '../../../simulator';
import { testbeds, failureIn, type Testbed } from '../../harness/engineTestbed';

type Question = World['knowledge']['faq']['questions'][number];

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

		expect(testbed.simulator.world().knowledge.faq.questions).toMatchObject([
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
		testbed.failNext(addCommand, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(add(), [{}], { onError: 'continueErrorOutput' });

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.simulator.world().knowledge.faq.questions).toHaveLength(1);
	});

	it('waits and asks again when Tencent was asked too often', async () => {
		const testbed = await open();
		testbed.failNext(addCommand, { kind: 'errorCode', code: -14 });

		const { output } = await testbed.run(add(), [{}]);

		expect(output).toHaveLength(1);
		expect(testbed.calls(addCommand)).toHaveLength(2);
	});
});

const listCommand = 'openim_console_http_svc/list_faq';

const question = (number: number, more: Partial<Question> = {}): Question => ({
	questionId: `1400000001-@RBT#DeskDefaultRobot-q${number}`,
	categoryId: 77514,
	question: `Question ${number}`,
	answer: `Answer ${number}`,
	richText: false,
	similarQuestions: [],
	languageTag: '',
	status: 4,
	...more,
});

const faqOf = (testbed: Testbed) => testbed.simulator.world().knowledge.faq;

const on = (operation: string, more: IDataObject = {}) => ({
	resource: 'knowledgeBase',
	operation,
	options: {},
	...more,
});

describe('Get Many Questions', () => {
	const list = (more: IDataObject = {}) => on('getQuestions', { returnAll: true, ...more });

	it('reads page after page, by the number of the page', async () => {
		const testbed = await open();
		faqOf(testbed).questions.push(...Array.from({ length: 120 }, (_unused, at) => question(at)));

		const { output } = await testbed.run(list(), [{}]);

		expect(output.map(({ json }) => json.StandardQuestion)).toEqual(
			Array.from({ length: 120 }, (_unused, at) => `Question ${at}`),
		);
		expect(testbed.calls(listCommand).map(({ body }) => body)).toEqual([
			{ PageIndex: 1, PageSize: 50 },
			{ PageIndex: 2, PageSize: 50 },
			{ PageIndex: 3, PageSize: 50 },
		]);
	});

	it('asks for words, a category, a status and a language', async () => {
		const testbed = await open();
		faqOf(testbed).questions.push(
			question(1, { languageTag: 'en', status: 5 }),
			question(2, { languageTag: 'en' }),
		);
		const options = {
			search: 'Question',
			questionCategory: 77514,
			status: 5,
			languageTag: 'en',
		};

		const { output } = await testbed.run(list({ options }), [{}]);

		expect(output.map(({ json }) => json.StandardQuestion)).toEqual(['Question 1']);
		expect(testbed.calls(listCommand)[0]?.body).toEqual({
			PageIndex: 1,
			PageSize: 50,
			Question: 'Question',
			CategoryId: 77514,
			Status: 5,
			LanguageTag: 'en',
		});
	});

	it('has a command of its own for small talk, with categories of its own', async () => {
		const testbed = await open();
		const options = { smallTalkCategoryId: 88001, questionCategory: 77514 };

		const { output } = await testbed.run(list({ kind: 'smallTalk', options }), [{}]);

		expect(output.map(({ json }) => json)).toMatchObject([
			{ StandardQuestion: 'How are you?', QuestionType: 1 },
		]);
		expect(testbed.calls('openim_console_http_svc/list_chitchat')[0]?.body).toEqual({
			PageIndex: 1,
			PageSize: 50,
			CategoryId: 88001,
		});
	});
});

describe('Update Question', () => {
	it('changes what is given and nothing else', async () => {
		const testbed = await open();
		faqOf(testbed).questions.push(question(1));
		const { questionId } = question(1);

		const { output } = await testbed.run(
			on('updateQuestion', { questionId, updateFields: { answer: 'Ask Mia', answerType: 2 } }),
			[{}],
		);

		expect(output[0]?.json).toEqual({ StandardQuestionId: questionId });
		expect(faqOf(testbed).questions).toEqual([question(1, { answer: 'Ask Mia', richText: true })]);
		expect(testbed.calls()[0]?.body).toEqual({
			StandardQuestionId: questionId,
			Answer: 'Ask Mia',
			AnswerType: 2,
		});
	});

	it('changes small talk by a command of its own', async () => {
		const testbed = await open();
		const { smallTalk } = testbed.simulator.world().knowledge;
		const { questionId } = smallTalk.questions[0]!;

		await testbed.run(
			on('updateQuestion', {
				kind: 'smallTalk',
				questionId,
				updateFields: { answer: 'Splendid', smallTalkCategoryId: 88001 },
			}),
			[{}],
		);

		expect(smallTalk.questions[0]?.answer).toBe('Splendid');
		expect(testbed.calls('openim_console_http_svc/update_chitchat')).toHaveLength(1);
	});

	it.each([
		[{ updateFields: {} }, "'Update Fields' is empty"],
		[{ questionId: '={{ "" }}', updateFields: { answer: 'x' } }, "'Question ID' is empty"],
		[{ updateFields: { answerType: 1 } }, "'Answer Type' is not one of its choices"],
		[{ updateFields: { questionCategory: 'orders' } }, "'Category' is not a whole number"],
	])('refuses %j', async (more, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			on('updateQuestion', { questionId: 'q1', ...more }),
			[{}],
			{ onError: 'continueErrorOutput' },
		);

		expect(failureIn(errorOutput[0]!).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('questions of the knowledge base', () => {
	const [first, second] = [question(1), question(2)];
	const change = async (testbed: Testbed, operation: string, questionIds: string) =>
		await testbed.run(on(operation, { questionIds }), [{}], { onError: 'continueErrorOutput' });

	it('are disabled, enabled and deleted, several in a call', async () => {
		const testbed = await open();
		faqOf(testbed).questions.push({ ...first }, { ...second });
		const both = `${first.questionId}, ${second.questionId}`;

		await change(testbed, 'disableQuestions', both);
		expect(faqOf(testbed).questions.map(({ status }) => status)).toEqual([5, 5]);

		const { output } = await change(testbed, 'enableQuestions', second.questionId);
		expect(faqOf(testbed).questions.map(({ status }) => status)).toEqual([5, 4]);
		expect(output[0]?.json).toEqual({ StandardQuestionIds: [second.questionId], Status: 4 });

		await change(testbed, 'deleteQuestions', both);
		expect(faqOf(testbed).questions).toEqual([]);
	});

	it('say when one of them is not there', async () => {
		const testbed = await open();

		const { errorOutput } = await change(testbed, 'disableQuestions', 'nothing');

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: -50003 });
	});
});

describe('Create Robot', () => {
	const create = (nickname: string) => on('createRobot', { nickname });

	it('gives the ID of the robot', async () => {
		const testbed = await open();

		const { output } = await testbed.run(create('Parcel helper'), [{}]);

		expect(output[0]?.json).toEqual({
			RobotNickName: 'Parcel helper',
			RobotId: expect.stringMatching(/^@RBT#/),
		});
	});

	it('is not repeated when the answer is lost, for no command removes a robot', async () => {
		const testbed = await open();
		testbed.failNext('openim_console_http_svc/desk_add_robot', { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(create('Parcel helper'), [{}], {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.simulator.world().knowledge.robots.size).toBe(1);
	});

	it.each([
		['x'.repeat(51), "'Nickname' has 51 characters, 50 are allowed"],
		['={{ "" }}', "'Nickname' is empty"],
	])('refuses the nickname %j', async (nickname, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(create(nickname), [{}], {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).message).toBe(problem);
	});
});
