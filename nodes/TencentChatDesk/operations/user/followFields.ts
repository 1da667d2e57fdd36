import type { INodeProperties } from 'n8n-workflow';
import { contactProperty, ownerProperty } from '../contact/contactFields';

/** Users whom one call may follow, let go or count (T-70345, T-70346, T-70350). */
export const maxFollowed = 20;

export const otherLabel = 'Other User ID';

export const followerProperty: INodeProperties = {
	...ownerProperty,
	description: 'User ID of the user who follows',
};

export const followedProperty: INodeProperties = {
	...contactProperty,
	displayName: otherLabel,
	description: 'User ID of the user who is followed; items of one user share calls',
};
