import type { JsonObject } from '../../../simulator/json';
import { objectsOf } from '../../../simulator/rest/bodyRules';
import { copies, groupHistory } from './messages';
import { undecided, type Question, type Sighting } from '../question';
import { randomNumber, textBody, type Service } from '../service/service';

const of = (command: string) => `group_open_http_svc/${command}`;

const takenId: Question = {
	name: 'Group ID that is taken',
	always: true,
	question: 'Who gets 10025 for a group ID that is taken, and who gets 10021?',
	does: 'Creates a group owned by the admin and one owned by a throwaway account, and each of them again.',
	async *ask(service) {
		const [member] = await service.pair();
		const again = async (Owner_Account: string) => {
			const GroupId = await service.group([], { Owner_Account });
			const body = { GroupId, Type: 'Public', Name: 'probe', Owner_Account };
			return await service.decide(of('create_group'), body);
		};
		return takenIdOf(await again(service.admin), await again(member));
	},
};

function takenIdOf(ownedByAdmin: number, ownedByOther: number): Sighting {
	const answer = `${ownedByAdmin} when the admin owns the group, ${ownedByOther} when somebody else does`;
	if (ownedByAdmin === 10025 && ownedByOther === 10025) {
		return { answer, readings: { groupIdTaken: 'byCreator' } };
	}
	if (ownedByAdmin === 10025 && ownedByOther === 10021) {
		return { answer, readings: { groupIdTaken: 'byOwner' } };
	}
	return ownedByAdmin === 10021 && ownedByOther === 10021
		? { answer, readings: { groupIdTaken: 'always10021' } }
		: { answer };
}

/** One text for each field, longer than the REST pages allow and shorter than the clients do. */
const betweenLimits: Record<string, string> = {
	Name: 'p'.repeat(60),
	Introduction: 'p'.repeat(320),
	Notification: 'p'.repeat(350),
	FaceUrl: `https://example.com/${'p'.repeat(180)}`,
};

const textLimits: Question = {
	name: 'Length of group texts',
	question:
		'May Name, Introduction, Notification and FaceUrl have 30, 240, 300 and 100 bytes, or 100, 400, 400 and 500?',
	does: 'Updates each of the four with a text between both limits.',
	async *ask(service) {
		const GroupId = await service.emptyGroup();
		const refused: string[] = [];
		for (const [name, text] of Object.entries(betweenLimits)) {
			const body = { GroupId, [name]: text };
			const code = await service.decide(of('modify_group_base_info'), body);
			if (code !== 0) refused.push(`${name} (${code})`);
		}
		if (refused.length === 0) {
			return { answer: 'the larger numbers', readings: { groupTextBytes: 'client' } };
		}
		return refused.length === Object.keys(betweenLimits).length
			? { answer: 'the smaller numbers', readings: { groupTextBytes: 'rest' } }
			: { answer: `the smaller numbers for ${refused.join(', ')} only` };
	},
};

/** What the window is, by the last second at which a copy was dropped. */
const windows: Record<number, Sighting> = {
	0: { answer: 'a copy after two seconds is another message', readings: { groupDedupSeconds: 1 } },
	2: {
		answer: 'a copy is dropped after two seconds, and not after 130',
		readings: { groupDedupSeconds: 120 },
	},
	130: {
		answer: 'a copy is dropped after 130 seconds, and not after 305',
		readings: { groupDedupSeconds: 300 },
	},
	305: { answer: 'a copy is still dropped after 305 seconds' },
};

async function groupMessage(service: Service): Promise<JsonObject> {
	const [member] = await service.pair();
	return {
		GroupId: await service.group([member]),
		From_Account: member,
		Random: randomNumber(),
		MsgBody: textBody('probe: copies'),
	};
}

