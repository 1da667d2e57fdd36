import { crc32 } from 'node:zlib';
import { isInteger, isStringArray, isUnsigned32 } from '../../../json';
import { accountExists } from '../../../state/world';
import { directFacts, isOnlineOnly, showDirectMessage } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { responseToRetry } from '../../retries';
import { openimCodes } from './pair';
import { optionProblem } from './sendMessage';

const maxAccounts = 500;
/** sendmsg's page gives this window for one-to-one messages; the page of this API gives none. */
const keyWindowMs = 120_000;

/** Chat > Sending One-to-One Messages to Multiple Users (v4/openim/batchsendmsg). */
export const batchSendMessage: Endpoint = {
	path: 'openim/batchsendmsg',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: [
		'SyncOtherMachine',
		'From_Account',
		'To_Account',
		'MsgLifeTime',
		'OnlineOnlyFlag',
		'MsgSeq',
		'MsgRandom',
		'SendMsgControl',
		'MsgBody',
		'CloudCustomData',
		'IsNeedReadReceipt',
		'OfflinePushInfo',
	],
	handle(call: Call): Outcome {
		const { body, state, behaviour } = call;
		const { To_Account: receivers, ...message } = body;
		if (!Array.isArray(receivers)) return refuse(90028, 'To_Account has to be an Array');
		if (receivers.length === 0) return refuse(90029, 'To_Account is empty');
		if (receivers.length > maxAccounts) {
			return refuse(90011, `To_Account has more than ${maxAccounts} accounts`);
		}
		if (!isStringArray(receivers)) return refuse(60015, 'To_Account has to hold Strings');
		// 500 accounts may take more than the packet of 93000, so the packet is what they receive.
		if (Buffer.byteLength(JSON.stringify(message)) > behaviour.maxMessageBytes) {
			return refuse(93000, 'the message is too long');
		}
		if (!isUnsigned32(body.MsgRandom)) {
			return refuse(90005, 'MsgRandom has to be an unsigned 32-bit Integer');
		}
		if (body.MsgSeq !== undefined && !isUnsigned32(body.MsgSeq)) {
			return refuse(90004, 'MsgSeq has to be an unsigned 32-bit Integer');
		}
		const elements = readMessageBody(body.MsgBody);
		if (!Array.isArray(elements)) return elements;
		const problem = optionProblem(body, behaviour.lifeTimeTooLong === 'refuse');
		if (problem) return problem;
		const sender = body.From_Account ?? call.identifier;
		if (typeof sender !== 'string' || !accountExists(state.world, sender)) {
			return refuse(90008, 'From_Account does not exist');
		}

		const known = receivers.filter((receiver) => accountExists(state.world, receiver));
		if (known.length === 0) return refuse(90012, 'invalid To_Account');
		const unknown = receivers.filter((receiver) => !accountExists(state.world, receiver));
		const time = Math.floor(call.now / 1000);
		const seq = isInteger(body.MsgSeq) ? body.MsgSeq : call.random();
		const key = `${seq}_${body.MsgRandom}_${time}`;
		const response = {
			...(unknown.length > 0 && {
				ActionStatus: 'SomeError',
				ErrorList: unknown.map((account) => ({ To_Account: account, ErrorCode: 70107 })),
			}),
			MsgKey: key,
		};
		const content = crc32(JSON.stringify(elements));
		const copy = JSON.stringify([sender, receivers, seq, body.MsgRandom, content]);
		const windowMs = behaviour.batchDedup === 'none' ? 0 : keyWindowMs;
		const first = state.sentToMany.find(copy, call.now, windowMs);
		if (first) return responseToRetry(behaviour, first, response);
		state.sentToMany.remember(copy, call.now, response);
		for (const receiver of known) {
			showDirectMessage(
				call,
				{
					sender,
					receiver,
					elements,
					random: body.MsgRandom,
					...(typeof body.CloudCustomData === 'string' && {
						cloudCustomData: body.CloudCustomData,
					}),
					onlineOnly: isOnlineOnly(call),
					facts: directFacts(body),
				},
				{ seq, time, key },
			);
		}
		return { response };
	},
};
