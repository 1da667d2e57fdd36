import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findGroup, groupRules, seconds } from './groupChecks';
import { readProfile } from './profile';

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
		'AppDefinedData',
	],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		const { MuteAllMember: mute } = call.body;
		if (mute !== undefined && mute !== 'On' && mute !== 'Off') {
			return refuse(10004, 'MuteAllMember has to be On or Off');
		}
		const profile = readProfile(call, 'MaxMemberNum');
		if ('code' in profile) return profile;
		const { appDefinedData, maxMemberNum, ...texts } = profile;
		Object.assign(group, texts, mute && { muteAllMember: mute });
		// "MaxMemberNum is ignored for AVChatRoom."
		if (maxMemberNum !== undefined && group.type !== 'AVChatRoom') {
			group.maxMemberNum = maxMemberNum;
		}
		for (const [key, value] of appDefinedData ?? []) {
			if (value === '') group.appDefinedData.delete(key);
			else group.appDefinedData.set(key, value);
		}
		group.lastInfoTime = seconds(call);
		return { answer: {} };
	},
};
