import type { JsonObject } from '../../../json';
import { addMember } from '../../../state/groups';
import { accountExists } from '../../../state/world';
import { tellMemberChanged } from '../../../callbacks/groupChanges';
import {
	count,
	filled,
	objects,
	objectsOf,
	oneOf,
	short,
	texts,
	textsOf,
	unsigned,
} from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { isListOrAbsent, memberObject, readPairs, seconds } from './groupChecks';
import { groupCommand } from './groupCommand';

const forEver = 0xffffffff;
const failed = 0;
const added = 1;
const wasIn = 2;

/** Getting the Profiles of Specified Members (1047/64897): who is none is left out. */
const getSpecified = groupCommand(
	'get_specified_group_member_info',
	{
		Member_List_Account: texts(50, 10005),
		'MemberInfoFilter?': texts(50),
		'MemberRoleFilter?': texts(3),
		'AppDefinedDataFilter_GroupMember?': texts(50),
	},
	(call, group) => {
		const { MemberInfoFilter: filter, AppDefinedDataFilter_GroupMember: custom } = call.body;
		const members = textsOf(call.body.Member_List_Account)
			.map((userId) => group.members.get(userId))
			.filter((member) => member !== undefined);
		return {
			response: {
				GroupId: group.groupId,
				MemberList: members.map((member) =>
					memberObject(
						member,
						isListOrAbsent(filter) ? filter : undefined,
						isListOrAbsent(custom) ? custom : undefined,
					),
				),
			},
		};
	},
	{ ordinary: true },
);

/** Modifying the Profile of a Member (1047/34900). */
const modify = groupCommand(
	'modify_group_member_info',
	{
		Member_Account: filled,
		'Role?': oneOf('Admin', 'Member'),
		'MsgFlag?': oneOf('AcceptAndNotify', 'AcceptNotNotify', 'Discard'),
		'NameCard?': short(50),
		'MuteTime?': unsigned,
		'AppMemberDefinedData?': (value) => (readPairs(value) ? undefined : 'an Array of pairs'),
	},
	(call, group) => {
		const { Member_Account, Role, NameCard, MuteTime, AppMemberDefinedData } = call.body;
		const member = group.members.get(String(Member_Account));
		if (!member) return refuse(10007, 'no member with a profile');
		if (Role === 'Admin' || Role === 'Member') member.role = Role;
		if (typeof NameCard === 'string') member.nameCard = NameCard;
		if (typeof MuteTime === 'number') {
			member.muteUntil =
				MuteTime === 0 || MuteTime === forEver ? MuteTime : seconds(call) + MuteTime;
		}
		for (const [key, value] of readPairs(AppMemberDefinedData) ?? []) {
			member.appMemberDefinedData.set(key, value);
		}
		tellMemberChanged(call, group, member.userId);
		return { response: {} };
	},
);

/** Querying Roles (1047/34963). */
const getRoles = groupCommand(
	'get_role_in_group',
	{ User_Account: texts(500) },
	(call, group) => ({
		response: {
			UserIdList: textsOf(call.body.User_Account).map((Member_Account): JsonObject => ({
				Member_Account,
				Role: group.members.get(Member_Account)?.role ?? 'NotMember',
			})),
		},
	}),
	{ ordinary: true },
);

/** Importing Members (1047/34969). */
const importMembers = groupCommand(
	'import_group_member',
	{
		MemberList: objects(
			{
				Member_Account: filled,
				'Role?': oneOf('Admin'),
				'JoinTime?': count,
				'UnreadMsgNum?': count,
			},
			300,
			10005,
		),
	},
	(call, group) => ({
		response: {
			MemberList: objectsOf(call.body.MemberList).map((item): JsonObject => {
				const Member_Account = String(item.Member_Account);
				if (group.members.has(Member_Account)) return { Member_Account, Result: wasIn };
				const isFull = group.members.size >= group.maxMemberNum;
				if (isFull || !accountExists(call.state.world, Member_Account)) {
					return { Member_Account, Result: failed };
				}
				const time = Number(item.JoinTime ?? seconds(call));
				addMember(group, Member_Account, item.Role === 'Admin' ? 'Admin' : 'Member', time);
				group.unread.set(Member_Account, Math.min(Number(item.UnreadMsgNum ?? 0), group.lastSeq));
				return { Member_Account, Result: added };
			}),
		},
	}),
	{ ordinary: true },
);

/** Setting the Unread Count of a Member (1047/34909): without effect in meeting and live groups. */
const setUnread = groupCommand(
	'set_unread_msg_num',
	{ Member_Account: filled, UnreadMsgNum: count },
	(call, group) => {
		const { Member_Account, UnreadMsgNum } = call.body;
		if (group.type === 'ChatRoom' || group.type === 'AVChatRoom') return { response: {} };
		if (!group.members.has(String(Member_Account))) return refuse(10007, 'no member');
		group.unread.set(String(Member_Account), Math.min(Number(UnreadMsgNum), group.lastSeq));
		return { response: {} };
	},
);

export const groupMemberCommands: readonly Endpoint[] = [
	getSpecified,
	modify,
	getRoles,
	importMembers,
	setUnread,
];
