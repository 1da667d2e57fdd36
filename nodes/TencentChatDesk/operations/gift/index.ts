import type { Resource } from '../operation';
import { create } from './create';
import { deleteGift } from './delete';
import { deleteTranslation } from './deleteTranslation';
import { get } from './get';
import { getStatistics } from './getStatistics';
import { getTranslation } from './getTranslation';
import { installDefaults } from './installDefaults';
import { send } from './send';
import { setTranslation } from './setTranslation';

export const gift: Resource = {
	value: 'gift',
	name: 'Gift',
	description: 'What viewers of a live room can give to its host',
	operations: [
		send,
		getStatistics,
		create,
		get,
		deleteGift,
		setTranslation,
		getTranslation,
		deleteTranslation,
		installDefaults,
	],
};
