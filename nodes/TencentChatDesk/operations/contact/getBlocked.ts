import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';

/** The page prints no largest page; its sample asks for 30. */
const maxPage = 100;

export const getBlocked: ListOperation = {
	value: 'getBlocked',
	name: 'Get Blocked',
	action: 'Get blocked users of a user',
	description: 'List whom a user has blocked, and since when',
	documentation: 'https://trtc.io/document/34914',
	shape: 'list',
	path: 'sns/black_list_get',
	properties: [ownerProperty],
	options: [],
	// LastSequence is for clients that keep a copy; 0 asks for everything.
	request: (fields) => ({
		From_Account: readOwner(fields),
		StartIndex: 0,
		LastSequence: 0,
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	list: {
		page: { field: 'MaxLimited', max: maxPage },
		records: (response) => recordsIn(response, 'BlackListItem'),
		nextPage: ({ StartIndex }, body) =>
			typeof StartIndex === 'number' && StartIndex > 0 ? { ...body, StartIndex } : undefined,
	},
};
