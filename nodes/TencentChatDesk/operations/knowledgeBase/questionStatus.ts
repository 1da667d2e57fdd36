import type { Body } from '../../contract';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { knowledgeRateLimit } from './knowledge';

/** What Desk counts the states of a question by. */
const statuses = { enable: 4, disable: 5, delete: 6 } as const;

const inOrder = ({ StandardQuestionIds }: Body) =>
	JSON.stringify([...(StandardQuestionIds as string[])].sort());

/** Puts questions into a state, at once: Chat Desk > "Batch Set FAQ" (C1229-68836). */
export const setsStatus = (change: keyof typeof statuses) =>
	({
		documentation: 'https://www.tencentcloud.com/document/product/1229/68836',
		shape: 'single',
		path: 'openim_console_http_svc/batch_set_faq',
		properties: [
			{
				displayName: 'Question IDs',
				name: 'questionIds',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. 1400000000-@RBT#DeskDefaultRobot-a1',
				description:
					"Questions as 'Get Many Questions' names them: a list, or a text with commas between them",
			},
		],
		options: [],
		request: (fields) => ({
			StandardQuestionIds: fields.ids('questionIds', 'Question IDs', { kind: 'word' }),
			Status: statuses[change],
		}),
		orderingKey: inOrder,
		retry: { policy: 'idempotent' },
		rateLimit: knowledgeRateLimit,
		interpret: (response, { StandardQuestionIds, Status }) =>
			sent(response, { StandardQuestionIds, Status }),
	}) satisfies Partial<SingleOperation>;
