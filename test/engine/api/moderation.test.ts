import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const library = '1cd0e5a6';
const moderation = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'moderation',
	operation,
	libraryId: library,
	options: {},
	...more,
});

const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);

const removal = 'im_msg_audit_mgr/delete_cloud_audit_keywords';

describe('a word list', () => {
	it('decides about contents that are judged ten in a call', async () => {
		const testbed = await open();
		await testbed.run(moderation('addWords', { words: 'scam, spam' }), [{}]);

		const texts = Array.from({ length: 11 }, (_unused, n) => ({
			text: n === 3 ? 'spam' : 'hello',
		}));
		const { output } = await testbed.run(
			moderation('checkMany', { contentType: 'Text', content: '={{ $json.text }}' }),
			texts,
		);

		expect(jsons(output).map(({ Result }) => Result)).toEqual(
			texts.map(({ text }) => (text === 'spam' ? 'Block' : 'Pass')),
		);
		expect(testbed.calls('im_msg_audit/batch_content_moderation')).toHaveLength(2);
	});

	it('is read to its end, a hundred words a page', async () => {
		const testbed = await open();
		const { words } = testbed.simulator.world().moderation.libraries.get(library)!;
		for (let n = 0; n < 130; n += 1) words.set(`word${n}`, { id: String(n), label: '' });

		const { output } = await testbed.run(moderation('getWords', { returnAll: true }), [{}]);

		expect(jsons(output).map(({ Content }) => Content)).toEqual([...words.keys()]);
		expect(testbed.calls('im_msg_audit_mgr/get_cloud_audit_keywords')).toHaveLength(2);
	});

	it('takes no list that is not there, and no eleventh word', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			moderation('addWords', { libraryId: '={{ $json.list }}', words: '={{ $json.words }}' }),
			[
				{ list: library, words: 'scam' },
				{ list: 'none', words: 'scam' },
				{ list: library, words: Array.from({ length: 11 }, (_unused, n) => `word${n}`).join() },
			],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1, 2]);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(2003);
		expect(failureIn(errorOutput[1]!).message).toContain("'Words'");
	});
});

describe('removing words', () => {
	const remove = moderation('removeWords', { words: 'scam, spam' });

	it('names a word that was not there', async () => {
		const testbed = await open();
		await testbed.run(moderation('addWords', { words: 'scam' }), [{}]);

		const { errorOutput } = await testbed.run(remove, [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).message).toContain('Details');
		expect(testbed.simulator.world().moderation.libraries.get(library)!.words.size).toBe(0);
	});

	it('is done when its response was lost and the list, on whichever page, has them no more', async () => {
		const testbed = await open();
		const { words } = testbed.simulator.world().moderation.libraries.get(library)!;
		for (let n = 0; n < 130; n += 1) words.set(`word${n}`, { id: String(n), label: '' });
		await testbed.run(moderation('addWords', { words: 'scam, spam' }), [{}]);
		testbed.simulator.behaviour.failNext.push({ path: removal, fault: { kind: 'loseResponse' } });

		const { output, error } = await testbed.run(remove, [{}]);

		expect(error).toBeUndefined();
		expect(jsons(output)).toMatchObject([{ LibID: library, verified: true }]);
		expect(testbed.calls('im_msg_audit_mgr/get_cloud_audit_keywords')).toHaveLength(2);
	});

	it('stays in doubt while one of them is there again', async () => {
		const testbed = await open();
		await testbed.run(moderation('addWords', { words: 'scam' }), [{}]);
		const { words } = testbed.simulator.world().moderation.libraries.get(library)!;
		testbed.simulator.behaviour.failNext.push({ path: removal, fault: { kind: 'loseResponse' } });
		testbed.simulator.behaviour.failNext.push({ path: removal, fault: { kind: 'reset' } });
		words.set('spam', { id: '9', label: '' });
		Object.assign(words, { delete: () => false });

		const { errorOutput } = await testbed.run(remove, [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
	});
});
