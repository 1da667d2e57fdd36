import { step, type Story, withErrorBranch } from './story';

export const apiStories: Story[] = [
	{
		name: 'calls a command that has no operation, and says which part of it failed',
		items: [{ users: ['alice', 'heidi'] }, { users: ['alice', 'nobody'] }],
		steps: [
			step(
				'Call',
				'api.call',
				{
					command: 'v4/openim/query_online_status',
					body: '={{ { To_Account: $json.users } }}',
				},
				withErrorBranch,
			),
		],
		check(end) {
			expect(end.json('Call')).toMatchObject([
				{
					QueryResult: [
						{ To_Account: 'alice', State: 'Online' },
						{ To_Account: 'heidi', State: 'Offline' },
					],
				},
			]);
			expect(end.failures('Call')).toMatchObject([
				{
					item: 1,
					error: {
						message: expect.stringContaining('ErrorList'),
						ErrorList: [{ To_Account: 'nobody' }],
					},
				},
			]);
		},
	},
];
