import type { Library } from '../../../state/knowledge';
import type { World } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { categoryIn, isFilled, knowledgeCommand, wrong } from './checks';

type LibraryOf = (world: World) => Library;

/** Pages 1229/68845 and 269/116734. */
const add =
	(libraryOf: LibraryOf) =>
	({ body, state }: Call): Outcome => {
		const { Title, ParentId } = body;
		if (!isFilled(Title)) return wrong('Title', 'a String');
		const library = libraryOf(state.world);
		const parent = ParentId === undefined ? undefined : categoryIn(library, ParentId);
		if (parent && 'code' in parent) return parent;
		const categoryId = Math.max(0, ...library.categories.keys()) + 1;
		library.categories.set(categoryId, {
			categoryId,
			parentId: parent?.categoryId ?? 0,
			title: Title,
			preset: false,
		});
		return { response: { CategoryId: categoryId } };
	};

/** Pages 1229/68840 and 269/116728; the sample of the latter answers the CategoryId, too. */
const update =
	(libraryOf: LibraryOf, tellsId: boolean) =>
	({ body, state }: Call): Outcome => {
		const { Title } = body;
		if (!isFilled(Title)) return wrong('Title', 'a String');
		const category = categoryIn(libraryOf(state.world), body.CategoryId);
		if ('code' in category) return category;
		category.title = Title;
		return { response: tellsId ? { CategoryId: category.categoryId } : {} };
	};

/**
 * Pages 1229/68834 and 269/116724: its questions go with it. What becomes of categories inside it is
 * not printed; they go, too.
 */
const remove =
	(libraryOf: LibraryOf) =>
	({ body, state }: Call): Outcome => {
		const library = libraryOf(state.world);
		const category = categoryIn(library, body.CategoryId);
		if ('code' in category) return category;
		if (category.preset) return refuse(-50011, 'a preset category cannot be deleted');
		const inside = [...library.categories.values()].filter(
			({ parentId }) => parentId === category.categoryId,
		);
		const gone = [category, ...inside].map(({ categoryId }) => categoryId);
		for (const id of gone) library.categories.delete(id);
		library.questions = library.questions.filter(
			({ categoryId }) => categoryId === undefined || !gone.includes(categoryId),
		);
		return { response: {} };
	};

/** Page 1229/68849. What MenuType and Status count is not printed: the sample has 1 and 4. */
function list({ state }: Call): Outcome {
	const categories = [...state.world.knowledge.faq.categories.values()];
	return {
		response: {
			Total: categories.length,
			List: categories.map(({ categoryId, parentId, title }) => ({
				CategoryId: categoryId,
				ParentId: parentId,
				Title: title,
				MenuType: 1,
				Status: 4,
			})),
		},
	};
}

const family = (word: string, libraryOf: LibraryOf, tellsId: boolean): Endpoint[] => [
	knowledgeCommand(`add_${word}_category`, ['Title', 'ParentId'], add(libraryOf)),
	knowledgeCommand(`update_${word}_category`, ['CategoryId', 'Title'], update(libraryOf, tellsId)),
	knowledgeCommand(`del_${word}_category`, ['CategoryId'], remove(libraryOf)),
];

export const categoryCommands: readonly Endpoint[] = [
	...family('faq', ({ knowledge }) => knowledge.faq, false),
	...family('chitchat', ({ knowledge }) => knowledge.smallTalk, true),
	knowledgeCommand('desc_faq_category', [], list),
];
