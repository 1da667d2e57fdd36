import type { Resource } from '../operation';
import { checkFollow } from './checkFollow';
import { follow } from './follow';
import { getFollowCounts } from './getFollowCounts';
import { getFollowers } from './getFollowers';
import { getMute } from './getMute';
import { mute } from './mute';
import { unfollow } from './unfollow';
import { unmute } from './unmute';
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
		mute,
		unmute,
		getMute,
		follow,
		unfollow,
		getFollowers,
		checkFollow,
		getFollowCounts,
	],
};
