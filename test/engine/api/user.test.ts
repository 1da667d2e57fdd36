import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { TencentChatDesk } from '../../../nodes/TencentChatDesk/TencentChatDesk.node';
import { nodeName, runNode } from '../../harness/engine';
import { credentialType } from '../../harness/project';
import {
	app,
	testbeds,
	credentialFor,
	failureIn,
	pairs,
	secretsIn,
	onErrorBranch,
} from '../../harness/engineTestbed';
import { unpacked } from '../../harness/simulatorTestbed';

const open = testbeds();

const multiImport = 'im_open_login_svc/multiaccount_import';
const importCommand = 'im_open_login_svc/account_import';
const check = 'im_open_login_svc/account_check';
const deleteCommand = 'im_open_login_svc/account_delete';
const status = 'openim/query_online_status';
const getProfile = 'profile/portrait_get';
const setProfile = 'profile/portrait_set';

const user = (operation: string, more: INodeParameters = {}) => ({
	resource: 'user',
	operation,
	userId: '={{ $json.id }}',
	...more,
});

const people = (count: number) =>
	Array.from({ length: count }, (_unused, id) => ({ id: `p${id}` }));

describe('importing users', () => {
	it('takes a hundred of them into a call', async () => {
		const testbed = await open();

		const { output } = await testbed.run(user('import'), people(250));

		expect(output).toHaveLength(250);
		expect(output[249]?.json).toEqual({ UserID: 'p249' });
		expect(testbed.calls().map(({ path }) => path)).toEqual(Array(3).fill(multiImport));
		expect(testbed.simulator.world().accounts.has('p249')).toBe(true);
	});

	it('gives them a name and a picture, and tells the one that failed from the others', async () => {
		const testbed = await open();
		testbed.simulator.world().deletedAccounts.add('gone');
		const face = 'https://example.com/mia.png';

		const { output, errorOutput } = await testbed.run(
			user('import', { nick: '={{ $json.nick }}', faceUrl: '={{ $json.face }}' }),
			[
				{ id: 'mia', nick: 'Mia', face },
				{ id: 'gone', nick: '', face: '' },
				{ id: 'noah', nick: '', face: '' },
			],
			onErrorBranch,
		);

		expect(output.map(({ json }) => json)).toEqual([
			{ UserID: 'mia', Nick: 'Mia', FaceUrl: face },
			{ UserID: 'noah' },
		]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).message).toBe("The account 'gone' was not imported");
		expect(testbed.simulator.world().accounts.get('mia')?.nick).toBe('Mia');
	});

	it('one call each, says why one failed', async () => {
		const testbed = await open();
		testbed.simulator.world().deletedAccounts.add('gone');

		const { output, errorOutput } = await testbed.run(
			user('import', { options: { oneCallPerAccount: true } }),
			[{ id: 'mia' }, { id: 'gone' }],
			onErrorBranch,
		);

		expect(output.map(({ json }) => json)).toEqual([{ UserID: 'mia' }]);
		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(70399);
		expect(testbed.calls().map(({ path, body }) => [path, body])).toEqual([
			[importCommand, { UserID: 'mia' }],
			[importCommand, { UserID: 'gone' }],
		]);
	});

	it.each([false, true])(
		'keeps the last name of one that comes twice (one call each: %s)',
		async (oneCallPerAccount) => {
			const testbed = await open();

			const { output } = await testbed.run(
				user('import', { nick: '={{ $json.nick }}', options: { oneCallPerAccount } }),
				[
					{ id: 'mia', nick: 'Old' },
					{ id: 'noah', nick: 'Noah' },
					{ id: 'mia', nick: 'New' },
				],
			);

			expect(output).toHaveLength(3);
			expect(testbed.simulator.world().accounts.get('mia')?.nick).toBe('New');
		},
	);

	it('refuses an ID of more than 32 bytes', async () => {
		const testbed = await open();

		const { error } = await testbed.run(user('import'), [{ id: 'ü'.repeat(17) }]);

		expect(error?.message).toContain("'User ID' is too long: 34 bytes of the 32");
		expect(testbed.calls()).toHaveLength(0);
	});
});

