import { step, type Story } from './story';

export const knowledgeBaseStories: Story[] = [
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
			expect(end.world.questions).toMatchObject([
				{
					question: 'How do I return an article?',
					answer: 'Open your order and choose Return.',
					similarQuestions: ['Can I send something back?'],
				},
			]);
		},
	},
];
