import { once, step, type Story } from './story';

export const pushStories: Story[] = [
	{
		name: 'tags customers, pushes to those who have all the tags, and takes the tags away',
		items: [
			{ id: 'alice', tags: 'gold, berlin' },
			{ id: 'bob', tags: ['gold'] },
		],
		steps: [
			step('Tag', 'push.addTags', { userId: '={{ $json.id }}', tags: '={{ $json.tags }}' }),
			step('Tags', 'push.getTags', { userId: '={{ $json.To_Account }}' }),
			step('No more gold', 'push.removeTags', {
				userId: '={{ $json.To_Account }}',
				tags: 'gold',
			}),
			step(
				'Push to Berlin',
				'push.sendToAll',
				{ audience: 'tags', tagsAnd: 'berlin', text: 'The sale has begun' },
				once,
			),
			step('Clean up', 'push.removeAllTags', { userId: 'alice' }),
		],
		check(end) {
			// Items share a call where the command takes several users.
			expect(end.calls('all_member_push/im_add_tag')).toHaveLength(1);
			expect(end.json('Tags')).toEqual([
				{ To_Account: 'alice', Tags: ['gold', 'berlin'] },
				{ To_Account: 'bob', Tags: ['gold'] },
			]);
			const [sent] = end.json('Push to Berlin');
			expect(end.push.tasks.get(String(sent?.TaskId))?.receivers).toEqual(['alice']);
			expect([...end.push.tagsOf('alice'), ...end.push.tagsOf('bob')]).toEqual([]);
		},
	},
	{
		name: 'names attributes, sets them for a customer, and removes one of them',
		steps: [
			step('Name them', 'push.setAttributeNames', {
				namesByNumber: '{"0": "level", "1": "city"}',
			}),
			step('Names', 'push.getAttributeNames'),
			step('Set', 'push.setAttributes', {
				userId: 'alice',
				attributes: '{"level": "gold", "city": "Berlin"}',
			}),
			step('Remove', 'push.removeAttributes', {
				userId: '={{ $json.To_Account }}',
				attributeNames: 'level',
			}),
			step('Left', 'push.getAttributes', { userId: '={{ $json.To_Account }}' }),
		],
		check(end) {
			expect(end.json('Names')).toEqual([{ AttrNames: { 0: 'level', 1: 'city' } }]);
			expect(end.json('Left')).toEqual([{ To_Account: 'alice', Attrs: { city: 'Berlin' } }]);
		},
	},
	{
		name: 'pushes to two customers, and takes the push back',
		steps: [
			step('Push', 'push.sendToUsers', {
				fromAccount: 'administrator',
				toAccounts: 'alice, bob',
				offlinePush: { title: 'Spring sale', desc: 'It has begun' },
			}),
			step('Take back', 'push.revoke', {
				taskId: '={{ $json.TaskId }}',
				offlinePush: { title: 'The sale has not begun' },
			}),
		],
		check(end) {
			const [task] = end.json('Push');
			expect(end.json('Take back')).toEqual([{ TaskId: task?.TaskId, revoked: true }]);
			expect(end.push.tasks.get(String(task?.TaskId))).toMatchObject({
				revoked: true,
				receivers: ['alice', 'bob'],
			});
		},
	},
	{
		name: 'notifies those with a tag through the Push service',
		steps: [
			step('Tag', 'push.addTags', { pushApi: 'timpush', userId: 'alice', tags: 'berlin' }),
			step('Notify', 'push.notifyAll', {
				fromAccount: 'administrator',
				audience: 'tags',
				tagsOr: 'berlin',
				offlinePush: { title: 'The sale has begun' },
			}),
		],
		check(end) {
			expect(end.calls('timpush/add_tag')).toHaveLength(1);
			const [sent] = end.json('Notify');
			expect(end.push.tasks.get(String(sent?.TaskId))?.receivers).toEqual(['alice']);
		},
	},
];
