import type { Resource } from '../operation';
import { clearAttributes } from './clearAttributes';
import { deleteAttributes } from './deleteAttributes';
import { deleteCounters } from './deleteCounters';
import { getAttributes } from './getAttributes';
import { getCounters } from './getCounters';
import { replaceAttributes } from './replaceAttributes';
import { updateAttributes } from './updateAttributes';
import { updateCounters } from './updateCounters';

export const groupData: Resource = {
	value: 'groupData',
	name: 'Group Data',
	description: 'Attributes and counters that are kept with a group',
	operations: [
		getAttributes,
		updateAttributes,
		replaceAttributes,
		deleteAttributes,
		clearAttributes,
		getCounters,
		updateCounters,
		deleteCounters,
	],
};
