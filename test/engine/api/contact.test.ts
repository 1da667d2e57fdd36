import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const contact = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'contact',
	operation,
	userId: 'alice',
	contactUserId: '={{ $json.id }}',
	options: {},
	...more,
});

const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);
const items = (...ids: string[]) => ids.map((id) => ({ id }));

describe('blocking', () => {
	it('shares one call, and takes who is blocked already for blocked', async () => {
		const testbed = await open();
		testbed.simulator.world().relations.blockedBy('alice').set('carol', 1);

		const { output } = await testbed.run(contact('block'), items('bob', 'carol'));

		expect(jsons(output)).toEqual([
			{ From_Account: 'alice', To_Account: 'bob', blocked: true },
			{ From_Account: 'alice', To_Account: 'carol', blocked: true },
		]);
		expect(testbed.calls('sns/black_list_add')).toHaveLength(1);
	});

	it('says for whom it failed, and for nobody else', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			contact('block'),
			items('bob', 'nobody'),
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 30003, To_Account: 'nobody' });
	});
});

describe('adding', () => {
	it('tells a request that waits for the other from a contact', async () => {
		const testbed = await open();
		const carol = testbed.simulator.world().accounts.get('carol')!;
		carol.profile = { Tag_Profile_IM_AllowType: 'AllowType_Type_NeedConfirm' };

		const { output } = await testbed.run(
			contact('add', { addSource: 'Server' }),
			items('bob', 'carol'),
		);

		expect(jsons(output)).toMatchObject([
			{ To_Account: 'bob', Pending: false },
			{ To_Account: 'carol', Pending: true },
		]);
		expect([...testbed.simulator.world().relations.friendsOf('alice').keys()]).toEqual(['bob']);
	});

	it('refuses a source that Tencent would refuse, before a call', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			contact('add', { addSource: 'from a fair' }),
			items('bob'),
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Source'");
		expect(testbed.calls('sns/friend_add')).toEqual([]);
	});
});

describe('removing', () => {
	it('is done when the first response was lost', async () => {
		const testbed = await open();
		testbed.simulator.world().relations.befriend('alice', 'bob', []);
		const path = 'sns/friend_delete';
		testbed.simulator.behaviour.failNext.push({ path, fault: { kind: 'loseResponse' } });

		const { output } = await testbed.run(
			contact('remove', { deleteType: 'Delete_Type_Both' }),
			items('bob'),
		);

		expect(jsons(output)).toMatchObject([{ To_Account: 'bob', removed: true }]);
		expect(testbed.calls(path)).toHaveLength(2);
	});
});