describe('checking users', () => {
	it('tells who exists, in one call', async () => {
		const testbed = await open();

		const { output } = await testbed.run(user('check'), [
			{ id: 'alice' },
			{ id: 'nobody' },
			{ id: 'alice' },
		]);

		expect(output.map(({ json }) => json)).toEqual([
			{ UserID: 'alice', AccountStatus: 'Imported', Imported: true },
			{ UserID: 'nobody', AccountStatus: 'NotImported', Imported: false },
			{ UserID: 'alice', AccountStatus: 'Imported', Imported: true },
		]);
		expect(testbed.calls(check).map(({ body }) => body)).toEqual([
			{ CheckItem: [{ UserID: 'alice' }, { UserID: 'nobody' }] },
		]);
	});

	it('gives the response as it came where that is wanted', async () => {
		const testbed = await open();

		const { output } = await testbed.run(user('check', { options: { simplify: false } }), [
			{ id: 'alice' },
		]);

		expect(output[0]?.json).toMatchObject({
			ActionStatus: 'OK',
			ErrorCode: 0,
			ResultItem: [{ UserID: 'alice', ResultCode: 0 }],
		});
	});

	it('reads 101 of them with two calls', async () => {
		const testbed = await open();

		const { output } = await testbed.run(user('check'), people(101));

		expect(output).toHaveLength(101);
		expect(testbed.calls(check)).toHaveLength(2);
	});
});

describe('deleting users', () => {
	it('deletes those that exist, and says which does not', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			user('delete'),
			[{ id: 'u0' }, { id: 'nobody' }, { id: 'u1' }],
			onErrorBranch,
		);

		expect(output.map(({ json }) => json)).toEqual([
			{ UserID: 'u0', deleted: true },
			{ UserID: 'u1', deleted: true },
		]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 70107, UserID: 'nobody' });
		expect(testbed.calls(deleteCommand)).toHaveLength(1);
		expect(testbed.simulator.world().accounts.has('u0')).toBe(false);
	});
});

describe('the status of users', () => {
	it.each(['State', 'Status'] as const)(
		'is told, whether Tencent names the field %s or not',
		async (onlineStatusField) => {
			const testbed = await open({ onlineStatusField });

			const { output, errorOutput } = await testbed.run(
				user('getOnlineStatus', { options: { isNeedDetail: true } }),
				[{ id: 'alice' }, { id: 'nobody' }, { id: 'heidi' }],
				onErrorBranch,
			);

			expect(output.map(({ json }) => json)).toEqual([
				{
					To_Account: 'alice',
					Status: 'Online',
					Detail: [{ Platform: 'Web', Status: 'Online' }],
				},
				{ To_Account: 'heidi', Status: 'Offline' },
			]);
			expect(failureIn(errorOutput[0]!)).toMatchObject({
				ErrorCode: 70107,
				To_Account: 'nobody',
			});
			expect(testbed.calls(status).map(({ body }) => body)).toEqual([
				{ To_Account: ['alice', 'nobody', 'heidi'], IsNeedDetail: 1 },
			]);
		},
	);

	it('is offline after a kick', async () => {
		const testbed = await open();

		const kicked = await testbed.run(user('kick'), [{ id: 'alice' }]);
		const { output } = await testbed.run(user('getOnlineStatus'), [{ id: 'alice' }]);

		expect(kicked.output[0]?.json).toEqual({ UserID: 'alice' });
		expect(output[0]?.json).toEqual({ To_Account: 'alice', Status: 'Offline' });
	});

	it('is asked for 500 users a call', async () => {
		const testbed = await open();

		await testbed.run(user('getOnlineStatus'), people(501), onErrorBranch);

		const sizes = testbed.calls(status).map(({ body }) => (body as IDataObject).To_Account);
		expect(sizes.map((ids) => (ids as string[]).length)).toEqual([500, 1]);
	});
});

