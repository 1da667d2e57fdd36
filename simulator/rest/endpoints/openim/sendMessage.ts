import { crc32 } from 'node:zlib';
import {
	isInteger,
	isStringArray,
	isUnsigned32,
	isZeroOrOne,
	type JsonObject,
} from '../../../json';
import { directBody, tellSent } from '../../../callbacks/direct';
import { forbidCallback, forbidsAfter, forbidsBefore } from '../../../callbacks/forbidden';
import { judge } from '../../../callbacks/judge';
import { accountExists } from '../../../state/world';
import {
	directFacts,
	dropDirectMessage,
	isOnlineOnly,
	showDirectMessage,
	type DirectMessage,
} from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { isOfflinePushInfo } from '../../offlinePush';
import { responseToRetry } from '../../retries';
import { isTooLong } from '../../size';

const sevenDaysSeconds = 604_800;
const keyWindowMs = 120_000;
const olderWindowMs = 1000;

/** Chat > Sending a One-to-One Message (v4/openim/sendmsg), with the fields of both editions. */
export const sendDirectMessage: Endpoint = {
	path: 'openim/sendmsg',
	callsPerSecond: 200,
	codes: { notAdmin: 90009, notJson: 90001, notAnObject: 20001 },
	fields: [
		'SyncOtherMachine',
		'From_Account',
		'To_Account',
		'MsgLifeTime',
		'OnlineOnlyFlag',
		'MsgSeq',
		'MsgRandom',
		'MsgTimeStamp',
		'ForbidCallbackControl',
		'SendMsgControl',
		'MsgBody',
		'CloudCustomData',
		'SupportMessageExtension',
		'IsNeedReadReceipt',
		'OfflinePushInfo',
	],
	handle(call: Call): Outcome | Promise<Outcome> {
		const message = readMessage(call);
		if ('code' in message) return message;
		const time = Math.floor(call.now / 1000);
		// "If the field is left out, the back end fills in a random number."
		const seq = message.seq ?? call.random();
		const response = { MsgTime: time, MsgKey: `${seq}_${message.random}_${time}` };

		const { behaviour, state } = call;
		const { key, windowMs } = retryRule(call, message, seq);
		const retried = (): Outcome | undefined => {
			const first = state.sentDirect.find(key, call.now, windowMs);
			return first && responseToRetry(behaviour, first, response);
		};
		const place = { seq, time, key: response.MsgKey };
		const accept = (accepted: DirectMessage): Outcome => {
			// The same message may have come once more while a callback decided on this one.
			const retry = retried();
			if (retry) return retry;
			state.sentDirect.remember(key, call.now, response);
			showDirectMessage(call, accepted, place);
			if (!forbidsAfter(call)) tellSent(call, accepted, place);
			return { response };
		};
		const retry = retried();
		if (retry) return retry;
		if (forbidsBefore(call)) return accept(message);
		return judge(call, {
			command: 'C2C.CallbackBeforeSendMsg',
			body: directBody(message, place),
			message,
			kind: 'direct',
			drop: () => {
				dropDirectMessage(call, message, place);
				return { response };
			},
			accept,
		});
	},
};

