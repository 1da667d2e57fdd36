import type { IDataObject } from 'n8n-workflow';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';

/** Tags and values of a contact as one object. */
const tagged = (record: IDataObject, field: string): IDataObject =>
	Object.fromEntries(
		recordsIn(record, field).map(({ Tag, Value }) => [String(Tag), Value]),
	) as IDataObject;

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get contacts of a user',
	description: 'List the contacts of a user with remarks, lists and custom fields',
	documentation: 'https://trtc.io/document/34908',
	shape: 'list',
	path: 'sns/friend_get',
	properties: [ownerProperty],
	options: [],
	// The sequences stay 0: with those of the last page the next one would be left out.
	request: (fields) => ({
		From_Account: readOwner(fields),
		StartIndex: 0,
		StandardSequence: 0,
		CustomSequence: 0,
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	list: {
		records: (response) => recordsIn(response, 'UserDataItem'),
		nextPage: ({ CompleteFlag, NextStartIndex }, body) =>
			CompleteFlag === 0 ? { ...body, StartIndex: NextStartIndex } : undefined,
		simplified: (record) => ({ To_Account: record.To_Account, ...tagged(record, 'ValueItem') }),
	},
};
