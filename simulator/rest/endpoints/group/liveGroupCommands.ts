import type { JsonObject } from '../../../json';
import type { Group } from '../../../state/groups';
import {
	between,
	count,
	filled,
	integer,
	objects,
	objectsOf,
	oneOf,
	short,
	texts,
	textsOf,
	unsigned,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { seconds } from './groupChecks';
import { groupCommand } from './groupCommand';

const service = 'group_open_avchatroom_http_svc';
const maxBanned = 20;
const maxAdmins = 5;
const maxMarks = 10;
const pageSize = 500;
const firstMark = 1000;
const specialMarks = [500, 600];

/** A command for live groups only (10007). */
function liveCommand(
	name: string,
	rules: Rules,
	handle: (call: Call, group: Group) => Outcome,
	inService?: string,
): Endpoint {
	return groupCommand(
		name,
		rules,
		(call, group) =>
			group.type === 'AVChatRoom' ? handle(call, group) : refuse(10007, 'no live group'),
		inService === undefined ? {} : { service: inService },
	);
}

/** Who is there: the clients that joined, whom tests put into the group. */
const viewersOf = ({ members, banned }: Group, now: number): string[] =>
	[...members.keys()].filter((userId) => (banned.get(userId) ?? 0) <= now);

const isMark = (mark: number) => mark >= firstMark || specialMarks.includes(mark);

export const liveGroupCommands: readonly Endpoint[] = [
	// Banning Members (1047/50296).
	liveCommand(
		'ban_group_member',
		{
			Members_Account: texts(maxBanned, 10005),
			Duration: unsigned,
			'Description?': short(1000),
		},
		(call, group) => {
			for (const userId of textsOf(call.body.Members_Account)) {
				group.banned.set(userId, seconds(call) + Number(call.body.Duration));
				group.members.delete(userId);
			}
			return { response: {} };
		},
	),
	// Unbanning Members (1047/50297).
	liveCommand('unban_group_member', { Members_Account: texts(maxBanned, 10005) }, (call, group) => {
		for (const userId of textsOf(call.body.Members_Account)) group.banned.delete(userId);
		return { response: {} };
	}),
	// Getting Banned Members (1047/50295).
	liveCommand(
		'get_group_ban_member',
		{ Offset: count, 'Limit?': between(1, 100) },
		(call, group) => {
			const all = [...group.banned].filter(([, until]) => until > seconds(call));
			const start = Number(call.body.Offset);
			const end = start + Number(call.body.Limit ?? 100);
			return {
				response: {
					BannedAccountList: all
						.slice(start, end)
						.map(([Member_Account, BannedUntil]): JsonObject => ({ Member_Account, BannedUntil })),
					NextOffset: end < all.length ? end : 0,
				},
			};
		},
	),
	// Getting the Number of Online Members (1047/38521): of other groups too, with a plan for it.
	groupCommand('get_online_member_num', {}, (call, group) => {
		const online = viewersOf(group, seconds(call)).filter(
			(userId) => call.state.world.accounts.get(userId)?.online,
		);
		return { response: { OnlineMemberNum: online.length } };
	}),
	// Getting Online Members (1047/50293).
	liveCommand(
		'get_members',
		{ Timestamp: count, 'Mark?': integer },
		(call, group) => {
			const { Mark, Timestamp } = call.body;
			const all = viewersOf(group, seconds(call)).filter(
				(userId) => Mark === undefined || group.marks.get(userId)?.has(Number(Mark)),
			);
			const end = Number(Timestamp) + pageSize;
			return {
				response: {
					MemberList: all.slice(Number(Timestamp), end).map((userId): JsonObject => ({
						Member_Account: userId,
						JoinTime: group.members.get(userId)?.joinTime ?? 0,
						NickName: call.state.world.accounts.get(userId)?.nick ?? '',
						Avatar: '',
					})),
					NextTimestamp: end < all.length ? end : 0,
				},
			};
		},
		service,
	),
	// Marking Members (1047/50294): who is not there is left out without a word.
	liveCommand(
		'modify_user_info',
		{
			CommandType: oneOf(1, 2),
			MemberList: objects(
				{
					Member_Account: filled,
					Marks: (value) =>
						Array.isArray(value) && value.every((mark) => typeof mark === 'number' && isMark(mark))
							? undefined
							: 'an Array of Integer from 1000',
				},
				500,
			),
		},
		(call, group) => {
			const there = viewersOf(group, seconds(call));
			const done = objectsOf(call.body.MemberList).filter(({ Member_Account }) =>
				there.includes(String(Member_Account)),
			);
			if (done.length === 0) return refuse(10004, 'nobody of them is there');
			for (const { Member_Account, Marks } of done) {
				const known = new Set(group.marks.get(String(Member_Account)));
				for (const mark of Array.isArray(Marks) ? Marks : []) {
					if (call.body.CommandType === 1) known.add(Number(mark));
					else known.delete(Number(mark));
				}
				group.marks.set(String(Member_Account), known);
			}
			const used = new Set([...group.marks.values()].flatMap((marks) => [...marks]));
			if (used.size > maxMarks) return refuse(10004, 'more than 10 different marks');
			return { response: { CommandType: call.body.CommandType, MemberList: done } };
		},
		service,
	),
	// Setting and Cancelling Administrators (1047/60525).
	liveCommand(
		'modify_admin',
		{ CommandType: oneOf(1, 2), Admin_Account: texts(maxAdmins) },
		(call, group) => {
			const admins = new Set(group.admins);
			for (const userId of textsOf(call.body.Admin_Account)) {
				if (call.body.CommandType === 1) admins.add(userId);
				else admins.delete(userId);
			}
			if (admins.size > maxAdmins) return refuse(10004, 'more than 5 administrators');
			group.admins = admins;
			return { response: {} };
		},
		service,
	),
	// Getting Administrators (1047/60524).
	liveCommand(
		'get_admin_list',
		{},
		(call, group) => ({
			response: {
				Admin_List: [...group.admins].map((Admin_Account): JsonObject => ({
					Admin_Account,
					Avatar: '',
					NickName: call.state.world.accounts.get(Admin_Account)?.nick ?? '',
				})),
			},
		}),
		service,
	),
	// Checking Online Members (1047/60523).
	liveCommand(
		'check_members',
		{ Member_Account: texts(Number.POSITIVE_INFINITY) },
		(call, group) => {
			const there = viewersOf(group, seconds(call));
			return {
				response: {
					Member_Account: textsOf(call.body.Member_Account).filter((userId) =>
						there.includes(userId),
					),
				},
			};
		},
		service,
	),
];
