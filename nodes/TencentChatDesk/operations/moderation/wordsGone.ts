import type { ApiResponse, Body, EffectLookup } from '../../contract';
import { recordsIn } from '../shared/records';
import { appIdField, maxPage } from './moderationFields';

/**
 * Looks whether words are no longer in their library: Tencent says of a word that is gone, as of one
 * that it could not remove, that it was not deleted. Documentation: Chat > "Getting Keywords" (page
 * 1047/77830).
 */
export function areGone({ [appIdField]: appId, LibID, Keywords }: Body): EffectLookup {
	const removed = Keywords as string[];
	let read = 0;
	const page = (Offset: number): Body => {
		read = Offset;
		return { [appIdField]: appId, LibID, Offset, Limit: maxPage };
	};
	const isLast = (response: ApiResponse) => {
		const words = recordsIn(response, 'Infos').length;
		return words === 0 || read + words >= Number(response.TotalCount);
	};
	return {
		path: 'im_msg_audit_mgr/get_cloud_audit_keywords',
		perSecond: 50,
		delay: 0,
		request: () => page(0),
		interpret(response) {
			const left = recordsIn(response, 'Infos').some(({ Content }) =>
				removed.includes(String(Content)),
			);
			if (left) return { effect: 'unknown' };
			return isLast(response) ? { effect: 'done', output: { LibID } } : { effect: 'none' };
		},
		nextPage: (response, { Offset }) =>
			isLast(response) ? undefined : page(Number(Offset) + recordsIn(response, 'Infos').length),
	};
}
