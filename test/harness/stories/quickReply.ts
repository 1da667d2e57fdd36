import { byId } from '../editor/workflows';
import { once, step, type Story } from './story';

export const quickReplyStories: Story[] = [
	{
		name: 'makes a category for the night shift, and opens it to everybody later',
		steps: [
			step('Make', 'quickReplyCategory.create', {
				name: 'Opening hours',
				availableTo: 'groups',
				groupIds: '9467',
			}),
			step('Open it', 'quickReplyCategory.update', {
				categoryId: byId('={{ $json.GroupId }}'),
				name: 'When we are open',
				availableTo: 'all',
			}),
			step('All', 'quickReplyCategory.getMany'),
		],
		check(end) {
			const [made] = end.json('Make');
			expect(made).toMatchObject({ GroupName: 'Opening hours', GroupId: expect.any(String) });
			expect(end.json('All')).toContainEqual({
				GroupId: made?.GroupId,
				GroupName: 'When we are open',
				UseScopeType: 'all',
				UseScopeList: [],
			});
		},
	},
	{
		name: 'signs every reply of a category with the name of the shop',
		steps: [
			step('Replies', 'quickReply.getMany', { categoryId: byId('1') }),
			step('Sign', 'quickReply.update', {
				categoryId: byId('1'),
				quickReplyId: '={{ $json.QuickReplyId }}',
				title: '={{ $json.Title }}',
				content: '={{ $json.Content }} Your shop.',
			}),
		],
		check(end) {
			expect(end.pairs('Sign')).toEqual([0, 1]);
			const { quickReplies } = end.world.office;
			expect(quickReplies.get('11')?.content).toBe('Hello, how can I help? Your shop.');
			expect(quickReplies.get('12')?.content).toBe('Have a nice day. Your shop.');
			expect(quickReplies.get('21')?.content).toBe('We are back at nine.');
		},
	},
	{
		name: "finds an agent's own reply among those that the agent may use, and changes it",
		steps: [
			step('Replies', 'quickReply.getMany', {
				repliesOf: 'agent',
				memberId: byId('mia@example.com'),
			}),
			step(
				'Change',
				'quickReply.update',
				{
					kind: 'personal',
					memberId: byId('mia@example.com'),
					quickReplyId:
						"={{ $('Replies').all().find((item) => item.json.Title === 'My name').json.QuickReplyId }}",
					title: 'My name',
					content: 'I am Mia B.',
				},
				once,
			),
		],
		check(end) {
			expect(end.json('Replies').map(({ QuickReplyId }) => QuickReplyId)).toEqual([
				'11',
				'12',
				'31',
			]);
			expect(end.world.office.quickReplies.get('31')?.content).toBe('I am Mia B.');
		},
	},
];
