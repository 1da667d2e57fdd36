import { byId } from '../editor/workflows';
import { once, step, type Story } from './story';

export const serviceAccountStories: Story[] = [
	{
		name: 'opens a service account for a season, changes its greeting, and deletes it',
		steps: [
			step('Open', 'serviceAccount.create', {
				serviceAccountId: '@summer',
				nickname: 'Summer sale',
			}),
			step('Greeting', 'serviceAccount.update', {
				serviceAccount: byId('={{ $json.IMAgentUserID }}'),
				updateFields: { welcomeMessage: 'Hello sunshine' },
			}),
			step('All', 'serviceAccount.getMany'),
			step('Close', 'serviceAccount.delete', { serviceAccount: byId('@summer') }, once),
		],
		check(end) {
			expect(end.json('All')).toContainEqual(
				expect.objectContaining({
					IMAgentUserId: '@summer',
					IMAgentNick: 'Summer sale',
					WelcomeMessage: 'Hello sunshine',
				}),
			);
			expect(end.json('Close')).toEqual([{ IMAgentUserID: '@summer', deleted: true }]);
			expect(end.world.serviceAccounts.has('@summer')).toBe(false);
		},
	},
];
