import type { Json } from '../../../json';
import type { GroupType } from '../../../state/groups';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findGroup, groupRules, seconds } from './groupChecks';
import { permissionProblem, readProfile } from './profile';

/** Work, public and meeting groups. */
const withHistory: GroupType[] = ['Private', 'Public', 'ChatRoom'];

const isOnOff = (value: Json) => value === 'On' || value === 'Off';

/** Chat > Modifying the Profile of a Group (v4/group_open_http_svc/modify_group_base_info). */
export const modifyGroup: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/modify_group_base_info',
	fields: [
		'GroupId',
		'Name',
		'Introduction',
		'Notification',
		'FaceUrl',
		'MaxMemberNum',
		'ApplyJoinOption',
		'MuteAllMember',
		'InviteJoinOption',
		'HistoryMsgBeforeJoin',
		'From_Account',
		'EnablePermission',
		'DefaultPermission',
		'AppDefinedData',
	],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		const { MuteAllMember: mute, HistoryMsgBeforeJoin: history, From_Account: from } = call.body;
		if (mute !== undefined && !isOnOff(mute)) {
			return refuse(10004, 'MuteAllMember has to be On or Off');
		}
		if (history !== undefined && !(isOnOff(history) && withHistory.includes(group.type))) {
			return refuse(10004, 'HistoryMsgBeforeJoin has to be On or Off, in an ordinary group');
		}
		if (
			from !== undefined &&
			!(typeof from === 'string' && accountExists(call.state.world, from))
		) {
			return refuse(10019, 'From_Account does not exist');
		}
		if (group.type === 'AVChatRoom' && call.body.InviteJoinOption !== undefined) {
			return refuse(10004, 'live groups have no InviteJoinOption');
		}
		const permissions = permissionProblem(call.body, group.type === 'Community');
		if (permissions) return permissions;
		const profile = readProfile(call, 'MaxMemberNum');
		if ('code' in profile) return profile;
		const { appDefinedData, maxMemberNum, ...texts } = profile;
		Object.assign(
			group,
			texts,
			mute && { muteAllMember: mute },
			history && { historyMsgBeforeJoin: history },
		);
		// "MaxMemberNum is ignored for AVChatRoom."
		if (maxMemberNum !== undefined && group.type !== 'AVChatRoom') {
			group.maxMemberNum = maxMemberNum;
		}
		for (const [key, value] of appDefinedData ?? []) {
			if (value === '') group.appDefinedData.delete(key);
			else group.appDefinedData.set(key, value);
		}
		group.lastInfoTime = seconds(call);
		return { response: {} };
	},
};
