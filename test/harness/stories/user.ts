import { inflateSync } from 'node:zlib';

import { step, type Story, withErrorBranch } from './story';

const customers = Array.from({ length: 150 }, (_unused, index) => ({
	id: `customer${index}`,
	name: `Customer ${index}`,
}));

/** What a signature says, in Tencent's own alphabet for base64 in URLs. */
function contentOf(userSig: unknown): unknown {
	const base64 = String(userSig).replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString('utf8'));
}

export const userStories: Story[] = [
	{
		name: 'imports a hundred and fifty customers with two calls, and finds them all',
		items: customers,
		steps: [
			step('Import', 'user.import', { userId: '={{ $json.id }}', nick: '={{ $json.name }}' }),
			step('Check', 'user.check', { userId: '={{ $json.UserID }}' }),
		],
		check(end) {
			expect(end.calls('im_open_login_svc/multiaccount_import')).toHaveLength(2);
			expect(end.calls('im_open_login_svc/account_check')).toHaveLength(2);
			expect(end.json('Check').map(({ UserID, Imported }) => [UserID, Imported])).toEqual(
				customers.map(({ id }) => [id, true]),
			);
			expect(end.pairs('Check')).toEqual(customers.map((_customer, index) => index));
			expect(end.world.accounts.get('customer149')?.nick).toBe('Customer 149');
		},
	},
	{
		name: 'looks after an account until it is deleted, and says that another one does not exist',
		items: [{ id: 'alice' }, { id: 'nobody' }],
		steps: [
			step(
				'Name',
				'user.updateProfile',
				{ userId: '={{ $json.id }}', profile: { nick: 'Alice', location: 'Berlin' } },
				withErrorBranch,
			),
			step('Profile', 'user.getProfile', { userId: '={{ $json.From_Account }}' }),
			step('Before', 'user.getOnlineStatus', { userId: '={{ $json.To_Account }}' }),
			step('Log out', 'user.kick', { userId: '={{ $json.To_Account }}' }),
			step('After', 'user.getOnlineStatus', { userId: '={{ $json.UserID }}' }),
			step('Delete', 'user.delete', { userId: '={{ $json.To_Account }}' }),
		],
		check(end) {
			expect(end.pairs('Name')).toEqual([0]);
			expect(end.failures('Name')).toMatchObject([{ item: 1 }]);
			expect(end.json('Profile')).toMatchObject([
				{ To_Account: 'alice', Tag_Profile_IM_Nick: 'Alice', Tag_Profile_IM_Location: 'Berlin' },
			]);
			expect(end.json('Before')).toMatchObject([{ Status: 'Online' }]);
			expect(end.json('After')).toMatchObject([{ Status: 'Offline' }]);
			expect(end.json('Delete')).toEqual([{ UserID: 'alice', deleted: true }]);
			expect(end.world.accounts.has('alice')).toBe(false);
		},
	},
	{
		name: 'makes the signature that an app logs in with, but not the one of the admin',
		items: [{ id: 'alice' }, { id: 'administrator' }],
		steps: [
			step(
				'Sign',
				'user.generateUserSig',
				{ userId: '={{ $json.id }}', lifetime: 3600 },
				withErrorBranch,
			),
		],
		check(end) {
			const [signed] = end.json('Sign');
			expect(signed).toMatchObject({ UserID: 'alice', SDKAppID: 1400000001 });
			expect(contentOf(signed?.UserSig)).toMatchObject({
				'TLS.identifier': 'alice',
				'TLS.sdkappid': 1400000001,
				'TLS.expire': 3600,
			});
			expect(end.failures('Sign')).toMatchObject([
				{ item: 1, error: { message: expect.stringContaining('app admin') } },
			]);
		},
	},
];