describe('a kick whose answer was lost', () => {
	it('is not made again, since the user may be back', async () => {
		const testbed = await open();
		testbed.failNext('im_open_login_svc/kick', { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(user('kick'), [{ id: 'alice' }], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.calls()).toHaveLength(1);
	});
});

describe('the profile of a user', () => {
	it('is written field by field and read back flat', async () => {
		const testbed = await open();

		const { output: written } = await testbed.run(
			user('updateProfile', {
				profile: {
					nick: 'Mia',
					gender: 'Gender_Type_Female',
					birthday: 20190419,
					faceUrl: 'https://example.com/mia.png',
					level: '3',
				},
				customFields: { field: [{ key: 'vip', value: 'gold' }] },
			}),
			[{ id: 'alice' }],
		);
		const { output: read } = await testbed.run(
			user('getProfile', { options: { customFields: 'vip' } }),
			[{ id: 'alice' }],
		);

		const profile = {
			Tag_Profile_IM_Nick: 'Mia',
			Tag_Profile_IM_Gender: 'Gender_Type_Female',
			Tag_Profile_IM_BirthDay: 20190419,
			Tag_Profile_IM_Image: 'https://example.com/mia.png',
			Tag_Profile_IM_Level: 3,
			Tag_Profile_Custom_vip: 'gold',
		};
		expect(written[0]?.json).toMatchObject({ From_Account: 'alice', ...profile });
		expect(read[0]?.json).toEqual({ To_Account: 'alice', ...profile });
		expect(testbed.calls(setProfile)[0]?.body).toMatchObject({ From_Account: 'alice' });
	});

	it('is read for many users with one call, and says which do not exist', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			user('getProfile', { options: { standardFields: ['Tag_Profile_IM_Nick'] } }),
			[{ id: 'alice' }, { id: 'nobody' }, { id: 'bob' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 40003,
			To_Account: 'nobody',
			message: "The profile of 'nobody' could not be read",
		});
		expect(testbed.calls(getProfile).map(({ body }) => body)).toEqual([
			{ To_Account: ['alice', 'nobody', 'bob'], TagList: ['Tag_Profile_IM_Nick'] },
		]);
	});

	it.each<[string, INodeParameters]>([
		["'Update Fields' is empty", {}],
		["'Location' is too long: 17 bytes of the 16", { profile: { location: 'x'.repeat(17) } }],
		["'Nickname' is too long: 501 bytes of the 500", { profile: { nick: 'x'.repeat(501) } }],
		["'Gender' is not one of its choices", { profile: { gender: 'female' } }],
		["'Birthday' is not a whole number", { profile: { birthday: '2019-04-19' } }],
		[
			"'Key' is longer than 8 characters",
			{ customFields: { field: [{ key: 'favourite', value: 'x' }] } },
		],
	])('is not written when %s', async (problem, more) => {
		const testbed = await open();

		const { error } = await testbed.run(user('updateProfile', more), [{ id: 'alice' }]);

		expect(error?.message).toContain(problem);
		expect(testbed.calls()).toHaveLength(0);
	});
});

describe('a signature for a client', () => {
	const generate = (more: INodeParameters = {}) =>
		user('generateUserSig', { lifetime: 3600, ...more });

	/** Not by the testbed, which takes every signature in an output for a leak. */
	const run = async (parameters: INodeParameters, items: IDataObject[], url: string) =>
		await runNode(
			{ parameters, ...onErrorBranch },
			items.map((json) => ({ json })),
			{ credentials: { [credentialType]: credentialFor(url) } },
		);

	it('is made without a call, good for as long as wished, and is that of the user', async () => {
		const testbed = await open();
		const before = Math.floor(Date.now() / 1000);

		const { output } = await run(generate(), [{ id: 'alice' }], testbed.simulator.url);

		const { UserSig, ExpireTime, ...rest } = output[0]!.json;
		expect(rest).toEqual({ UserID: 'alice', SDKAppID: app.sdkAppId });
		expect(ExpireTime).toBeGreaterThanOrEqual(before + 3600);
		expect(JSON.parse(unpacked(UserSig as string))).toMatchObject({
			'TLS.identifier': 'alice',
			'TLS.sdkappid': app.sdkAppId,
			'TLS.expire': 3600,
		});
		expect(testbed.calls()).toHaveLength(0);
	});

	it('is accepted by Tencent', async () => {
		const testbed = await open();
		const { output } = await run(generate(), [{ id: 'alice' }], testbed.simulator.url);
		const query = new URLSearchParams({
			sdkappid: String(app.sdkAppId),
			identifier: 'alice',
			usersig: output[0]!.json.UserSig as string,
			random: '1',
			contenttype: 'json',
		});

		const response = await fetch(`${testbed.simulator.url}/v4/${check}?${query.toString()}`, {
			method: 'POST',
			body: '{}',
		});

		// Past the check of the signature: the user is no admin.
		expect(await response.json()).toMatchObject({ ErrorCode: 60010 });
	});

	it('is refused for the admin, unless it is asked for twice', async () => {
		const testbed = await open();
		const admin = [{ id: 'administrator' }];

		const refused = await testbed.run(generate(), admin, onErrorBranch);
		const allowed = await run(
			generate({ options: { allowAdmin: true } }),
			admin,
			testbed.simulator.url,
		);

		expect(failureIn(refused.errorOutput[0]!).message).toBe(
			"'User ID' is the app admin of the credential",
		);
		expect(allowed.output).toHaveLength(1);
	});

	it('stands in its own field only, which n8n is told to hide', async () => {
		const testbed = await open();

		const result = await run(generate(), [{ id: 'alice' }], testbed.simulator.url);
		for (const { json } of result.items(nodeName)) json.UserSig = '';

		expect(secretsIn(result)).toEqual([]);
		expect(new TencentChatDesk().description.sensitiveOutputFields).toEqual(['UserSig']);
	});

	it.each([
		["'Lifetime (Seconds)' is 59, out of its range", { lifetime: 59 }],
		["'User ID' is too long", { userId: 'x'.repeat(33) }],
		["'User ID' is empty", { userId: "={{ '' }}" }],
	])('is not made when %s', async (problem, more) => {
		const testbed = await open();

		const { error } = await testbed.run(generate(more), [{ id: 'alice' }]);

		expect(error?.message).toContain(problem);
	});
});
