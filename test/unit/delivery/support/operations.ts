import type { IDataObject } from 'n8n-workflow';

import type { Deliverable } from '../../../../nodes/TencentChatDesk/contract';

/** One message to one person; the server drops a copy that carries the same numbers. */
export const letter: Deliverable = {
	path: 'post/letter',
	request: (fields) => ({ To: fields.id('to', 'To'), Text: fields.text('text', 'Text') }),
	conversation: ({ To }) => String(To),
	numbers: { random: 'Random', sequence: 'Seq' },
	repeat: { rule: 'deduplicated', windowSeconds: 120 },
	pace: { usual: 1_000, documentedLimit: 2_000 },
	meaning: ({ Key }) => ({ done: true, output: { key: Key ?? '' } }),
};

/** The server cannot tell a copy of it. */
export const visit: Deliverable = {
	...letter,
	path: 'post/visit',
	numbers: undefined,
	repeat: { rule: 'onlyIfNothingDone' },
};

/** A second call changes nothing. */
export const label: Deliverable = {
	...visit,
	path: 'post/label',
	repeat: { rule: 'idempotent' },
};

/** Up to three items share a call, those of one street. Each is answered by an entry of its own. */
export const parcel: Deliverable = {
	...visit,
	path: 'post/parcels',
	request: (fields) => ({
		Street: fields.optionalText('street', 'Street') ?? 'Main Street',
		Parcels: [fields.text('text', 'Text')],
	}),
	conversation: ({ Street }) => String(Street),
	shared: {
		most: 3,
		key: ({ Street }) => String(Street),
		join: (bodies) => ({
			...bodies[0],
			Parcels: bodies.flatMap(({ Parcels }) => Parcels as string[]),
		}),
		meanings: ({ Results }, bodies) =>
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
export const archive: Deliverable = {
	...label,
	path: 'post/archive',
	request: () => ({ From: 0 }),
	conversation: () => 'archive',
	list: {
		records: ({ Records }) => Records as IDataObject[],
		next: ({ Next }, body) => (Next === undefined ? undefined : { ...body, From: Next as number }),
		page: { field: 'Count', most: 4 },
		simplified: ({ id }) => ({ short: id }),
	},
};
