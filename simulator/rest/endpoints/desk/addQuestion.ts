import { isInteger, isStringArray } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

/**
 * Chat Desk > Add Chatbot FAQ Library Question (v4/openim_console_http_svc/add_faq, page
 * 1229/68846). The page does not say what may be left out; a question without words is none.
 */
export const addQuestion: Endpoint = {
	path: 'openim_console_http_svc/add_faq',
	callsPerSecond: 5,
	codes: { notAdmin: -20, notJson: -7, notAnObject: -7 },
	fields: ['CategoryId', 'Question', 'Answer', 'AnswerType', 'SimilarQuestions', 'LanguageTag'],
	handle({ body, state }: Call): Outcome {
		const { CategoryId, Question, Answer } = body;
		const { AnswerType = 0, SimilarQuestions = [], LanguageTag = '' } = body;
		if (typeof Question !== 'string' || Question === '') {
			return refuse(-7, 'Question has to be a String');
		}
		if (typeof Answer !== 'string' || Answer === '') {
			return refuse(-7, 'Answer has to be a String');
		}
		if (CategoryId !== undefined && !isInteger(CategoryId)) {
			return refuse(-7, 'CategoryId has to be an Integer');
		}
		if (AnswerType !== 0 && AnswerType !== 2) return refuse(-7, 'AnswerType has to be 0 or 2');
		if (!isStringArray(SimilarQuestions)) return refuse(-7, 'SimilarQuestions has to be an Array');
		if (typeof LanguageTag !== 'string') return refuse(-7, 'LanguageTag has to be a String');
		state.world.questions.push({
			categoryId: CategoryId,
			question: Question,
			answer: Answer,
			richText: AnswerType === 2,
			similarQuestions: SimilarQuestions,
			languageTag: LanguageTag,
		});
		return { answer: {} };
	},
};
