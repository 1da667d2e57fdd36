import type { Resource } from '../operation';
import { addAdmins } from './addAdmins';
import { addRobots } from './addRobots';
import { ban } from './ban';
import { changeOwner } from './changeOwner';
import { create } from './create';
import { deleteRoom } from './delete';
import { deleteMetadata } from './deleteMetadata';
import { get } from './get';
import { getAdmins } from './getAdmins';
import { getBanned } from './getBanned';
import { getMany } from './getMany';
import { getMetadata } from './getMetadata';
import { getMuted } from './getMuted';
import { getRobots } from './getRobots';
import { getStatistics } from './getStatistics';
import { mute } from './mute';
import { removeAdmins } from './removeAdmins';
import { removeRobots } from './removeRobots';
import { restoreLayout } from './restoreLayout';
import { sendCustom } from './sendCustom';
import { sendText } from './sendText';
import { setMetadata } from './setMetadata';
import { unban } from './unban';
import { unmute } from './unmute';
import { update } from './update';

export const liveRoom: Resource = {
	value: 'liveRoom',
	name: 'Live Room',
	description: 'A room of a live stream: its messages, settings and audience',
	operations: [
		sendText,
		sendCustom,
		create,
		get,
		getMany,
		update,
		deleteRoom,
		changeOwner,
		getStatistics,
		mute,
		unmute,
		getMuted,
		ban,
		unban,
		getBanned,
		getAdmins,
		addAdmins,
		removeAdmins,
		getMetadata,
		setMetadata,
		deleteMetadata,
		addRobots,
		getRobots,
		removeRobots,
		restoreLayout,
	],
};
