import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, pairs } from '../../harness/engineTestbed';

const open = testbeds();

const add = 'desk_http_svc/add_im_agent';
const list = 'desk_http_svc/get_im_agent_list';
const update = 'desk_http_svc/update_im_agent';
const onError = { onError: 'continueErrorOutput' } as const;

const account = (operation: string, more: INodeParameters = {}) => ({
	resource: 'serviceAccount',
	operation,
	options: {},
	...more,
});

const hours = {
	Type: 1,
	Periods: [{ Day: 'Monday', PeriodsWithinOneDay: [{ Start: '09:00', End: '18:00' }] }],
};

describe('creating a service account', () => {
	const create = (options: INodeParameters = {}) =>
		account('create', { serviceAccountId: '={{ $json.id }}', nickname: 'Sales', options });

	it('sets it up with its texts, group and hours', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			create({
				avatarUrl: 'https://example.com/s.png',
				welcomeMessage: 'Hello',
				chatbotDisabled: true,
				groupId: { __rl: true, mode: 'list', value: 9465 },
				transferPrompt: 'One moment',
				transferSuccessPrompt: 'Here we are',
				transferFailPrompt: 'Nobody is here',
				queueingPrompt: 'Please wait',
				userTimeout: 600,
				endPrompt: 'Goodbye',
				timeoutEndPrompt: 'Are you there?',
				workTimeConfig: JSON.stringify(hours),
				notWorkTimePrompt: 'We sleep',
			}),
			[{ id: '@sales' }],
		);
		expect(output[0]?.json).toEqual({ IMAgentUserID: '@sales' });
		expect(testbed.calls(add)[0]?.body).toEqual({
			IMAgentUserID: '@sales',
			IMAgentNick: 'Sales',
			IMAgentAvatarUrl: 'https://example.com/s.png',
			WelcomeMessage: 'Hello',
			ChatbotDisabled: 1,
			AgentGroupId: 9465,
			TransferToHumanPrompt: 'One moment',
			TransferToHumanSuccessPrompt: 'Here we are',
			TransferToHumanFailPrompt: 'Nobody is here',
			QueueingPrompt: 'Please wait',
			UserTimeout: 600,
			EndPrompt: 'Goodbye',
			TimeoutEndPrompt: 'Are you there?',
			WorkTimeConfig: hours,
			NotWorkTimePrompt: 'We sleep',
		});
		expect(testbed.simulator.world().serviceAccounts.has('@sales')).toBe(true);
	});

	it('sends nothing that was not given', async () => {
		const testbed = await open();
		await testbed.run(create({ workTimeConfig: '{}' }), [{ id: 4711 }]);
		expect(testbed.calls(add)[0]?.body).toEqual({ IMAgentUserID: '4711', IMAgentNick: 'Sales' });
	});

	it('says from which item on the plan allows no more', async () => {
		const testbed = await open();
		const items = Array.from({ length: 10 }, (_unused, index) => ({ id: `@a${index}` }));
		const { output, errorOutput } = await testbed.run(
			create({ maxConcurrency: 1 }),
			items,
			onError,
		);
		expect(output).toHaveLength(8);
		expect(pairs(errorOutput)).toEqual([8, 9]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 141007,
			message: expect.stringContaining('A quota of your Desk plan is used up'),
		});
	});
});

describe('listing service accounts', () => {
	it('gives each with what tells it apart', async () => {
		const testbed = await open();
		const { output } = await testbed.run(account('getMany'), [{}]);
		expect(output.map(({ json }) => json)).toEqual([
			{
				IMAgentUserId: '@support',
				IMAgentNick: 'Support',
				WelcomeMessage: 'How can we help?',
				ChatbotDisabled: 0,
				IsDefault: 0,
			},
			{
				IMAgentUserId: '@customer_service_account',
				IMAgentNick: 'Customer service',
				WelcomeMessage: 'Hello',
				ChatbotDisabled: 0,
				IsDefault: 1,
				RobotId: '@RBT#DeskDefaultRobot',
			},
		]);
		expect(testbed.calls(list).map(({ body }) => body)).toEqual([{}]);
	});
});

describe('updating a service account', () => {
	it('changes one text and leaves the others', async () => {
		const testbed = await open();
		const { output } = await testbed.run(
			account('update', {
				serviceAccount: { __rl: true, mode: 'list', value: '@support' },
				updateFields: { nickname: 'Helpers', chatbotDisabled: false },
			}),
			[{}],
		);
		expect(output[0]?.json).toEqual({ IMAgentUserID: '@support' });
		expect(testbed.calls(update)[0]?.body).toEqual({
			IMAgentUserID: '@support',
			IMAgentNick: 'Helpers',
			ChatbotDisabled: 0,
		});
		expect(testbed.simulator.world().office.profiles.get('@support')).toEqual({
			IMAgentNick: 'Helpers',
			WelcomeMessage: 'How can we help?',
			ChatbotDisabled: 0,
		});
	});
});

describe('deleting a service account', () => {
	it('removes it, and says which item named one that is not there', async () => {
		const testbed = await open();
		const { output, errorOutput } = await testbed.run(
			account('delete', { serviceAccount: '={{ $json.id }}' }),
			[{ id: '@nobody' }, { id: '@support' }],
			onError,
		);
		expect(output.map(({ json }) => json)).toEqual([{ IMAgentUserID: '@support', deleted: true }]);
		expect(pairs(errorOutput)).toEqual([0]);
		expect([...testbed.simulator.world().serviceAccounts]).toEqual(['@customer_service_account']);
	});
});
