import { groupRateLimit, inGroup, userIds } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import type { clearing, setting } from './liveGroupFields';

/** Page 1047/60525: administrators of one live group. */
const maxAdmins = 5;

/** How administrators of a live group are appointed and dismissed; they need not be in it. */
export const administration = (command: typeof setting | typeof clearing) =>
	({
		documentation: 'https://trtc.io/document/60525',
		shape: 'single',
		path: 'group_open_avchatroom_http_svc/modify_admin',
		properties: [
			group,
			{
				...userIds('User IDs', 'users', `User IDs; a live group has at most ${maxAdmins}.`),
				required: true,
			},
		],
		options: [],
		request: (fields) => ({
			GroupId: readGroup(fields),
			CommandType: command,
			Admin_Account: fields.ids('users', 'User IDs', { max: maxAdmins }),
		}),
		orderingKey: inGroup,
		retry: { policy: 'idempotent' },
		rateLimit: groupRateLimit,
		interpret: (response, { GroupId, Admin_Account }) => sent(response, { GroupId, Admin_Account }),
	}) satisfies Partial<SingleOperation>;
