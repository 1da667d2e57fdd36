import { randomUUID } from 'node:crypto';
import { isInteger, isStringArray, type JsonObject } from '../../../json';
import type { Library, Question } from '../../../state/knowledge';
import type { World } from '../../../state/world';
import { refuse, type Call, type Outcome } from '../../endpoint';
import { categoryIn, isFilled, knowledgeCommand, questionIn, wordsFault, wrong } from './checks';

type LibraryOf = (world: World) => Library;

const faqOf: LibraryOf = ({ knowledge }) => knowledge.faq;
const smallTalkOf: LibraryOf = ({ knowledge }) => knowledge.smallTalk;

const enabled = 4;
const disabled = 5;
const deleted = 6;

/**
 * Chat Desk > Add Chatbot FAQ Library Question (v4/openim_console_http_svc/add_faq, page
 * 1229/68846). The page does not say what may be left out; a question without words is none.
 */
function add({ body, state }: Call): Outcome {
	const { CategoryId, Question, Answer, AnswerType, SimilarQuestions, LanguageTag } = body;
	if (!isFilled(Question)) return wrong('Question', 'a String');
	if (!isFilled(Answer)) return wrong('Answer', 'a String');
	const fault = wordsFault(body);
	if (fault) return fault;
	faqOf(state.world).questions.push({
		questionId: `${state.app.sdkAppId}-@RBT#DeskDefaultRobot-${randomUUID()}`,
		categoryId: isInteger(CategoryId) ? CategoryId : undefined,
		question: Question,
		answer: Answer,
		richText: AnswerType === 2,
		similarQuestions: isStringArray(SimilarQuestions) ? SimilarQuestions : [],
		languageTag: isFilled(LanguageTag) ? LanguageTag : '',
		status: enabled,
	});
	return { response: {} };
}

const shown = (question: Question, questionType: number): JsonObject => ({
	StandardQuestionId: question.questionId,
	StandardQuestion: question.question,
	Status: question.status,
	CategoryId: question.categoryId ?? 0,
	Answer: question.answer,
	AnswerType: question.richText ? 2 : 0,
	QuestionType: questionType,
	SimilarQuestions: [...question.similarQuestions],
});

/** Pages 269/116741 and 269/116739: pages count from 1; the counts are those of what is asked for. */
const list =
	(libraryOf: LibraryOf, questionType: number) =>
	({ body, state }: Call): Outcome => {
		const { PageIndex, PageSize, Status } = body;
		if (!isInteger(PageIndex) || PageIndex < 1) return wrong('PageIndex', 'an Integer from 1');
		if (!isInteger(PageSize) || PageSize < 1) return wrong('PageSize', 'an Integer from 1');
		if (Status !== undefined && Status !== enabled && Status !== disabled) {
			return wrong('Status', `${enabled} or ${disabled}`);
		}
		const fault = wordsFault(body);
		if (fault) return fault;
		const { Question = '', CategoryId, LanguageTag = '' } = body;
		const found = libraryOf(state.world).questions.filter(
			(one) =>
				one.question.includes(String(Question)) &&
				(CategoryId === undefined || one.categoryId === CategoryId) &&
				(Status === undefined || one.status === Status) &&
				one.languageTag === LanguageTag,
		);
		const similar = found.reduce((sum, one) => sum + one.similarQuestions.length, 0);
		const from = (PageIndex - 1) * PageSize;
		return {
			response: {
				AllQuestionCount: found.length + similar,
				StandardQuestionCount: found.length,
				QuestionList: found
					.slice(from, from + PageSize)
					.map((question) => shown(question, questionType)),
			},
		};
	};

/** Pages 269/116733 and 1229/68839: absent or empty is unchanged. */
const update =
	(libraryOf: LibraryOf) =>
	({ body, state }: Call): Outcome => {
		const fault = wordsFault(body);
		if (fault) return fault;
		const library = libraryOf(state.world);
		const question = questionIn(library, body.StandardQuestionId);
		if ('code' in question) return question;
		const { Question, Answer, AnswerType, CategoryId } = body;
		if (CategoryId !== undefined) {
			const category = categoryIn(library, CategoryId);
			if ('code' in category) return category;
			question.categoryId = category.categoryId;
		}
		if (isFilled(Question)) question.question = Question;
		if (isFilled(Answer)) question.answer = Answer;
		if (AnswerType !== undefined) question.richText = AnswerType === 2;
		return { response: {} };
	};

/** Page 1229/68836: 4 enables, 5 disables, 6 deletes. One that is deleted stays so. */
function setStatus({ body, state }: Call): Outcome {
	const { StandardQuestionIds: ids, Status } = body;
	if (!isStringArray(ids) || ids.length === 0) return wrong('StandardQuestionIds', 'an Array');
	const library = faqOf(state.world);
	if (Status === deleted) {
		library.questions = library.questions.filter(({ questionId }) => !ids.includes(questionId));
		return { response: {} };
	}
	if (Status !== enabled && Status !== disabled) return wrong('Status', '4, 5 or 6');
	const named = library.questions.filter(({ questionId }) => ids.includes(questionId));
	if (named.length < new Set(ids).size) return refuse(-50003, 'there is no such question');
	for (const question of named) question.status = Status;
	return { response: {} };
}

const listFields = ['PageIndex', 'PageSize', 'Question', 'CategoryId', 'Status', 'LanguageTag'];
const updateFields = ['StandardQuestionId', 'Question', 'Answer', 'AnswerType', 'CategoryId'];

export const questionCommands = [
	knowledgeCommand(
		'add_faq',
		['CategoryId', 'Question', 'Answer', 'AnswerType', 'SimilarQuestions', 'LanguageTag'],
		add,
	),
	knowledgeCommand('list_faq', listFields, list(faqOf, 0)),
	knowledgeCommand('list_chitchat', listFields, list(smallTalkOf, 1)),
	knowledgeCommand('update_faq', updateFields, update(faqOf)),
	knowledgeCommand('update_chitchat', updateFields, update(smallTalkOf)),
	knowledgeCommand('batch_set_faq', ['StandardQuestionIds', 'Status'], setStatus),
];
