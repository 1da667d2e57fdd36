/** What a question is: 4 the chatbot answers it, 5 it does not. A deleted one (6) is not kept. */
export type QuestionStatus = 4 | 5;

/** A question that the chatbot can answer: Chat Desk > Add Chatbot FAQ Library Question. */
export interface Question {
	questionId: string;
	categoryId: number | undefined;
	question: string;
	answer: string;
	richText: boolean;
	similarQuestions: string[];
	languageTag: string;
	status: QuestionStatus;
}

/** A category of questions. */
export interface KnowledgeCategory {
	categoryId: number;
	/** 0 at the top. */
	parentId: number;
	title: string;
	/** Brought along by Desk, so that it cannot be deleted. */
	preset: boolean;
}

/** One part of what the chatbot knows: FAQ or small talk. */
export interface Library {
	questions: Question[];
	categories: Map<number, KnowledgeCategory>;
}

export interface LibrarySeed {
	questions: Question[];
	categories: KnowledgeCategory[];
}

/** What the chatbots know before the first call. */
export interface KnowledgeSeed {
	faq: LibrarySeed;
	smallTalk: LibrarySeed;
}

/** What the chatbots know now, and the names of those that were made since. */
export interface Knowledge {
	faq: Library;
	smallTalk: Library;
	/** Nickname by RobotId. */
	robots: Map<string, string>;
}

function buildLibrary({ questions, categories }: LibrarySeed): Library {
	return {
		questions: structuredClone(questions),
		categories: new Map(categories.map((category) => [category.categoryId, { ...category }])),
	};
}

export const buildKnowledge = ({ faq, smallTalk }: KnowledgeSeed): Knowledge => ({
	faq: buildLibrary(faq),
	smallTalk: buildLibrary(smallTalk),
	robots: new Map(),
});

const category = (categoryId: number, title: string, parentId = 0, preset = false) => ({
	categoryId,
	parentId,
	title,
	preset,
});

/** What the chatbot of the demo app knows. */
export const demoKnowledge = (): KnowledgeSeed => ({
	faq: {
		questions: [],
		categories: [
			category(77513, 'Default', 0, true),
			category(77514, 'Orders'),
			category(77515, 'Delivery', 77514),
		],
	},
	smallTalk: {
		questions: [
			{
				questionId: '1400000001-@RBT#DeskDefaultRobot-t1',
				categoryId: 88001,
				question: 'How are you?',
				answer: 'Fine, thank you.',
				richText: false,
				similarQuestions: [],
				languageTag: '',
				status: 4,
			},
		],
		categories: [category(88001, 'Greetings')],
	},
});
