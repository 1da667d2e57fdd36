import type { Body } from '../../contract';
import { sent } from '../shared/responses';
import { maxUnsigned } from '../shared/limits';

/** The largest number of 32 bits stands for ever. */
export const forEver = maxUnsigned;

/** What a mute of a user has in common: pages 1047/34923 and 34924. */
export const muteCall = {
	shape: 'single' as const,
	path: 'openconfigsvr/setnospeaking',
	orderingKey: ({ Set_Account }: Body) => JSON.stringify([Set_Account]),
	retry: { policy: 'idempotent' as const },
	rateLimit: { default: 100, max: 200 },
	interpret: (
		response: Body,
		{ Set_Account, C2CmsgNospeakingTime, GroupmsgNospeakingTime }: Body,
	) => sent(response, { Set_Account, C2CmsgNospeakingTime, GroupmsgNospeakingTime }),
};
