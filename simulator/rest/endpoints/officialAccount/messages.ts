import type { JsonObject } from '../../../json';
import { between, flag, object, short, text, texts, textsOf, unsigned } from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import { forbidsAfter } from '../../../callbacks/forbidden';
import { tellRecalled, tellSent } from '../../../callbacks/officialAccounts';
import { readMessageBody } from '../../messageBody';
import { responseToRetry } from '../../retries';
import { channelCommand, seconds } from './channelChecks';

const windowMs = 300_000;
const hourMs = 3_600_000;
const maxAnHour = 2;
const maxPage = 20;
const missing = 10030;

/** Sending a Message of an Official Account (1047/60810): two an hour, one a second. */
const send = channelCommand(
	'send_official_account_msg',
	{
		Random: unsigned,
		MsgBody: () => undefined,
		'CloudCustomData?': text,
		'OfflinePushInfo?': object,
		'ForbidCallbackControl?': texts(2),
		'OnlineOnlyFlag?': flag,
		'SendMsgControl?': texts(1),
	},
	(call, account) => {
		const { Random, MsgBody, OnlineOnlyFlag, SendMsgControl } = call.body;
		const elements = readMessageBody(MsgBody);
		if (!Array.isArray(elements)) return elements;
		if (OnlineOnlyFlag === 1 && SendMsgControl !== undefined) {
			return refuse(6017, 'SendMsgControl and OnlineOnlyFlag do not go together');
		}
		const { state, behaviour, now } = call;
		const key = JSON.stringify([account.id, Random, elements]);
		const first = state.sentByChannels.find(key, now, windowMs);
		if (first) return responseToRetry(behaviour, first, { MsgTime: seconds(call) });
		account.sendings = account.sendings.filter((at) => now - at < hourMs);
		if (account.sendings.length >= maxAnHour) return refuse(10023, 'two messages an hour');
		account.sendings.push(now);
		const seq = account.messages.length + 1;
		const time = seconds(call);
		const response: JsonObject = { MsgTime: time, MsgKey: `${seq}_1_${time}` };
		account.lastMsgTime = time;
		account.messages.push({
			key: String(response.MsgKey),
			seq,
			random: Number(Random),
			time,
			elements,
			recalled: false,
		});
		state.sentByChannels.remember(key, now, response);
		if (!forbidsAfter(call)) tellSent(call, account, response);
		return { response };
	},
);

/** Recalling Messages of an Official Account (1047/60811). */
const recall = channelCommand(
	'official_account_msg_recall',
	{ MsgKeyList: texts(10), 'Reason?': short(100) },
	(call, account) => {
		const recalled: string[] = [];
		const RecallRetList = textsOf(call.body.MsgKeyList).map((MsgKey): JsonObject => {
			const message = account.messages.find(({ key }) => key === MsgKey);
			if (message && !message.recalled) recalled.push(MsgKey);
			if (message) message.recalled = true;
			return { MsgKey, RetCode: message ? 0 : missing };
		});
		tellRecalled(call, account, recalled);
		return { response: { RecallRetList } };
	},
);

/** Pulling Messages of an Official Account (1047/60812), the newest first. */
const getMessages = channelCommand(
	'official_account_msg_get_simple',
	{ ReqMsgNumber: between(1, maxPage), 'LastMsgKey?': text, 'WithRecalledMsg?': flag },
	(call, { id, messages }) => {
		const { ReqMsgNumber, LastMsgKey, WithRecalledMsg } = call.body;
		const wanted = messages
			.filter(({ recalled }) => !recalled || WithRecalledMsg === 1)
			.sort((a, b) => b.seq - a.seq);
		const last = wanted.findIndex(({ key }) => key === LastMsgKey);
		const rest = wanted.slice(last + 1);
		const page = rest.slice(0, Number(ReqMsgNumber));
		return {
			response: {
				Official_Account: id,
				IsFinished: rest.length > page.length ? 0 : 1,
				RspMsgList: page.map((message): JsonObject => ({
					From_Account: id,
					IsPlaceMsg: message.recalled ? 2 : 0,
					MsgKey: message.key,
					MsgSeq: message.seq,
					MsgRandom: message.random,
					MsgTimeStamp: message.time,
					MsgPriority: 1,
					MsgBody: message.recalled ? [] : message.elements.map((element) => ({ ...element })),
				})),
				LastMsgKey: page.at(-1)?.key ?? '',
			},
		};
	},
);

export const channelMessageCommands: readonly Endpoint[] = [send, recall, getMessages];
