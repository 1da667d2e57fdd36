import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../json';
import { buildGroup, groupTypes } from '../../../state/groups';
import { accountExists } from '../../../state/world';
import {
	command,
	count,
	filled,
	flag,
	objects,
	objectsOf,
	oneOf,
	text,
	unsigned,
} from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { isTooLong } from '../../size';
import { seconds } from './groupChecks';
import { groupCommand } from './groupCommand';
import { readProfile } from './profile';

const maxMessages = 7;
const badTime = 10004;
const tooLong = 80002;

/** Importing a Group (1047/34967): nobody is told. */
const importGroup = command({
	path: 'group_open_http_svc/import_group',
	badBody: 10004,
	rules: {
		Type: oneOf(...groupTypes),
		Name: filled,
		'Owner_Account?': filled,
		'GroupId?': text,
		'Introduction?': text,
		'Notification?': text,
		'FaceUrl?': text,
		'MaxMemberCount?': count,
		'ApplyJoinOption?': text,
		'AppDefinedData?': () => undefined,
		'SupportTopic?': flag,
		'CreateTime?': count,
	},
	handle(call) {
		const { Name, Owner_Account, GroupId, SupportTopic, CreateTime } = call.body;
		const type = groupTypes.find((one) => one === call.body.Type) ?? 'Public';
		const { groups } = call.state.world;
		if (type === 'AVChatRoom') return refuse(10007, 'live groups cannot be imported');
		const owner = typeof Owner_Account === 'string' ? Owner_Account : undefined;
		if (owner !== undefined && !accountExists(call.state.world, owner)) {
			return refuse(10019, 'the owner does not exist');
		}
		const profile = readProfile(call, 'MaxMemberCount');
		if ('code' in profile) return profile;
		const groupId =
			typeof GroupId === 'string' ? GroupId : `@TGS#${randomUUID().slice(0, 8).toUpperCase()}`;
		if (groups.has(groupId)) return refuse(10021, 'the group id is in use');
		const group = buildGroup(
			{ groupId, type, name: String(Name), owner, supportTopic: SupportTopic === 1 },
			call.identifier,
			Number(CreateTime ?? seconds(call)),
		);
		groups.set(groupId, Object.assign(group, profile));
		return { response: { GroupId: groupId } };
	},
});

/** Importing Messages (1047/34968): with rising times that are past. */
const importMessages = groupCommand(
	'import_group_msg',
	{
		MsgList: objects(
			{
				From_Account: filled,
				SendTime: count,
				'Random?': unsigned,
				MsgBody: () => undefined,
			},
			maxMessages,
		),
		'RecentContactFlag?': flag,
		'TopicId?': text,
	},
	(call, group) => {
		const results = objectsOf(call.body.MsgList).map((item): JsonObject => {
			const time = Number(item.SendTime);
			const elements = readMessageBody(item.MsgBody);
			const newest = Math.max(group.createTime, group.messages.at(-1)?.time ?? 0);
			if (isTooLong(call, item.MsgBody)) return { MsgSeq: 0, MsgTime: 0, Result: tooLong };
			if (!Array.isArray(elements) || time <= newest || time > seconds(call)) {
				return { MsgSeq: 0, MsgTime: 0, Result: badTime };
			}
			group.lastSeq += 1;
			group.messages.push({
				sender: String(item.From_Account),
				seq: group.lastSeq,
				random: Number(item.Random ?? 0),
				time,
				elements,
				priority: 1,
				place: 0,
				system: false,
			});
			group.lastMsgTime = time;
			return { MsgSeq: group.lastSeq, MsgTime: time, Result: 0 };
		});
		return { response: { ImportMsgResult: results } };
	},
	{ ordinary: true },
);

export const importCommands: readonly Endpoint[] = [importGroup, importMessages];
