import type { Resource } from '../operation';
import { add } from './add';
import { block } from './block';
import { check } from './check';
import { checkBlocked } from './checkBlocked';
import { createList } from './createList';
import { deleteList } from './deleteList';
import { get } from './get';
import { getBlocked } from './getBlocked';
import { getLists } from './getLists';
import { getMany } from './getMany';
import { importContact } from './import';
import { remove } from './remove';
import { removeAll } from './removeAll';
import { unblock } from './unblock';
import { update } from './update';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	description: 'The friends, friend lists and block list of a user',
	operations: [
		add,
		get,
		getMany,
		update,
		check,
		remove,
		removeAll,
		block,
		unblock,
		getBlocked,
		checkBlocked,
		createList,
		getLists,
		deleteList,
		importContact,
	],
};
