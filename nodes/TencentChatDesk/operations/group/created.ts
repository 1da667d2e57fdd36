import type { Body, EffectLookup } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import { clockSlack, historyDelay } from '../shared/sentMessage';

/** Codes of a group that is not there. */
const missing: readonly unknown[] = [10010, 10015];

/**
 * Looks whether the group with this ID is the one that a call wanted to create: the same type, name
 * and owner, since the call. Documentation: Chat > "Getting Group Profiles" (page 1047/34961).
 */
export function isCreated({ GroupId: id }: Body): EffectLookup | undefined {
	if (typeof id !== 'string') return undefined;
	return {
		path: 'group_open_http_svc/get_group_info',
		perSecond: 50,
		delay: historyDelay,
		request: () => ({
			GroupIdList: [id],
			ResponseFilter: { GroupBaseInfoFilter: ['Type', 'Name', 'CreateTime', 'Owner_Account'] },
		}),
		interpret(response, { Type, Name, Owner_Account = '' }, { first }) {
			const info = recordsIn(response, 'GroupInfo').find(({ GroupId }) => GroupId === id);
			if (!info) return { effect: 'unknown' };
			if (missing.includes(info.ErrorCode)) return { effect: 'none' };
			if (info.ErrorCode !== 0 && info.ErrorCode !== undefined) return { effect: 'unknown' };
			const isOurs =
				info.Type === Type &&
				info.Name === Name &&
				(info.Owner_Account ?? '') === Owner_Account &&
				Number(info.CreateTime) >= first - clockSlack;
			// Somebody else's group keeps its ID: the call did nothing.
			if (!isOurs) return { effect: 'none' };
			return { effect: 'done', output: withoutAbsent({ GroupId: id, Type, Name }) };
		},
	};
}
