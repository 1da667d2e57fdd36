import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import {
	byKind,
	categoryProperties,
	kindProperty,
	knowledgeRateLimit,
	readCategory,
	readKind,
} from './knowledge';

/** Status of a question; the page refuses any other. */
const enabled = 4;
const disabled = 5;

export const getQuestions: ListOperation = {
	value: 'getQuestions',
	name: 'Get Many Questions',
	action: 'Get many questions of the knowledge base',
	description:
		'List what the chatbot can answer. A question that was just added may be missing for a moment.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68850',
	shape: 'list',
	...byKind('list_faq', 'list_chitchat'),
	properties: [kindProperty],
	options: [
		...categoryProperties({ description: 'Only questions of this category' }, '/kind'),
		{
			displayName: 'Language Tag',
			name: 'languageTag',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			description: "The language whose questions are listed; the chatbot's own when left out",
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. delivery',
			description: 'Only questions with these words',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Disabled', value: disabled, description: 'The chatbot does not answer them' },
				{ name: 'Enabled', value: enabled, description: 'The chatbot answers them' },
			],
			default: enabled,
			description: 'Only questions of this status; both when left out',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			PageIndex: 1,
			Question: options.optionalText('search', 'Search'),
			CategoryId: readCategory(options, readKind(fields)),
			Status: options.optionalChoice('status', 'Status', [enabled, disabled]),
			LanguageTag: options.optionalText('languageTag', 'Language Tag'),
		});
	},
	orderingKey: () => 'questions',
	retry: { policy: 'idempotent' },
	rateLimit: knowledgeRateLimit,
	list: {
		records: (response) => recordsIn(response, 'QuestionList'),
		nextPage(response, body, records) {
			const PageIndex = Number(body.PageIndex);
			const read = PageIndex * Number(body.PageSize);
			const more = records.length > 0 && read < Number(response.StandardQuestionCount);
			return more ? { ...body, PageIndex: PageIndex + 1 } : undefined;
		},
		// The page names no largest size; its sample has 50.
		page: { field: 'PageSize', max: 50 },
	},
};
