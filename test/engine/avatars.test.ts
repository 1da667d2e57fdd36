import type { INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, pairs, testbeds } from '../harness/engineTestbed';
import { byId } from '../harness/editor/workflows';
import { pngFile } from '../harness/sampleFiles';

const open = testbeds();

const png = pngFile(8, 8);
const files = {
	data: { data: png.toString('base64'), mimeType: 'image/png', fileName: 'mia.png' },
};
const fromItem = { fileSource: 'file', inputDataFieldName: 'data' };

const news: INodeParameters = {
	resource: 'officialAccount',
	operation: 'create',
	name: 'News',
	owner: 'alice',
	options: { ownAccountId: '@TOA#_news' },
};

const cases: Array<
	[whose: string, path: string, parameters: INodeParameters, before?: INodeParameters]
> = [
	[
		'a user who is imported',
		'im_open_login_svc/multiaccount_import',
		{ resource: 'user', operation: 'import', userId: 'mia' },
	],
	[
		'the profile of a user',
		'profile/portrait_set',
		{ resource: 'user', operation: 'updateProfile', userId: 'alice' },
	],
	[
		'a new group',
		'group_open_http_svc/create_group',
		{ resource: 'group', operation: 'create', groupType: 'Public', name: 'Team' },
	],
	[
		'a group',
		'group_open_http_svc/modify_group_base_info',
		{
			resource: 'group',
			operation: 'update',
			groupId: byId('team'),
		},
	],
	[
		'a new agent',
		'desk_http_svc/create_members',
		{ resource: 'agent', operation: 'create', memberMail: 'ann@example.com' },
	],
	[
		'an agent',
		'desk_http_svc/update_member',
		{ resource: 'agent', operation: 'update', memberId: byId('mia@example.com') },
	],
	[
		'a new service account',
		'desk_http_svc/add_im_agent',
		{ resource: 'serviceAccount', operation: 'create', serviceAccountId: '@shop' },
	],
	[
		'a service account',
		'desk_http_svc/update_im_agent',
		{ resource: 'serviceAccount', operation: 'update', serviceAccount: byId('@support') },
	],
	[
		'a robot',
		'openim_robot_http_svc/create_robot',
		{ resource: 'robot', operation: 'create', robotId: '@RBT#helper' },
	],
	[
		'a new official account',
		'official_account_open_http_svc/create_official_account',
		{ resource: 'officialAccount', operation: 'create', name: 'Sales', owner: 'alice' },
	],
	[
		'an official account',
		'official_account_open_http_svc/modify_official_account_base_info',
		{ resource: 'officialAccount', operation: 'update', officialAccount: '@TOA#_news' },
		news,
	],
];

describe('a picture that the item brings', () => {
	it.each(cases)(
		'becomes that of %s, by a public link',
		async (_whose, path, parameters, ...[before]) => {
			const testbed = await open();
			if (before) await testbed.run(before, [{}]);

			const { output } = await testbed.run({ ...parameters, ...fromItem }, [{}], { files });

			expect(output).toHaveLength(1);
			const sent = JSON.stringify(testbed.calls(path)[0]!.body);
			const [address] = /http[^"]*\.png/.exec(sent) ?? [''];
			const response = await fetch(address);
			expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
		},
	);

	it('fails only the user whose picture it is, where others share the call', async () => {
		const testbed = await open();
		const empty = { data: { data: '', mimeType: 'image/png', fileName: 'none.png' } };

		const { output, errorOutput } = await testbed.run(
			{ resource: 'user', operation: 'import', userId: '={{ $json.id }}', ...fromItem },
			[{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }],
			{ ...onErrorBranch, files: (item) => (item === 1 ? empty : files) },
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).message).toBe('The file of the item is empty');
		const calls = testbed.calls('im_open_login_svc/multiaccount_import');
		expect(calls).toHaveLength(1);
		expect(JSON.stringify(calls[0]!.body)).not.toContain('"a2"');
	});
});
