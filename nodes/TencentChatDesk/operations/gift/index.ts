import type { Resource } from '../operation';
import { addBattleScore } from './addBattleScore';
import { addGifts } from './addGifts';
import { create } from './create';
import { createBattle } from './createBattle';
import { createCategory } from './createCategory';
import { deleteGift } from './delete';
import { deleteCategory } from './deleteCategory';
import { deleteCategoryTranslation } from './deleteCategoryTranslation';
import { deleteTranslation } from './deleteTranslation';
import { get } from './get';
import { getBattle } from './getBattle';
import { getCategory } from './getCategory';
import { getCategoryTranslation } from './getCategoryTranslation';
import { getGifts } from './getGifts';
import { getStatistics } from './getStatistics';
import { getTranslation } from './getTranslation';
import { installDefaults } from './installDefaults';
import { removeGifts } from './removeGifts';
import { send } from './send';
import { setBattleScore } from './setBattleScore';
import { setCategoryTranslation } from './setCategoryTranslation';
import { setTranslation } from './setTranslation';

export const gift: Resource = {
	value: 'gift',
	name: 'Gift and Battle',
	description:
		'What viewers of a live room can give to its host, and contests between rooms for points (PK)',
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
		createCategory,
		getCategory,
		deleteCategory,
		addGifts,
		removeGifts,
		getGifts,
		setCategoryTranslation,
		getCategoryTranslation,
		deleteCategoryTranslation,
		createBattle,
		getBattle,
		addBattleScore,
		setBattleScore,
	],
};
