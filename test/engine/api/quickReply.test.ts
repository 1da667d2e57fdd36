import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, pairs } from '../../harness/engineTestbed';

const open = testbeds();

const onError = { onError: 'continueErrorOutput' } as const;
const chosen = (value: string) => ({ __rl: true, mode: 'list', value });

const reply = (operation: string, more: INodeParameters = {}) => ({
	resource: 'quickReply',
	operation,
	options: {},
	...more,
});

const category = (operation: string, more: INodeParameters = {}) => ({
	resource: 'quickReplyCategory',
	operation,
	options: {},
	...more,
});

describe('listing quick replies', () => {
	it('gives those of a category', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			reply('getMany', { repliesOf: 'category', categoryId: chosen('1') }),
			[{}],
		);
		expect(output.map(({ json }) => json)).toEqual([
			{ QuickReplyId: '11', GroupId: '1', Title: 'Hello', Content: 'Hello, how can I help?' },
			{ QuickReplyId: '12', GroupId: '1', Title: 'Goodbye', Content: 'Have a nice day.' },
		]);
		expect(testbed.calls('desk_http_svc/get_quick_reply_list')[0]?.body).toEqual({ GroupId: '1' });
	});

	it('gives all that an agent may use, each with the name of its category', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			reply('getMany', { repliesOf: 'agent', memberId: chosen('mia@example.com') }),
			[{}],
		);
		expect(output.map(({ json }) => [json.Title, json.GroupName])).toEqual([
			['Hello', 'Greetings'],
			['Goodbye', 'Greetings'],
			['My name', ''],
		]);
		expect(testbed.calls('desk_http_svc/get_available_quick_reply_list')[0]?.body).toEqual({
			MemberId: 'mia@example.com',
		});
	});
});

describe('updating a quick reply', () => {
	const texts = { title: 'Hi', content: '={{ $json.content }}' };

	it('changes one of a category', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			reply('update', {
				kind: 'shared',
				categoryId: chosen('2'),
				quickReplyId: 11,
				...texts,
			}),
			[{ content: 'Hi there' }],
		);
		expect(output[0]?.json).toEqual({ GroupId: '2', QuickReplyId: '11' });
		expect(testbed.simulator.world().office.quickReplies.get('11')).toEqual({
			quickReplyId: '11',
			groupId: '2',
			title: 'Hi',
			content: 'Hi there',
		});
	});

	it("changes an agent's own one, and says which item named somebody else's", async () => {
		const testbed = await open();
		const { output, errorOutput } = await testbed.run(
			reply('update', {
				kind: 'personal',
				memberId: '={{ $json.mail }}',
				quickReplyId: '31',
				...texts,
			}),
			[
				{ mail: 'noah@example.com', content: 'a' },
				{ mail: 'mia@example.com', content: 'b' },
			],
			onError,
		);
		expect(pairs(errorOutput)).toEqual([0]);
		expect(output[0]?.json).toEqual({ MemberId: 'mia@example.com', QuickReplyId: '31' });
		expect(testbed.calls('desk_http_svc/update_member_quick_reply')[1]?.body).toEqual({
			MemberId: 'mia@example.com',
			QuickReplyId: '31',
			Title: 'Hi',
			Content: 'b',
		});
	});

	it('is refused without a text', async () => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(
			reply('update', { kind: 'shared', categoryId: '1', quickReplyId: '11', ...texts }),
			[{ content: '' }],
			onError,
		);
		expect(failureIn(errorOutput[0]!).message).toBe("'Content' is empty");
	});
});

describe('categories of quick replies', () => {
	const add = 'desk_http_svc/add_quick_reply_group';

	it('are created for some groups, whose numbers go out as texts', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			category('create', { name: 'VIP', availableTo: 'groups', groupIds: '={{ [9465, 9467] }}' }),
			[{}],
		);
		expect(output[0]?.json).toEqual({ GroupName: 'VIP', GroupId: '3' });
		expect(testbed.calls(add)[0]?.body).toEqual({
			GroupName: 'VIP',
			UseScopeType: 'groups',
			UseScopeList: ['9465', '9467'],
		});
	});

	it('are created for everybody, whatever is left over in the panel', async () => {
		const testbed = await open();
		await testbed.run(category('create', { name: 'All', availableTo: 'all', groupIds: '9465' }), [
			{},
		]);
		expect(testbed.calls(add)[0]?.body).toEqual({ GroupName: 'All', UseScopeType: 'all' });
	});

	it('are refused when nobody may use them', async () => {
		const testbed = await open();
		const { errorOutput } = await testbed.run(
			category('create', { name: 'x', availableTo: 'members', memberMails: '={{ [] }}' }),
			[{}],
			onError,
		);
		expect(failureIn(errorOutput[0]!).message).toBe("'Agents' is empty");
	});

	it('have names of their own: the item with a taken one is on the error branch', async () => {
		const testbed = await open();
		const { output, errorOutput } = await testbed.run(
			category('create', { name: '={{ $json.name }}', availableTo: 'all' }),
			[{ name: 'Greetings' }, { name: 'New' }],
			onError,
		);
		expect(pairs(output)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141004 });
	});

	it('are listed', async () => {
		const testbed = await open();
		const { output } = await testbed.run(category('getMany', { limit: 1 }), [{}]);
		expect(output.map(({ json }) => json)).toEqual([
			{ GroupId: '1', GroupName: 'Greetings', UseScopeType: 'all', UseScopeList: [] },
		]);
	});

	it('are changed as a whole', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			category('update', {
				categoryId: chosen('1'),
				name: 'Welcome',
				availableTo: 'members',
				memberMails: 'mia@example.com',
			}),
			[{}],
		);
		expect(output[0]?.json).toEqual({ GroupId: '1' });
		expect(testbed.simulator.world().office.categories.get('1')).toEqual({
			categoryId: '1',
			name: 'Welcome',
			scope: 'members',
			scopeList: ['mia@example.com'],
		});
	});
});
