import type { Resource } from '../operation';
import { addLocalWords } from './addLocalWords';
import { addWords } from './addWords';
import { checkContent } from './checkContent';
import { checkMany } from './checkMany';
import { getLocalWords } from './getLocalWords';
import { getWordLists } from './getWordLists';
import { getWords } from './getWords';
import { recallOfUser } from './recallOfUser';
import { removeLocalWord } from './removeLocalWord';
import { removeWords } from './removeWords';

export const moderation: Resource = {
	value: 'moderation',
	name: 'Moderation',
	description: 'Judge texts and files, and keep the lists of words that are not wanted',
	operations: [
		checkContent,
		checkMany,
		recallOfUser,
		getWordLists,
		getWords,
		addWords,
		removeWords,
		getLocalWords,
		addLocalWords,
		removeLocalWord,
	],
};
