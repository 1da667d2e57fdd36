import { questions } from '../../../../scripts/probe/questions';
import { outcomeOf } from '../../../../scripts/probe/report/report';
import type { OptIn } from '../../../../scripts/probe/question';
import { readingNames, type Readings } from '../../../../simulator/readings';
import { probed } from './support';

/** A service that answers a question so, and the name of the question. */
const services: Array<[name: string, readings: Partial<Readings>]> = [
	['Field names of Contact User', { contactFieldSpelling: 'table' }],
	['Field names of Contact User', { contactFieldSpelling: 'sample' }],
	['Copies of Desk messages: the customer', { deskDedupScope: 'app' }],
	['Copies of Desk messages: for how long', { deskDedupSeconds: 0 }],
	['Copies of Desk messages: for how long', { deskDedupSeconds: 10 }],
	['Copies of Desk messages: for how long', { deskDedupSeconds: 300 }],
	['Data of Desk messages', { deskHistoryData: false }],
	['Signature of Desk callbacks', { signsAll: false }],
	['Copies of direct messages: for how long', { sendmsgDedup: 'oneSecond' }],
	['Copies of direct messages: the receiver', { sendmsgDedupScope: 'pair' }],
	['Copies of messages to many', { batchDedup: 'none' }],
	['Copies of group messages', { groupDedupSeconds: 1 }],
	['Copies of group messages', { groupDedupSeconds: 120 }],
	['Copies of direct messages: the answer', { duplicateResponse: 'freshResponse' }],
	['Copies of direct messages: the answer', { duplicateResponse: 'okWithoutKey' }],
	[
		'Copies of direct messages: the answer',
		{ duplicateResponse: 'error', duplicateErrorCode: 20009 },
	],
	['OnlineOnlyFlag of sendmsg', { onlineOnlyFlag: 'ignored' }],
	['Message life time over seven days', { lifeTimeTooLong: 'clamp' }],
	['Unknown receiver', { unknownReceiverCode: 20003 }],
	['Unknown receiver', { unknownReceiverCode: 90048 }],
	['Unknown sender', { unknownSenderCode: 90048 }],
	['Length of a message', { maxMessageBytes: 8192 }],
	['What counts for the length', { sizeCounts: 'message' }],
	['Age of a message that an admin recalls', { adminRecall: 'twoMinutes' }],
	['Type of MsgReadTime', { msgReadTime: 'String' }],
	['Type of MsgReadTime', { msgReadTime: 'Integer' }],
	['Field of the online status', { onlineStatusField: 'Status' }],
	['Group ID that is taken', { groupIdTaken: 'byCreator' }],
	['Group ID that is taken', { groupIdTaken: 'always10021' }],
	['Group that was disbanded', { groupGoneCode: 10015 }],
	['Length of group texts', { groupTextBytes: 'client' }],
	['UserID of a deleted account', { deletedAccount: 'free' }],
	['Paths of push commands', { pushPaths: 'legacy' }],
	['Paths of push commands', { pushPaths: 'timpush' }],
	['Copies of a push to all', { pushDedupSeconds: 1 }],
	['Failures of single users on the older push paths', { olderPushErrors: 'listed' }],
	['Unknown sender in a live room', { liveUnknownSender: 'accept' }],
	['Pages of muted members in a live room', { mutedListPaging: 'offset' }],
	['Pages of muted members in a live room', { mutedListPaging: 'next' }],
	['Data of who is taken off a seat', { kickDataRequired: false }],
	['ExtensionInfo without JSON', { extensionInfoMustBeJson: false }],
];

const optIns: OptIn[] = ['desk', 'agents', 'push-all', 'callbacks'];

describe('a service that answers an open question otherwise', () => {
	it.each(services)('is seen through: %s %j', async (name, readings) => {
		const { signsAll, ...behaviour } = readings;
		const { findings, error } = await probed({
			questions: questions.filter((question) => question.name === name),
			optIns,
			behaviour,
			...(signsAll !== undefined && { callbacks: { signsAll } }),
		});
		if (error) throw error;
		expect(outcomeOf(findings!)).toEqual({ differences: [], otherAnswers: [name], readings });
	});

	it('may have no agent online', async () => {
		const { findings } = await probed({
			questions: questions.filter(({ name }) => name === 'Contact User'),
			optIns,
			behaviour: { nobodyAvailableCode: 141017 },
			arrange: (world) => world.agents.clear(),
		});
		expect(outcomeOf(findings!).readings).toEqual({ nobodyAvailableCode: 141017 });
	});

	it('can be told apart in every question that has a switch', () => {
		const told = new Set(services.flatMap(([, readings]) => Object.keys(readings)));
		expect([...told, 'nobodyAvailableCode'].sort()).toEqual([...readingNames].sort());
	});
});
