import type { Resource } from '../operation';
import { check } from './check';
import { deleteUser } from './delete';
import { generateUserSig } from './generateUserSig';
import { getOnlineStatus } from './getOnlineStatus';
import { getProfile } from './getProfile';
import { importUser } from './import';
import { kick } from './kick';
import { updateProfile } from './updateProfile';

export const user: Resource = {
	value: 'user',
	name: 'User',
	description: 'An account in your Chat app',
	operations: [
		importUser,
		check,
		getProfile,
		updateProfile,
		getOnlineStatus,
		generateUserSig,
		kick,
		deleteUser,
	],
};
