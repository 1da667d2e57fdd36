import type { IDataObject } from 'n8n-workflow';

import { testbeds, failureIn } from '../../harness/engineTestbed';
import { openList } from './openList';

const open = testbeds();

const on = (operation: string, more: IDataObject = {}) => ({
	resource: 'knowledgeBase',
	operation,
	options: {},
	...more,
});

const onError = { onError: 'continueErrorOutput' } as const;

describe('a category of the knowledge base', () => {
	it('is created inside another, renamed and listed', async () => {
		const testbed = await open();
		const options = { questionCategory: 77514 };

		const { output } = await testbed.run(on('createCategory', { title: 'Payment', options }), [{}]);
		expect(output[0]?.json).toEqual({ Title: 'Payment', ParentId: 77514, CategoryId: 77516 });

		await testbed.run(on('updateCategory', { questionCategory: 77516, title: 'Paying' }), [{}]);
		const { output: all } = await testbed.run(on('getCategories', { returnAll: true }), [{}]);

		expect(all.map(({ json }) => json)).toContainEqual(
			expect.objectContaining({ CategoryId: 77516, ParentId: 77514, Title: 'Paying' }),
		);
		expect(all).toHaveLength(4);
	});

	it('is deleted for certain, although an answer is lost', async () => {
		const testbed = await open();
		testbed.failNext('openim_console_http_svc/del_faq_category', { kind: 'loseResponse' });

		const { output, errorOutput } = await testbed.run(
			on('deleteCategory', { questionCategory: 77514 }),
			[{}],
			onError,
		);

		expect(errorOutput).toEqual([]);
		expect(output[0]?.json).toMatchObject({ CategoryId: 77514 });
		expect(testbed.simulator.world().knowledge.faq.categories.has(77514)).toBe(false);
	});

	it.each([
		[77513, -50011],
		[1, -50003],
	])('with the number %i cannot be deleted: %i', async (questionCategory, ErrorCode) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			on('deleteCategory', { questionCategory }),
			[{}],
			onError,
		);

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode });
	});

	it('is created once, and in doubt when the answer is lost', async () => {
		const testbed = await open();
		testbed.failNext('openim_console_http_svc/add_faq_category', { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(
			on('createCategory', { title: 'Payment' }),
			[{}],
			onError,
		);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.simulator.world().knowledge.faq.categories.size).toBe(4);
	});
});

describe('a category of small talk', () => {
	it('has commands of its own, and a number that is typed in', async () => {
		const testbed = await open();
		const { categories } = testbed.simulator.world().knowledge.smallTalk;
		const smallTalk = { kind: 'smallTalk', smallTalkCategoryId: '={{ $json.CategoryId }}' };

		const { output } = await testbed.run(
			on('createCategory', { kind: 'smallTalk', title: 'Weather' }),
			[{}],
		);
		const made = output.map(({ json }) => json);
		expect(made).toEqual([{ Title: 'Weather', CategoryId: 88002 }]);

		await testbed.run(on('updateCategory', { ...smallTalk, title: 'Sun and rain' }), made);
		expect(categories.get(88002)?.title).toBe('Sun and rain');

		await testbed.run(on('deleteCategory', smallTalk), made);
		expect([...categories.keys()]).toEqual([88001]);
		expect(testbed.calls().map(({ path }) => path)).toEqual(
			['add', 'update', 'del'].map(
				(change) => `openim_console_http_svc/${change}_chitchat_category`,
			),
		);
	});

	it.each([
		['faq', 'questionCategory', "'Category' is empty"],
		['smallTalk', 'smallTalkCategoryId', "'Category ID' is empty"],
	])('or of the FAQ has to be named: %s', async (kind, control, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			on('deleteCategory', { kind, [control]: '={{ "" }}' }),
			[{}],
			onError,
		);

		expect(failureIn(errorOutput[0]!).message).toBe(problem);
	});
});

describe('the picker of categories', () => {
	it('offers them by title', async () => {
		const testbed = await open();

		expect(await openList(testbed, 'knowledgeBaseCategories')).toEqual({
			results: [
				{ name: 'Default (77513)', value: 77513 },
				{ name: 'Orders (77514)', value: 77514 },
				{ name: 'Delivery (77515)', value: 77515 },
			],
		});
	});
});