function readMessage(call: Call): DirectMessage | Refusal {
	const { body, behaviour, state } = call;
	if (isTooLong(call, body.MsgBody)) return refuse(93000, 'the message is too long');
	const { To_Account, From_Account, MsgRandom } = body;
	if (typeof To_Account !== 'string' || To_Account === '') {
		return refuse(90003, 'To_Account has to be a String');
	}
	if (From_Account !== undefined && typeof From_Account !== 'string') {
		return refuse(60015, 'From_Account has to be a String');
	}
	if (!isUnsigned32(MsgRandom)) {
		return refuse(90005, 'MsgRandom has to be an unsigned 32-bit Integer');
	}
	const elements = readMessageBody(body.MsgBody);
	if (!Array.isArray(elements)) return elements;
	const problem = optionProblem(body, behaviour.lifeTimeTooLong === 'refuse');
	if (problem) return problem;

	const sender = From_Account ?? call.identifier;
	if (!accountExists(state.world, sender)) {
		return refuse(behaviour.unknownSenderCode, 'From_Account does not exist');
	}
	if (!accountExists(state.world, To_Account)) {
		return refuse(behaviour.unknownReceiverCode, 'To_Account does not exist');
	}
	const muted = state.world.mutes.get(sender);
	if (muted && muted.direct > call.now / 1000) return refuse(20012, 'the sender is muted');
	return {
		sender,
		receiver: To_Account,
		elements,
		random: MsgRandom,
		...(isInteger(body.MsgSeq) && { seq: body.MsgSeq }),
		...(typeof body.CloudCustomData === 'string' && { cloudCustomData: body.CloudCustomData }),
		onlineOnly: isOnlineOnly(call),
		facts: directFacts(body),
	};
}

const sendControl = ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'];

/** What is wrong with the optional fields, those of batchsendmsg among them. */
export function optionProblem(body: JsonObject, refuseLongLife: boolean): Refusal | undefined {
	const absentOr = (name: string, accepts: (value: unknown) => boolean) =>
		body[name] === undefined || accepts(body[name]);
	const listFrom = (allowed: string[]) => (value: unknown) =>
		isStringArray(value) && value.every((item) => allowed.includes(item));
	const text = (value: unknown) => typeof value === 'string';

	if (!absentOr('SyncOtherMachine', (value) => value === 1 || value === 2)) {
		return refuse(90031, 'SyncOtherMachine has to be the Integer 1 or 2');
	}
	if (!absentOr('MsgTimeStamp', isUnsigned32)) {
		return refuse(90006, 'MsgTimeStamp has to be an Integer');
	}
	const lifeTime = body.MsgLifeTime;
	if (lifeTime !== undefined) {
		if (!isInteger(lifeTime)) return refuse(90044, 'MsgLifeTime has to be an Integer');
		if (lifeTime < 0 || (refuseLongLife && lifeTime > sevenDaysSeconds)) {
			return refuse(90026, 'MsgLifeTime has to be from 0 to 604800 seconds');
		}
	}
	const { OfflinePushInfo } = body;
	if (OfflinePushInfo !== undefined && !isOfflinePushInfo(OfflinePushInfo)) {
		return refuse(90043, 'OfflinePushInfo has a field of the wrong type');
	}
	const followFormat =
		absentOr('MsgSeq', isUnsigned32) &&
		absentOr('ForbidCallbackControl', listFrom(forbidCallback)) &&
		absentOr('SendMsgControl', listFrom(sendControl)) &&
		absentOr('CloudCustomData', text) &&
		absentOr('OnlineOnlyFlag', isZeroOrOne) &&
		absentOr('SupportMessageExtension', isZeroOrOne) &&
		absentOr('IsNeedReadReceipt', isZeroOrOne);
	return followFormat ? undefined : refuse(90010, 'an optional field has the wrong type');
}

/**
 * The newer edition keeps sender, MsgSeq, MsgRandom and CRC32 of the content for 120 seconds;
 * the one before it removed messages with the same MsgRandom within one second.
 */
function retryRule(
	{ behaviour }: Call,
	message: DirectMessage,
	seq: number,
): { key: string; windowMs: number } {
	const pair = [message.sender, message.receiver];
	if (behaviour.sendmsgDedup === 'oneSecond') {
		return { key: JSON.stringify([...pair, message.random]), windowMs: olderWindowMs };
	}
	const scope = behaviour.sendmsgDedupScope === 'pair' ? pair : [message.sender];
	const content = crc32(JSON.stringify(message.elements));
	return {
		key: JSON.stringify([...scope, seq, message.random, content]),
		windowMs: keyWindowMs,
	};
}
