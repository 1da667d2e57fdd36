import type { ApiResponse, Body, EffectLookup } from '../../contract';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import { appIdField, maxPage } from './moderationFields';

/**
 * Looks whether words are no longer in their library: Tencent says of a word that is gone, as of one
 * that it could not remove, that it was not deleted. Documentation: Chat > "Getting Keywords" (page
 * 1047/77830).
 */
export function areGone({ [appIdField]: appId, LibID, Keywords }: Body): EffectLookup {
	const removed = Keywords as string[];
	const nextPage = (response: ApiResponse, look: Body): Body | undefined => {
		const words = recordsIn(response, 'Infos');
		return words.length === 0 ? undefined : nextOffset(response, look, words);
	};
	return {
		path: 'im_msg_audit_mgr/get_cloud_audit_keywords',
		perSecond: 50,
		delay: 0,
		request: () => ({ [appIdField]: appId, LibID, Offset: 0, Limit: maxPage }),
		interpret(response, _body, _time, look) {
			const left = recordsIn(response, 'Infos').some(({ Content }) =>
				removed.includes(String(Content)),
			);
			if (left) return { effect: 'unknown' };
			const isLast = nextPage(response, look) === undefined;
			return isLast ? { effect: 'done', output: { LibID } } : { effect: 'none' };
		},
		nextPage,
	};
}
