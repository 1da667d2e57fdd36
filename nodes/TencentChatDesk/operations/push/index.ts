import type { Resource } from '../operation';
import { addTags } from './addTags';
import { getAttributeNames } from './getAttributeNames';
import { getAttributes } from './getAttributes';
import { getTags } from './getTags';
import { notifyAll } from './notifyAll';
import { removeAllTags } from './removeAllTags';
import { removeAttributes } from './removeAttributes';
import { removeTags } from './removeTags';
import { revoke } from './revoke';
import { sendToAll } from './sendToAll';
import { sendToUsers } from './sendToUsers';
import { setAttributeNames } from './setAttributeNames';
import { setAttributes } from './setAttributes';
import { deleteSchedule } from './deleteSchedule';
import { getSchedule } from './getSchedule';
import { getSchedules } from './getSchedules';
import { schedule } from './schedule';
import { updateSchedule } from './updateSchedule';

export const push: Resource = {
	value: 'push',
	name: 'Push',
	description: 'Messages and notifications to many users at once',
	operations: [
		sendToAll,
		notifyAll,
		sendToUsers,
		revoke,
		addTags,
		getTags,
		removeTags,
		removeAllTags,
		setAttributes,
		getAttributes,
		removeAttributes,
		setAttributeNames,
		getAttributeNames,
		schedule,
		getSchedule,
		getSchedules,
		updateSchedule,
		deleteSchedule,
	],
};