const groupCopies: Question = {
	name: 'Copies of group messages',
	always: true,
	question: 'For how long does send_group_msg drop a copy, and what is the copy answered with?',
	does: 'Sends a message to a throwaway group, copies after 2, 130 and 305 seconds, and reads the history.',
	async *ask(service) {
		const message = await groupMessage(service);
		const { first, copy, droppedUntil } = yield* copies(
			[2, 130, 305],
			() => service.call(of('send_group_msg'), message),
			async () => (await groupHistory(service, String(message.GroupId))).length,
		);
		const window = windows[droppedUntil];
		if (!window || droppedUntil === 0) return window;
		return { ...window, answer: `${window.answer}; ${answeredWith(first, copy)}` };
	},
};

function answeredWith(first: JsonObject, copy: JsonObject): string {
	if (copy.ErrorCode !== 0) return `it gets ErrorCode ${String(copy.ErrorCode)}`;
	return copy.MsgSeq === first.MsgSeq
		? 'it gets the MsgSeq of the first'
		: 'it gets another MsgSeq';
}

const goneGroup: Question = {
	name: 'Group that was disbanded',
	question: 'Which code does a group have that was disbanded?',
	does: 'Disbands a throwaway group twice.',
	async *ask(service) {
		const GroupId = await service.group([]);
		await service.call(of('destroy_group'), { GroupId });
		const code = await service.decide(of('destroy_group'), { GroupId });
		return code === 10010 || code === 10015
			? { answer: `${code}`, readings: { groupGoneCode: code } }
			: { answer: `${code}` };
	},
};

const emptyNotification: Question = {
	name: 'System notification to nobody by name',
	question: 'May ToMembers_Account be left out? The table says it is required, the text that not.',
	does: 'Sends a system notification to a throwaway group, without the field.',
	async *ask(service) {
		const GroupId = await service.emptyGroup();
		const body = { GroupId, Content: 'probe' };
		const code = await service.decide(of('send_group_system_notification'), body);
		return code === 0 ? { answer: 'yes' } : undecided(`it is refused with ${code}`);
	},
};

const many = (service: Service, count: number) =>
	Array.from({ length: count }, () => service.unusedId());

/** Asks whether numbers are too large, each by a call of its own; the codes are the answer. */
async function codesOf(
	service: Service,
	calls: Array<[command: string, body: JsonObject]>,
): Promise<Sighting> {
	const codes: string[] = [];
	for (const [command, body] of calls) {
		codes.push(`${command} ${await service.decide(of(command), body)}`);
	}
	return { answer: codes.join(', ') };
}

const listLimits: Question = {
	name: 'Longest lists of groups',
	question:
		'Are 51 groups too many for get_group_info, 5001 for get_joined_group_list, and 6001 members for get_group_member_info?',
	does: 'Asks for that many, with IDs that nothing has and an empty group.',
	async *ask(service) {
		const [Member_Account] = await service.pair();
		return await codesOf(service, [
			['get_group_info', { GroupIdList: many(service, 51) }],
			['get_joined_group_list', { Member_Account, Limit: 5001 }],
			['get_group_member_info', { GroupId: await service.emptyGroup(), Limit: 6001 }],
		]);
	},
};

const memberLimits: Question = {
	name: 'Members in one call',
	question:
		'Are 101 members too many for create_group, add_group_member and delete_group_member? The pages say 100, 300 and 500.',
	does: 'Names 101 accounts that do not exist in each of these commands.',
	async *ask(service) {
		const MemberList = many(service, 101).map((Member_Account) => ({ Member_Account }));
		const GroupId = await service.emptyGroup();
		const other = service.belongings.newId();
		service.belongings.note('group', other);
		const create = { GroupId: other, Type: 'Public', Name: 'probe', MemberList };
		return await codesOf(service, [
			['create_group', create],
			['add_group_member', { GroupId, MemberList }],
			['delete_group_member', { GroupId, MemberToDel_Account: many(service, 101) }],
		]);
	},
};

/** Fields that the public Java SDK of December 2025 has, and no page. */
const newer = {
	group: ['InviteJoinOption', 'EnablePermission', 'DefaultPermission', 'InfoSeq'],
	member: ['OnlineStatus'],
};

