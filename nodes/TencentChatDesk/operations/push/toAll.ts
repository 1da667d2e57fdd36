import type { INodeProperties } from 'n8n-workflow';
import type { SingleCall } from '../../contract';
import { messageRandomOption } from '../shared/messageOptions';
import { sent } from '../shared/responses';
import { inTurn } from './pushFields';

/** A whole request to push to all users: 90056 above it. Push > "Error Codes" (CN 117847). */
export const maxPushBytes = 10 * 1024;

/** Seven days, for which newer pages say that a number stands for one push; older ones say a second. */
const numberLifeSeconds = 604_800;

/** What the panel says of how many pushes to all there may be. CN 137903, 100634. */
export const dailyLimit =
	'This reaches every user of the app. Limit: 100 a day for each app, 10 on free and trial plans, one a second.';

export const pushRandomOption: INodeProperties = {
	...messageRandomOption,
	description:
		'The number of this push. Left out or 0, the node gives each its own. Set it only to repeat a call that failed: for seven days Tencent may take another push with the same number for this one, and send nothing.',
};

/** What every push to all users, or to some of them by tags or attributes, has in common. */
export const toAll = {
	orderingKey: inTurn,
	sender: 'From_Account',
	dedupeFields: {
		random: 'MsgRandom',
		contentBlind: { places: () => ['app'], windowSeconds: numberLifeSeconds },
	},
	// The pages differ on how long copies are dropped, a second or seven days: too little for a repeat.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 0.5, max: 1 },
	maxBodyBytes: maxPushBytes,
	bodyLabels: { MsgBody: 'The message', OfflinePushInfo: "'Offline Push'" },
	interpret: (response, { MsgRandom }) => sent(response, { MsgRandom }),
} satisfies Partial<SingleCall>;
