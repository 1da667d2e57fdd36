import type { JsonObject } from '../../../simulator/json';
import { readings, type Readings } from '../../../simulator/readings';
import { history } from './messages';
import { undecided, type Question, type Sighting } from '../question';
import { randomNumber, textBody, type Service } from '../service/service';

const sendmsg = 'openim/sendmsg';

/** A message between the accounts that questions share. */
async function message(service: Service, fields: JsonObject = {}): Promise<JsonObject> {
	const [from, to] = await service.pair();
	return {
		From_Account: from,
		To_Account: to,
		SyncOtherMachine: 2,
		MsgSeq: randomNumber(),
		MsgRandom: randomNumber(),
		MsgBody: textBody('probe'),
		...fields,
	};
}

/** The reading of a switch whose values are error codes. */
function codeReading(name: 'unknownReceiverCode' | 'unknownSenderCode', code: number): Sighting {
	if (code === 0) return { answer: 'none: the message is accepted' };
	const answer = `${code}`;
	return readings[name].accepts(code)
		? { answer, readings: { [name]: code } as Partial<Readings> }
		: { answer };
}

const unknownReceiver: Question = {
	name: 'Unknown receiver',
	question: 'Which code does sendmsg have for a To_Account that does not exist?',
	does: 'Sends a message to an account that does not exist.',
	async *ask(service) {
		const body = await message(service, { To_Account: service.unusedId() });
		return codeReading('unknownReceiverCode', await service.decide(sendmsg, body));
	},
};

const unknownSender: Question = {
	name: 'Unknown sender',
	question: 'Which code does sendmsg have for a From_Account that does not exist?',
	does: 'Sends a message in the name of an account that does not exist.',
	async *ask(service) {
		const body = await message(service, { From_Account: service.unusedId() });
		return codeReading('unknownSenderCode', await service.decide(sendmsg, body));
	},
};

/**
 * A page of July 2026 says that Xiaomi's templates have fields and prints no names: only where unknown
 * ones are refused can names be found by trying.
 */
const unknownPushField: Question = {
	name: 'Unknown push settings',
	question:
		"Is an OfflinePushInfo with a field that nothing has refused? Names that no page prints, like those of Xiaomi's templates, can only be told apart if it is.",
	does: 'Sends a message with such a field in AndroidInfo.',
	async *ask(service) {
		const OfflinePushInfo = { PushFlag: 1, AndroidInfo: { ProbeNoSuchField: 'probe' } };
		const code = await service.decide(sendmsg, await message(service, { OfflinePushInfo }));
		return { answer: code === 0 ? 'no' : `yes, with ${code}` };
	},
};

const lifeTime: Question = {
	name: 'Message life time over seven days',
	question: 'Is a MsgLifeTime over seven days refused?',
	does: 'Sends a message with a MsgLifeTime of seven days and a second.',
	async *ask(service) {
		const code = await service.decide(sendmsg, await message(service, { MsgLifeTime: 604_801 }));
		if (code === 0) return { answer: 'no', readings: { lifeTimeTooLong: 'clamp' } };
		return code === 90026
			? { answer: 'yes, with 90026', readings: { lifeTimeTooLong: 'refuse' } }
			: { answer: `yes, with ${code}` };
	},
};

const onlineOnlyFlag: Question = {
	name: 'OnlineOnlyFlag of sendmsg',
	question: 'Does OnlineOnlyFlag 1 keep a direct message out of the history?',
	does: 'Sends a message with the flag to a throwaway account that is not online, and reads the history.',
	async *ask(service) {
		const [from, to] = [await service.account(), await service.account()];
		const flagged = { From_Account: from, To_Account: to, OnlineOnlyFlag: 1 };
		const code = await service.decide(sendmsg, await message(service, flagged));
		if (code !== 0) return { answer: `the field is refused with ${code}` };
		yield 2;
		return (await history(service, to, from)).length > 0
			? { answer: 'no, the field is ignored', readings: { onlineOnlyFlag: 'ignored' } }
			: { answer: 'yes', readings: { onlineOnlyFlag: 'honoured' } };
	},
};

