import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { withoutAbsent } from '../../parameters/fields';
import { messageProperties, readMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { maxMessageBytes } from '../shared/limits';
import { dropped } from '../shared/dropped';
import { group, readGroup } from '../shared/resourceLocators';
import {
	cloudCustomDataOption,
	forbidCallbacksOption,
	fromAccountOption,
	messageExtensionOption,
	messageRandomOption,
	readCloudCustomData,
	readForbidCallbacks,
	readFromAccount,
	readMessageExtension,
	readMessageRandom,
	readSendControl,
	sendControlOption,
} from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import {
	groupRateLimit,
	inGroup,
	messagesPerGroup,
	readTopic,
	topicOption,
	userIds,
} from './groupFields';
import { inHistoryOfGroup } from './sentMessage';

const priorities = ['High', 'Normal', 'Low'] as const;
const sendControls = ['NoLastMsg', 'NoUnread', 'NoMsgCheck'] as const;

/** Chat > error codes, 10053. */
const maxMentions = 30;

/** Stands for everybody in "Mention". */
const everybody = '@all';

const options: INodeProperties[] = [
	cloudCustomDataOption,
	forbidCallbacksOption,
	{
		...fromAccountOption,
		description:
			'User ID that the group sees as sender; the app admin when left out. When it is set, the list of groups to pick from holds those that this user has joined.',
	},
	{
		displayName: 'Mention',
		name: 'mentions',
		type: 'string',
		default: '',
		placeholder: 'e.g. alice, bob',
		description:
			'User IDs of the members to notify, in the order of their @ marks in the text; @all for everybody, which live groups do not have. Up to 30.',
	},
	messageRandomOption,
	{
		displayName: 'Online Only',
		name: 'onlineOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether the message reaches only who is online now and is not stored. Live groups have no such messages.',
	},
	userIds(
		'Only To',
		'toAccount',
		'User IDs of the members who get the message, at most 50, in place of the whole group. For work, public and meeting groups of the highest plan.',
	),
	{
		displayName: 'Priority',
		name: 'msgPriority',
		type: 'options',
		options: [
			{ name: 'High', value: 'High', description: 'For gifts and the like' },
			{ name: 'Low', value: 'Low', description: 'For likes and the like: dropped first' },
			{ name: 'Normal', value: 'Normal', description: 'For what people write' },
		],
		default: 'Normal',
		description: 'Which messages are dropped last when the group gets too many',
	},
	{
		displayName: 'Read Receipt',
		name: 'needReadReceipt',
		type: 'boolean',
		default: false,
		description:
			'Whether it can be seen later who has read the message. For work, public and meeting groups of the higher plans, once it is switched on in the console.',
	},
	{
		...sendControlOption(sendControls),
		description:
			'How this message differs from an ordinary one. Live groups refuse No Unread Count.',
	},
	messageExtensionOption,
	topicOption,
];

const mention = (account: string): IDataObject =>
	account === everybody ? { GroupAtAllFlag: 1 } : { GroupAtAllFlag: 0, GroupAt_Account: account };

export const sendMessage: SingleOperation = {
	value: 'sendMessage',
	name: 'Send Message',
	action: 'Send a message to a group',
	description: 'Send a message to the members of a group',
	documentation: 'https://trtc.io/document/34959',
	shape: 'single',
	path: 'group_open_http_svc/send_group_msg',
	properties: [group, ...messageProperties, offlinePushProperty],
	options,
	request(fields) {
		const option = fields.collection('options', 'Options');
		const onlineOnly = option.optionalFlag('onlineOnly', 'Online Only');
		const controls = readSendControl(option, sendControls);
		if (onlineOnly && controls) {
			throw new InvalidParameter(
				"'Online Only' and 'Send Control' do not go together",
				'A message that is not stored has no unread count and no place in the list: remove one of them.',
			);
		}
		const receipt = option.optionalFlag('needReadReceipt', 'Read Receipt');
		if (onlineOnly && receipt) {
			throw new InvalidParameter(
				"'Online Only' and 'Read Receipt' do not go together",
				'A message that is not stored has no receipt: remove one of them.',
			);
		}
		return withoutAbsent({
			GroupId: readGroup(fields),
			TopicId: readTopic(option),
			From_Account: readFromAccount(option),
			Random: readMessageRandom(option),
			MsgPriority: option.optionalChoice('msgPriority', 'Priority', priorities),
			MsgBody: readMessage(fields),
			GroupAtInfo: option.optionalIds('mentions', 'Mention', { max: maxMentions })?.map(mention),
			To_Account: option.optionalIds('toAccount', 'Only To', { max: 50 }),
			OnlineOnlyFlag: onlineOnly,
			NeedReadReceipt: receipt,
			SendMsgControl: controls,
			ForbidCallbackControl: readForbidCallbacks(option),
			CloudCustomData: readCloudCustomData(option),
			SupportMessageExtension: readMessageExtension(option),
			OfflinePushInfo: readOfflinePush(fields),
		});
	},
	orderingKey: inGroup,
	// "Random", not "MsgRandom": equal ones of one sender and content count as one for 5 minutes.
	sender: 'From_Account',
	dedupeFields: { random: 'Random' },
	retry: { policy: 'dedupe', windowSeconds: 300 },
	rateLimit: groupRateLimit,
	targetLimit: messagesPerGroup,
	maxBodyBytes: maxMessageBytes,
	recovery: importsAccounts(({ From_Account }) => [From_Account]),
	lookup: inHistoryOfGroup,
	interpret(response, { GroupId, TopicId, From_Account, Random }) {
		const { MsgDropReason: reason, ...message } = response;
		return (
			dropped('group', reason, {
				MsgTime: response.MsgTime,
				MsgSeq: response.MsgSeq,
				MsgDropReason: reason,
			}) ?? sent(message, { GroupId, TopicId, From_Account, Random })
		);
	},
};
