import type { INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { knowledgeBaseCategory } from '../shared/resourceLocators';

/** The pages of `v4/openim_console_http_svc` allow 5 calls a second for each command. */
export const knowledgeRateLimit: RateLimit = { default: 2.5, max: 5 };

export const faq = 'faq';
export const smallTalk = 'smallTalk';
const kinds = [faq, smallTalk] as const;

/** The control for what is asked for: both have the same commands under names of their own. */
export const kindProperty: INodeProperties = {
	displayName: 'Kind',
	name: 'kind',
	type: 'options',
	options: [
		{ name: 'FAQ', value: faq, description: 'What customers ask about your business' },
		{ name: 'Small Talk', value: smallTalk, description: 'What customers say besides' },
	],
	default: faq,
	description: 'Which part of what the chatbot knows is meant',
};

/** The command for the kind that is chosen, such as `list_faq` or `list_chitchat`. */
export const byKind = (forFaq: string, forSmallTalk: string) => ({
	path: (fields: Fields) =>
		`openim_console_http_svc/${
			fields.choice('kind', 'Kind', kinds) === faq ? forFaq : forSmallTalk
		}`,
	commands: [forFaq, forSmallTalk].map((command) => `openim_console_http_svc/${command}`),
});

/** The controls for a category: no command lists those of small talk. */
export const categoryProperties = (
	more: Pick<INodeProperties, 'description' | 'required'>,
	kindPath = 'kind',
): INodeProperties[] => [
	{
		...knowledgeBaseCategory,
		...more,
		displayOptions: { show: { [kindPath]: [faq] } },
	},
	{
		displayName: 'Category ID',
		name: 'smallTalkCategoryId',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 77514',
		...more,
		displayOptions: { show: { [kindPath]: [smallTalk] } },
	},
];

/**
 * The number of the category in {@link categoryProperties}.
 *
 * @param kind where the controls stand in a collection, what is chosen outside of it
 */
export function readCategory(fields: Fields, kind = readKind(fields)): number | undefined {
	return kind === faq
		? fields.optionalInteger(knowledgeBaseCategory.name, 'Category', { min: 1 })
		: fields.optionalInteger('smallTalkCategoryId', 'Category ID', { min: 1 });
}

export const readKind = (fields: Fields) => fields.choice('kind', 'Kind', kinds);

export const answerTypeOption: INodeProperties = {
	displayName: 'Answer Type',
	name: 'answerType',
	type: 'options',
	options: [
		{ name: 'Rich Text', value: 2 },
		{ name: 'Text', value: 0 },
	],
	default: 0,
	description: 'How the answer is written',
};

export const readAnswerType = (fields: Fields) =>
	fields.optionalChoice('answerType', 'Answer Type', [0, 2]);

/** The control for one question. */
export const questionId: INodeProperties = {
	displayName: 'Question ID',
	name: 'questionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1400000000-@RBT#DeskDefaultRobot-a1',
	description: "The question, as 'Get Many Questions' names it",
};

/** Changes of one question stay in order. */
export const ofQuestion = ({ StandardQuestionId }: Body): string =>
	JSON.stringify([StandardQuestionId]);