const kibi = 1024;

const messageSize: Question = {
	name: 'Length of a message',
	question: 'May a message have 8 KB or 12 KB?',
	does: 'Sends a text of 9 KB.',
	async *ask(service) {
		const body = await message(service, { MsgBody: textBody('p'.repeat(9 * kibi)) });
		const code = await service.decide(sendmsg, body);
		if (code === 0) return { answer: '12 KB', readings: { maxMessageBytes: 12 * kibi } };
		return code === 93000
			? { answer: '8 KB', readings: { maxMessageBytes: 8 * kibi } }
			: undecided(`a text of 9 KB is refused with ${code}`);
	},
};

const measuredPart: Question = {
	name: 'What counts for the length',
	question: 'Is the whole packet measured, or MsgBody alone?',
	does: 'Sends a text of 7 KB with CloudCustomData of 6 KB.',
	async *ask(service) {
		const body = await message(service, {
			MsgBody: textBody('p'.repeat(7 * kibi)),
			CloudCustomData: 'p'.repeat(6 * kibi),
		});
		const code = await service.decide(sendmsg, body);
		if (code === 0) return { answer: 'MsgBody alone', readings: { sizeCounts: 'message' } };
		return code === 93000
			? { answer: 'the packet', readings: { sizeCounts: 'packet' } }
			: undecided(`it is refused with ${code}`);
	},
};

const readTime: Question = {
	name: 'Type of MsgReadTime',
	question: 'Is MsgReadTime of admin_set_msg_read a String or an Integer?',
	does: 'Marks messages between two throwaway accounts as read, once with each type.',
	async *ask(service) {
		const [reader, peer] = await service.pair();
		const now = Math.floor(service.now() / 1000);
		const accepts = async (MsgReadTime: string | number) =>
			(await service.decide('openim/admin_set_msg_read', {
				Report_Account: reader,
				Peer_Account: peer,
				MsgReadTime,
			})) === 0;
		const [text, number] = [await accepts(String(now)), await accepts(now)];
		if (!text && !number) return undecided('neither is accepted');
		if (text && number) return { answer: 'either', readings: { msgReadTime: 'either' } };
		const type = text ? 'String' : 'Integer';
		return { answer: type, readings: { msgReadTime: type } };
	},
};

const onlineStatus: Question = {
	name: 'Field of the online status',
	question: 'Is the field of query_online_status called State or Status?',
	does: 'Asks for the status of two throwaway accounts.',
	async *ask(service) {
		const To_Account = await service.pair();
		const code = await service.decide('openim/query_online_status', { To_Account });
		const [first = {}] = (service.lastResponse.QueryResult ?? []) as JsonObject[];
		const names = (['State', 'Status'] as const).filter((name) => first[name] !== undefined);
		const [name] = names;
		if (!name) return undecided(`neither is there (ErrorCode ${code})`);
		return names.length > 1
			? { answer: 'both are there' }
			: { answer: name, readings: { onlineStatusField: name } };
	},
};

const recallAge: Question = {
	name: 'Age of a message that an admin recalls',
	question: 'May an admin recall a direct message that is older than two minutes?',
	does: 'Sends a message, waits for 125 seconds and recalls it.',
	async *ask(service) {
		const [from, to] = await service.pair();
		const { MsgKey } = await service.call(sendmsg, await message(service));
		if (MsgKey === undefined) return undecided('there is no MsgKey');
		yield 125;
		const code = await service.decide('openim/admin_msgwithdraw', {
			From_Account: from,
			To_Account: to,
			MsgKey,
		});
		if (code === 0) return { answer: 'yes', readings: { adminRecall: 'anyTime' } };
		return code === 20016
			? { answer: 'no (20016)', readings: { adminRecall: 'twoMinutes' } }
			: undecided(`it is refused with ${code}`);
	},
};

export const directFields: readonly Question[] = [
	unknownReceiver,
	unknownSender,
	unknownPushField,
	lifeTime,
	onlineOnlyFlag,
	messageSize,
	measuredPart,
	readTime,
	onlineStatus,
	recallAge,
];
