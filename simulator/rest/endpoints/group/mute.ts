import { isUnsigned32 } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findGroup, groupRules, readAccounts, seconds } from './groupChecks';

const forEver = 0xffffffff;

/** Chat > Muting and Unmuting Group Members (v4/group_open_http_svc/forbid_send_msg). */
export const muteGroupMembers: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/forbid_send_msg',
	fields: ['GroupId', 'Members_Account', 'MuteTime', 'TopicId'],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		if (group.type === 'Private') return refuse(10007, 'work groups cannot mute');
		const { Members_Account, MuteTime } = call.body;
		const accounts = readAccounts(Members_Account, 'Members_Account', 500);
		if ('code' in accounts) return accounts;
		if (!isUnsigned32(MuteTime)) {
			return refuse(10004, 'MuteTime has to be an unsigned 32-bit Integer');
		}
		const until = MuteTime === 0 || MuteTime === forEver ? MuteTime : seconds(call) + MuteTime;
		for (const account of accounts) {
			const member = group.members.get(account);
			if (member) member.muteUntil = until;
		}
		return { response: {} };
	},
};
