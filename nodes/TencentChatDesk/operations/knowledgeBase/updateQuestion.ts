import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	answerTypeOption,
	byKind,
	categoryProperties,
	kindProperty,
	knowledgeRateLimit,
	ofQuestion,
	questionId,
	readAnswerType,
	readCategory,
	readKind,
} from './knowledge';

export const updateQuestion: SingleOperation = {
	value: 'updateQuestion',
	name: 'Update Question',
	action: 'Update a question of the knowledge base',
	description: 'Change a question of the chatbot, its answer or its category, at once',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68842',
	shape: 'single',
	...byKind('update_faq', 'update_chitchat'),
	properties: [
		kindProperty,
		questionId,
		updateFields(
			{
				displayName: 'Answer',
				name: 'answer',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Open your order and choose Return.',
				description: 'What the chatbot answers',
			},
			answerTypeOption,
			...categoryProperties({ description: 'The category that the question moves to' }, '/kind'),
			{
				displayName: 'Question',
				name: 'question',
				type: 'string',
				default: '',
				placeholder: 'e.g. How do I return an article?',
				description: 'What customers ask',
			},
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			StandardQuestionId: fields.id('questionId', 'Question ID', { kind: 'word' }),
			...changesIn(
				withoutAbsent({
					Question: changes.optionalText('question', 'Question'),
					Answer: changes.optionalText('answer', 'Answer'),
					AnswerType: readAnswerType(changes),
					CategoryId: readCategory(changes, readKind(fields)),
				}),
				fields,
			),
		};
	},
	orderingKey: ofQuestion,
	retry: { policy: 'idempotent' },
	rateLimit: knowledgeRateLimit,
	interpret: (response, { StandardQuestionId }) => sent(response, { StandardQuestionId }),
};
