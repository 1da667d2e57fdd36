import type { ListOperation } from '../operation';
import { objectsIn } from '../../parameters/json';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

export const getExtensions: ListOperation = {
	value: 'getExtensions',
	name: 'Get Extensions',
	action: 'Get the extensions of a direct message',
	description: 'Get the keys and values that were attached to a one-to-one message',
	documentation: 'https://trtc.io/document/51194',
	shape: 'list',
	path: 'openim_msg_ext_http_svc/get_key_values',
	properties: [...pairProperties, messageKeyProperty],
	options: [],
	request: readMessageKey,
	orderingKey: ({ MsgKey }) => JSON.stringify([MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: {
		records(response) {
			const pairs = objectsIn(response.ExtensionList);
			if (response.CompleteFlag !== 0) return pairs;
			// The next page begins with the Seq that this one ends with, and pairs share a Seq.
			const last = pairs.at(-1)?.Seq;
			return pairs.filter(({ Seq }) => Seq !== last);
		},
		nextPage: ({ CompleteFlag, ExtensionList }, body) =>
			CompleteFlag === 0 ? { ...body, StartSeq: objectsIn(ExtensionList).at(-1)?.Seq } : undefined,
	},
};
