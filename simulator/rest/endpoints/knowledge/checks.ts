import { isInteger, isStringArray, type Json } from '../../../json';
import type { KnowledgeCategory, Library, Question } from '../../../state/knowledge';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';

/** Chat Desk > knowledge base: 5 calls a second, and codes of the console's own. */
export function knowledgeCommand(
	command: string,
	fields: readonly string[],
	handle: (call: Call) => Outcome,
): Endpoint {
	return {
		path: `openim_console_http_svc/${command}`,
		callsPerSecond: 5,
		codes: { notAdmin: -20, notJson: -7, notAnObject: -7 },
		fields,
		handle: (call) =>
			call.state.app.desk ? handle(call) : refuse(-50040, 'Desk is not activated'),
	};
}

/** No page says which code a field of a wrong type gets. */
export const wrong = (field: string, kind: string): Refusal =>
	refuse(-7, `${field} has to be ${kind}`);

export const isFilled = (value: Json | undefined): value is string =>
	typeof value === 'string' && value !== '';

export function categoryIn(
	{ categories }: Library,
	id: Json | undefined,
): KnowledgeCategory | Refusal {
	if (!isInteger(id)) return wrong('CategoryId', 'an Integer');
	return categories.get(id) ?? refuse(-50003, 'there is no such category');
}

export function questionIn({ questions }: Library, id: Json | undefined): Question | Refusal {
	if (!isFilled(id)) return wrong('StandardQuestionId', 'a String');
	const found = questions.find(({ questionId }) => questionId === id);
	return found ?? refuse(-50003, 'there is no such question');
}

/** What a question says; an absent or empty field is none. */
export function wordsFault(body: Call['body']): Refusal | undefined {
	const { Question, Answer, AnswerType, CategoryId, SimilarQuestions, LanguageTag } = body;
	for (const [name, value] of Object.entries({ Question, Answer, LanguageTag })) {
		if (value !== undefined && typeof value !== 'string') return wrong(name, 'a String');
	}
	if (CategoryId !== undefined && !isInteger(CategoryId)) return wrong('CategoryId', 'an Integer');
	if (AnswerType !== undefined && AnswerType !== 0 && AnswerType !== 2) {
		return wrong('AnswerType', '0 or 2');
	}
	if (SimilarQuestions !== undefined && !isStringArray(SimilarQuestions)) {
		return wrong('SimilarQuestions', 'an Array');
	}
	return undefined;
}
