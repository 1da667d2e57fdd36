import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { shownBefore, shownSince } from '../versions';

/** The older commands, and those that Tencent documents since 2025. */
export const pushApis = ['allMemberPush', 'timpush'] as const;

const control: INodeProperties = {
	displayName: 'Push API',
	name: 'pushApi',
	type: 'options',
	options: [
		{
			name: 'All-Member Push',
			value: 'allMemberPush',
			description: 'The older commands: highest plan of Chat, with the switch in its console',
		},
		{
			name: 'Push Service',
			value: 'timpush',
			description: 'The commands that Tencent documents today: with the Push service switched on',
		},
	],
	default: 'allMemberPush',
	description:
		'Which of the two push features your app has. Tencent documents the Push service only by now; whether it still answers All-Member Push for every app is not known.',
};

/**
 * Which generation of commands is called. Nodes of version 1 were saved when there was the older one
 * only, and go on to mean it; those that are added now begin with the one that is documented.
 */
export const pushApi: INodeProperties[] = [
	shownBefore(1.1, control),
	shownSince(1.1, { ...control, default: 'timpush' }),
];

export const readsPushService = (fields: Fields): boolean =>
	fields.optionalChoice('pushApi', 'Push API', pushApis) === 'timpush';

/** The path of a command by the generation that is chosen, and both for the documentation. */
export function pushCommand(older: string, present: string) {
	const commands = [`all_member_push/${older}`, `timpush/${present}`] as const;
	return {
		commands,
		path: (fields: Fields) => commands[readsPushService(fields) ? 1 : 0],
	};
}

/** Shown for the Push service alone. */
export const withPushService = { show: { pushApi: ['timpush'] } };
