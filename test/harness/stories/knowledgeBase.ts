import { step, type Story } from './story';

export const knowledgeBaseStories: Story[] = [
	{
		name: 'keeps the knowledge base like a table: a new category, a question in it, another answer',
		steps: [
			step('Category', 'knowledgeBase.createCategory', { title: 'Payment' }),
			step('Teach', 'knowledgeBase.addQuestion', {
				questionCategoryId: '={{ $json.CategoryId }}',
				question: 'Which cards do you take?',
				answer: 'All of them.',
			}),
			step('Find', 'knowledgeBase.getQuestions', {
				returnAll: true,
				options: { search: 'cards' },
			}),
			step('Correct', 'knowledgeBase.updateQuestion', {
				questionId: '={{ $json.StandardQuestionId }}',
				updateFields: { answer: 'Visa and JCB.' },
			}),
			step('Pause', 'knowledgeBase.disableQuestions', {
				questionIds: '={{ $json.StandardQuestionId }}',
			}),
			step('Categories', 'knowledgeBase.getCategories', { returnAll: true }),
		],
		check(end) {
			expect(end.world.knowledge.faq.questions).toMatchObject([
				{ question: 'Which cards do you take?', answer: 'Visa and JCB.', status: 5 },
			]);
			expect(end.json('Categories').map(({ Title }) => Title)).toContain('Payment');
		},
	},
	{
		name: 'teaches the chatbot a question, with other words for it',
		steps: [
			step('Teach', 'knowledgeBase.addQuestion', {
				questionCategoryId: 77514,
				question: 'How do I return an article?',
				answer: 'Open your order and choose Return.',
				options: { similarQuestions: ['Can I send something back?'] },
			}),
		],
		check(end) {
			expect(end.json('Teach')).toEqual([
				{ CategoryId: 77514, Question: 'How do I return an article?' },
			]);
			expect(end.world.knowledge.faq.questions).toMatchObject([
				{
					question: 'How do I return an article?',
					answer: 'Open your order and choose Return.',
					similarQuestions: ['Can I send something back?'],
				},
			]);
		},
	},
];
