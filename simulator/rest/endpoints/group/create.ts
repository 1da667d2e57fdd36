import { randomUUID } from 'node:crypto';
import { tellGroupCreated } from '../../../callbacks/group';
import { isInteger, isObject, isZeroOrOne, type Json, type JsonObject } from '../../../json';
import {
	addMember,
	buildGroup,
	groupTypes,
	type Group,
	type GroupRole,
} from '../../../state/groups';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { groupRules, readPairs, seconds } from './groupChecks';
import { permissionProblem, readProfile } from './profile';

const maxMembersOfACall = 100;
const maxNameCardBytes = 50;

/** What a call may say of a first member. */
interface FirstMember {
	role: GroupRole;
	joinTime: number | undefined;
	nameCard: string;
	appMemberDefinedData: Map<string, string>;
}

/** Chat > Creating a Group (v4/group_open_http_svc/create_group). */
export const createGroup: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/create_group',
	fields: [
		'Type',
		'Name',
		'Owner_Account',
		'GroupId',
		'Introduction',
		'Notification',
		'FaceUrl',
		'MaxMemberCount',
		'ApplyJoinOption',
		'InviteJoinOption',
		'AppDefinedData',
		'MemberList',
		'SupportTopic',
		'EnablePermission',
		'DefaultPermission',
	],
	handle(call: Call): Outcome {
		const { body, state, identifier } = call;
		const { groups } = state.world;
		const { Type, Name, Owner_Account: owner, SupportTopic } = body;
		const type = groupTypes.find((name) => name === Type);
		if (!type) return refuse(10004, 'Type is none of the group types');
		if (typeof Name !== 'string' || Name === '') return refuse(10004, 'Name is missing');
		if (owner !== undefined && typeof owner !== 'string') {
			return refuse(10004, 'Owner_Account has to be a String');
		}
		if (owner !== undefined && !accountExists(state.world, owner)) {
			return refuse(10019, 'Owner_Account does not exist');
		}
		if (SupportTopic !== undefined && !isZeroOrOne(SupportTopic)) {
			return refuse(10004, 'SupportTopic has to be 0 or 1');
		}
		const profile = readProfile(call, 'MaxMemberCount');
		if ('code' in profile) return profile;
		if (type === 'AVChatRoom' && body.InviteJoinOption !== undefined) {
			return refuse(10004, 'live groups have no InviteJoinOption');
		}
		const permissions = permissionProblem(body, type === 'Community' && SupportTopic === 1);
		if (permissions) return permissions;
		const members = readMembers(call, body.MemberList, type === 'AVChatRoom');
		if ('code' in members) return members;
		const groupId = readGroupId(body.GroupId, type === 'Community');
		if (typeof groupId !== 'string') return groupId;
		const known = groups.get(groupId);
		if (known) {
			return isOwn(known, call)
				? refuse(10025, 'you have used this group id')
				: refuse(10021, 'the group id is used by others');
		}
		const time = seconds(call);
		const group = buildGroup(
			{ groupId, type, name: Name, owner, supportTopic: SupportTopic === 1 },
			identifier,
			time,
		);
		Object.assign(group, profile);
		for (const [userId, { role, joinTime = time, ...more }] of members) {
			if (!group.members.has(userId)) addMember(group, userId, role, joinTime, more);
		}
		groups.set(groupId, group);
		tellGroupCreated(call, group);
		return { response: { GroupId: groupId } };
	},
};

/** Whether a taken ID is the caller's own. */
function isOwn({ creator, owner }: Group, { behaviour, identifier }: Call): boolean {
	switch (behaviour.groupIdTaken) {
		case 'byCreator':
			return creator === identifier;
		case 'byOwner':
			return owner === identifier;
		case 'always10021':
			return false;
	}
}

/** Printable ASCII up to 48 bytes; what begins with @TGS# is Tencent's, or a community's. */
function readGroupId(value: Json | undefined, isCommunity: boolean): string | Refusal {
	const own = isCommunity ? '@TGS#_' : '@TGS#';
	if (value === undefined || value === '') {
		return `${own}${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;
	}
	if (typeof value !== 'string' || !/^[\x20-\x7e]{1,48}$/.test(value)) {
		return refuse(10015, 'invalid group id');
	}
	return value.startsWith(own) === isCommunity ? value : refuse(10015, 'invalid group id');
}

function readMembers(
	{ state }: Call,
	value: Json | undefined,
	isLive: boolean,
): Map<string, FirstMember> | Refusal {
	const members = new Map<string, FirstMember>();
	if (value === undefined) return members;
	if (!Array.isArray(value)) return refuse(10004, 'MemberList has to be an Array');
	if (isLive && value.length > 0) return refuse(10007, 'no members may be given for this type');
	if (value.length > maxMembersOfACall) return refuse(10005, 'more than 100 members');
	for (const item of value) {
		const account = isObject(item) ? item.Member_Account : undefined;
		if (typeof account !== 'string') return refuse(10004, 'Member_Account has to be a String');
		if (!accountExists(state.world, account)) return refuse(10019, 'a member does not exist');
		const { Role, JoinTime, NameCard = '', AppMemberDefinedData } = item as JsonObject;
		const data = readPairs(AppMemberDefinedData);
		if (Role !== undefined && Role !== 'Admin') return refuse(10004, 'Role has to be Admin');
		if (JoinTime !== undefined && !isInteger(JoinTime)) {
			return refuse(10004, 'JoinTime has to be an Integer');
		}
		if (typeof NameCard !== 'string' || Buffer.byteLength(NameCard) > maxNameCardBytes) {
			return refuse(10004, 'NameCard has to be a String of up to 50 bytes');
		}
		if (!data) return refuse(10004, 'AppMemberDefinedData is wrong');
		members.set(account, {
			role: Role === 'Admin' ? 'Admin' : 'Member',
			joinTime: JoinTime,
			nameCard: NameCard,
			appMemberDefinedData: new Map(data),
		});
	}
	return members;
}
