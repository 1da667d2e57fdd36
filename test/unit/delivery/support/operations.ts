import type { IDataObject } from 'n8n-workflow';

import type { BatchCall, ListCall, SingleCall } from '../../../../nodes/TencentChatDesk/contract';

/** One message to one person; the server drops a copy that carries the same numbers. */
export const letter: SingleCall = {
	shape: 'single',
	doneWord: 'sent',
	path: 'post/letter',
	request: (fields) => ({ To: fields.id('to', 'To'), Text: fields.text('text', 'Text') }),
	orderingKey: ({ To }) => String(To),
	dedupeFields: { random: 'Random', sequence: 'Seq' },
	retry: { policy: 'dedupe', windowSeconds: 120 },
	rateLimit: { default: 1_000, max: 2_000 },
	interpret: ({ Key }) => ({ done: true, output: { key: Key ?? '' } }),
};

/** The server cannot tell a copy of it. */
export const visit: SingleCall = {
	...letter,
	path: 'post/visit',
	dedupeFields: undefined,
	retry: { policy: 'unsafe' },
};

/** A second call changes nothing. */
export const label: SingleCall = {
	...visit,
	path: 'post/label',
	retry: { policy: 'idempotent' },
};

/** Up to three items share a call, those of one street. Each is answered by an entry of its own. */
export const parcel: BatchCall = {
	shape: 'batch',
	doneWord: 'sent',
	retry: visit.retry,
	rateLimit: visit.rateLimit,
	path: 'post/parcels',
	request: (fields) => ({
		Street: fields.optionalText('street', 'Street') ?? 'Main Street',
		Parcels: [fields.text('text', 'Text')],
	}),
	orderingKey: ({ Street }) => String(Street),
	batch: {
		maxSize: 3,
		key: ({ Street }) => String(Street),
		merge: (bodies) => ({
			...bodies[0],
			Parcels: bodies.flatMap(({ Parcels }) => Parcels as string[]),
		}),
		interpret: ({ Results }, bodies) =>
			bodies.map((body, index) => {
				const problem = ((Results ?? []) as IDataObject[])[index]?.Problem;
				if (problem === undefined) return { done: true, output: { parcel: body.Parcels } };
				return {
					done: false,
					kind: 'permanent',
					message: String(problem),
					advice: 'Wrap it better.',
					data: { ErrorCode: 5 },
					...(problem === 'Known' ? { doneBefore: { before: body.Parcels } } : {}),
				};
			}),
	},
};

/** A list that is read page by page. */
export const archive: ListCall = {
	shape: 'list',
	doneWord: 'read',
	retry: label.retry,
	rateLimit: label.rateLimit,
	path: 'post/archive',
	request: () => ({ From: 0 }),
	orderingKey: () => 'archive',
	list: {
		records: ({ Records }) => Records as IDataObject[],
		nextPage: ({ Next }, body) =>
			Next === undefined ? undefined : { ...body, From: Next as number },
		page: { field: 'Count', max: 4 },
		simplified: ({ id }) => ({ short: id }),
	},
};
