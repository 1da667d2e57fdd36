import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';

/** Pages 1047/53427 to 53429. */
export const maxCounters = 20;
const maxKey = 128;

export const counterKeysProperty: INodeProperties = {
	displayName: 'Keys',
	name: 'keys',
	type: 'string',
	default: '',
	placeholder: 'e.g. likes, votes',
	description: 'Names of the counters, at most 20. Give a list, or text with commas.',
};

export const counterKey = (key: string, label: string) => withinBytes(key, label, maxKey);

export const readCounterKeys = (fields: Fields) =>
	fields
		.optionalIds('keys', 'Keys', { kind: 'word', max: maxCounters })
		?.map((key) => counterKey(key, 'Keys'));