const newerFields: Question = {
	name: 'Newer fields of groups',
	question: `Do get_group_info and get_group_member_info return ${[...newer.group, ...newer.member].join(', ')} when these are named?`,
	does: 'Asks for them of a throwaway group with one member.',
	async *ask(service) {
		const [member] = await service.pair();
		const GroupId = await service.group([member]);
		const ofGroup = await service.call(of('get_group_info'), {
			GroupIdList: [GroupId],
			ResponseFilter: { GroupBaseInfoFilter: newer.group },
		});
		const ofMember = await service.call(of('get_group_member_info'), {
			GroupId,
			MemberInfoFilter: newer.member,
		});
		return {
			answer: [
				returned('get_group_info', ofGroup, 'GroupInfo', newer.group),
				returned('get_group_member_info', ofMember, 'MemberList', newer.member),
			].join('; '),
		};
	},
};

/** The code of a call, and which of these names the first record of its list has. */
function returned(command: string, response: JsonObject, list: string, names: string[]): string {
	const [first] = objectsOf(response[list]);
	const there = names.filter((name) => first?.[name] !== undefined);
	return `${command} ${String(response.ErrorCode)}: ${there.join(', ') || 'none of them'}`;
}

const olderMuteList: Question = {
	name: 'Older command for muted members',
	question: 'Does get_group_shutted_uin, which newer pages do not have, still answer?',
	does: 'Asks for the muted members of an empty group.',
	async *ask(service) {
		return await codesOf(service, [
			['get_group_shutted_uin', { GroupId: await service.emptyGroup() }],
		]);
	},
};

const tour: Question = {
	name: 'Groups',
	question: 'Are the commands for groups answered like in the simulator?',
	does: 'Creates a throwaway group, and adds, mutes and removes a member, writes, reads and recalls.',
	async *ask(service) {
		const [member, other] = await service.pair();
		const GroupId = await service.group([member]);
		const MemberList = [{ Member_Account: member }, { Member_Account: other }];
		await service.call(of('add_group_member'), { GroupId, MemberList });
		await service.call(of('get_group_info'), { GroupIdList: [GroupId] });
		await service.call(of('get_group_member_info'), { GroupId });
		await service.call(of('get_joined_group_list'), { Member_Account: member });
		await service.call(of('modify_group_base_info'), { GroupId, Introduction: 'probe' });
		const Members_Account = [member];
		await service.call(of('forbid_send_msg'), { GroupId, Members_Account, MuteTime: 60 });
		await service.call(of('get_group_muted_account'), { GroupId });
		await service.call(of('forbid_send_msg'), { GroupId, Members_Account, MuteTime: 0 });

		const send = async (text: string, fields: JsonObject = {}) =>
			await service.call(of('send_group_msg'), {
				GroupId,
				From_Account: member,
				Random: randomNumber(),
				MsgBody: textBody(text),
				...fields,
			});
		const { MsgSeq } = await send('probe: first');
		await send('probe: second');
		const GroupAtInfo = many(service, 31).map((GroupAt_Account) => ({
			GroupAtAllFlag: 0,
			GroupAt_Account,
		}));
		await send('probe: 31 mentions', { GroupAtInfo });
		yield 1;
		await groupHistory(service, GroupId);
		await service.call(of('group_msg_recall'), { GroupId, MsgSeqList: [{ MsgSeq }] });
		await service.call(of('delete_group_member'), { GroupId, MemberToDel_Account: [other] });

		const live = await service.group([], { Type: 'AVChatRoom' });
		await service.call(of('group_msg_get_simple'), { GroupId: live, ReqMsgNumber: 1 });
	},
};

export const groups: readonly Question[] = [
	groupCopies,
	takenId,
	textLimits,
	goneGroup,
	emptyNotification,
	listLimits,
	memberLimits,
	newerFields,
	olderMuteList,
	tour,
];
