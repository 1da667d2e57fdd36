import { withoutAbsent } from '../../parameters/fields';
import { knowledgeBaseCategory } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { panelVersion, shownBefore, shownSince } from '../versions';

export const addQuestion: SingleOperation = {
	value: 'addQuestion',
	name: 'Add Question',
	action: 'Add a question to the knowledge base',
	description: 'Teach the chatbot a question and its answer. It takes effect at once.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68846',
	shape: 'single',
	path: 'openim_console_http_svc/add_faq',
	properties: [
		shownSince(panelVersion, { ...knowledgeBaseCategory, required: true }),
		shownBefore(panelVersion, {
			displayName: 'Category ID',
			name: 'questionCategoryId',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: '',
			required: true,
			placeholder: 'e.g. 77514',
			description: 'Number of the category that gets the question, as the Desk console shows it',
		}),
		{
			displayName: 'Question',
			name: 'question',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. How do I return an article?',
			description: 'What customers ask',
		},
		{
			displayName: 'Answer',
			name: 'answer',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. Open your order and choose Return.',
			description: 'What the chatbot answers',
		},
	],
	options: [
		{
			displayName: 'Answer Type',
			name: 'answerType',
			type: 'options',
			options: [
				{ name: 'Rich Text', value: 2 },
				{ name: 'Text', value: 0 },
			],
			default: 0,
			description: 'How the answer is written; plain text when left out',
		},
		{
			displayName: 'Language Tag',
			name: 'languageTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			description: 'Language that the question belongs to, where the chatbot speaks several',
		},
		{
			displayName: 'Similar Questions',
			name: 'similarQuestions',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
			default: [],
			placeholder: 'e.g. Can I send something back?',
			description: 'Other words for the same question',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			CategoryId:
				fields.optionalInteger(knowledgeBaseCategory.name, knowledgeBaseCategory.displayName, {
					min: 1,
				}) ?? fields.integer('questionCategoryId', 'Category ID', { min: 1 }),
			Question: fields.text('question', 'Question'),
			Answer: fields.text('answer', 'Answer'),
			AnswerType: options.optionalChoice('answerType', 'Answer Type', [0, 2]) ?? 0,
			SimilarQuestions: options.optionalTexts('similarQuestions', 'Similar Questions'),
			LanguageTag: options.optionalText('languageTag', 'Language Tag'),
		});
	},
	orderingKey: ({ CategoryId }) => JSON.stringify([CategoryId]),
	// No field tells a copy from a second question with the same words.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 2.5, max: 5 },
	interpret: (response, { CategoryId, Question }) => sent(response, { CategoryId, Question }),
};
