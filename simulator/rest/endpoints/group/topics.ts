import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../json';
import type { Group, Topic } from '../../../state/groups';
import {
	command,
	count,
	filled,
	oneOf,
	short,
	text,
	texts,
	textsOf,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findGroup, seconds } from './groupChecks';

/** Use Limits, 2023. */
const maxTopics = 200;
const separator = '@TOPIC#_';

const textRules: Rules = {
	'CustomString?': short(3000),
	'FaceUrl?': short(100),
	'Introduction?': short(240),
	'Notification?': short(300),
};

/** A command on the topics of a community: 11000 for a group that has none. */
function topicCommand(
	path: string,
	rules: Rules,
	handle: (call: Call, group: Group) => Outcome,
): Endpoint {
	return command({
		path,
		badBody: 10004,
		rules: { GroupId: text, ...rules },
		handle(call) {
			const group = findGroup(call);
			if ('code' in group) return group;
			if (group.type !== 'Community' || !group.supportTopic) {
				return refuse(11000, 'the group has no topics');
			}
			return handle(call, group);
		},
	});
}

function describe(topic: Topic, body: JsonObject): void {
	const fields = {
		name: body.TopicName,
		customString: body.CustomString,
		faceUrl: body.FaceUrl,
		introduction: body.Introduction,
		notification: body.Notification,
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	Object.assign(topic, Object.fromEntries(given));
}

function make(call: Call, group: Group, usedCode: number, createTime: number): Outcome {
	const { TopicId, TopicName } = call.body;
	const own = typeof TopicId === 'string' ? TopicId : undefined;
	if (own !== undefined && !own.startsWith(`${group.groupId}${separator}`)) {
		return refuse(10004, 'TopicId is none of this community');
	}
	const topicId =
		own ?? `${group.groupId}${separator}${randomUUID().replaceAll('-', '').slice(0, 10)}`;
	if (group.topics.has(topicId)) return refuse(usedCode, 'the topic id is used');
	if (group.topics.size >= maxTopics) return refuse(10037, 'too many topics');
	const topic: Topic = {
		topicId,
		name: String(TopicName),
		faceUrl: '',
		notification: '',
		introduction: '',
		customString: '',
		muteAllMember: 'Off',
		createTime,
	};
	describe(topic, call.body);
	group.topics.set(topicId, topic);
	return { response: { TopicId: topicId } };
}

/** Creating a Topic (1047/49471). */
const createTopic = topicCommand(
	'million_group_open_http_svc/create_topic',
	{ TopicName: short(30), 'TopicId?': text, 'From_Account?': text, ...textRules },
	(call, group) => make(call, group, 10025, seconds(call)),
);

/** Importing a Topic (1047/53448), in the service of groups. */
const importTopic = topicCommand(
	'group_open_http_svc/import_topic',
	{
		TopicName: short(30),
		'TopicId?': text,
		'From_Account?': text,
		'Type?': oneOf('Community'),
		'CreateTime?': count,
		...textRules,
	},
	(call, group) => make(call, group, 10021, Number(call.body.CreateTime ?? seconds(call))),
);

function topicObject(group: Group, topic: Topic): JsonObject {
	return {
		TopicId: topic.topicId,
		GroupID: group.groupId,
		TopicName: topic.name,
		FaceUrl: topic.faceUrl,
		Notification: topic.notification,
		Introduction: topic.introduction,
		CustomString: topic.customString,
		MuteAllMember: topic.muteAllMember,
		NextMsgSeq: 1,
		CreateTime: topic.createTime,
		LastMsgTime: 0,
	};
}

const ok = { ErrorCode: 0, ErrorInfo: 'ok' };
const gone = { ErrorCode: 110003, ErrorInfo: 'the topic does not exist' };

/** Pulling Topics (1047/49469): each says how it went, the envelope says nothing. */
const getTopic = topicCommand(
	'million_group_open_http_svc/get_topic',
	{ From_Account: filled, 'TopicIdList?': texts(maxTopics), 'ResponseFilter?': () => undefined },
	(call, group) => {
		const { TopicIdList } = call.body;
		const wanted = TopicIdList === undefined ? [...group.topics.keys()] : textsOf(TopicIdList);
		const topics = wanted.map((id): JsonObject => {
			const topic = group.topics.get(id);
			if (!topic) return { ...gone, TopicInfo: { TopicId: id } };
			return {
				...ok,
				SelfInfo: { ShutUpTime: 0, MsgSeq: 0, MsgFlag: 'AcceptAndNotify' },
				TopicInfo: topicObject(group, topic),
			};
		});
		return { response: { ErrorInfo: 'ok', TopicAndSelfInfo: topics } };
	},
);

/** Modifying a Topic (1047/49468). */
const modifyTopic = topicCommand(
	'million_group_open_http_svc/modify_topic',
	{
		TopicId: filled,
		'TopicName?': short(30),
		'From_Account?': text,
		'MuteAllMember?': oneOf('On', 'Off'),
		...textRules,
	},
	(call, group) => {
		const topic = group.topics.get(String(call.body.TopicId));
		if (!topic) return refuse(10010, 'the topic does not exist');
		describe(topic, call.body);
		const { MuteAllMember } = call.body;
		if (MuteAllMember === 'On' || MuteAllMember === 'Off') topic.muteAllMember = MuteAllMember;
		return { response: { ErrorInfo: 'ok' } };
	},
);

/** Deleting Topics (1047/49470). */
const destroyTopic = topicCommand(
	'million_group_open_http_svc/destroy_topic',
	{ TopicIdList: texts(maxTopics) },
	(call, group) => {
		const results = textsOf(call.body.TopicIdList).map((TopicId): JsonObject => ({
			...(group.topics.delete(TopicId) ? ok : gone),
			TopicId,
		}));
		return { response: { ErrorInfo: 'ok', DestroyResultItem: results } };
	},
);

export const topicCommands: readonly Endpoint[] = [
	createTopic,
	importTopic,
	getTopic,
	modifyTopic,
	destroyTopic,
];
