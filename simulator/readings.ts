import { isInteger, type Json } from './json';

/** A question that Tencent's pages leave open, and the answers that the simulator can give to it. */
interface Reading<V extends Json> {
	question: string;
	/** What the documentation says, or what comes nearest to it. */
	documented: V;
	accepts(value: unknown): value is V;
}

/** One of a few answers, the documented one first. */
function choice<const Values extends ReadonlyArray<string | number | boolean>>(
	question: string,
	...values: Values
): Reading<Values[number]> {
	return {
		question,
		documented: values[0]!,
		accepts: (value): value is Values[number] => values.some((known) => known === value),
	};
}

/** A whole number within a range. */
function amount(question: string, documented: number, range: [from: number, to: number]) {
	const [from, to] = range;
	return {
		question,
		documented,
		accepts: (value: unknown): value is number => isInteger(value) && value >= from && value <= to,
	} satisfies Reading<number>;
}

const aWeek = 7 * 86_400;
const maxMessage = 64 * 1024 * 1024;
const maxCode = 0x7fff_ffff;

/**
 * The switches that stand for open questions. The documentation decides how each starts, unless
 * `observed.json` says what the service really does; `npm run probe` asks it.
 */
export const readings = {
	contactFieldSpelling: choice(
		'contact_user: which spelling is read, that of the field table (IMAgentUserId) or that of the sample (IMAgentUserID)?',
		'either',
		'table',
		'sample',
	),
	nobodyAvailableCode: choice(
		'contact_user: 141001 and 141017 both say that nobody is online. Which comes when?',
		'byScope',
		141001,
		141017,
	),
	deskDedupScope: choice(
		'Desk send_msg: does a MsgRandom count in its conversation, or in the whole app?',
		'conversation',
		'app',
	),
	deskDedupSeconds: amount(
		'Desk send_msg: for how many seconds is a MsgRandom remembered? The page names no time.',
		120,
		[0, aWeek],
	),
	deskHistoryData: choice(
		'admin_getroammsg: are messages of Desk listed with their CloudCustomData? The page has the field, and Desk refers to the page.',
		true,
		false,
	),
	signsAll: choice(
		'Are callbacks of Desk and Push signed like those of Chat? Their pages show no Sign and no RequestTime.',
		true,
		false,
	),

	sendmsgDedup: choice(
		'sendmsg: is a copy told by sender, MsgSeq, MsgRandom and content for 120 seconds (newer page), or by MsgRandom for one second (older page)?',
		'key120s',
		'oneSecond',
	),
	sendmsgDedupScope: choice(
		'sendmsg: the documented key names the sender. Does the receiver count, too?',
		'sender',
		'pair',
	),
	batchDedup: choice(
		'batchsendmsg: are copies dropped as sendmsg does? Its own page does not say.',
		'key120s',
		'none',
	),
	groupDedupSeconds: amount('send_group_msg: for how many seconds is a copy dropped?', 300, [
		0,
		aWeek,
	]),
	duplicateResponse: choice(
		'What is a dropped copy answered with: the answer of the first, one of its own, one without MsgKey, or an error?',
		'sameResponse',
		'freshResponse',
		'okWithoutKey',
		'error',
	),
	duplicateErrorCode: amount('Which code, if it is an error?', 99999, [-maxCode, maxCode]),
	onlineOnlyFlag: choice(
		'sendmsg: does OnlineOnlyFlag 1 keep a message out of the history? Samples of 2026 show it, older pages do not.',
		'honoured',
		'ignored',
	),
	lifeTimeTooLong: choice(
		'sendmsg: is a MsgLifeTime over seven days refused (90026), or cut to seven days (field table)?',
		'refuse',
		'clamp',
	),
	unknownReceiverCode: choice(
		'sendmsg: which of three codes does an unknown To_Account get?',
		90012,
		20003,
		90048,
	),
	unknownSenderCode: choice(
		'sendmsg: which of two codes does an unknown From_Account get?',
		20003,
		90048,
	),
	maxMessageBytes: amount(
		'How long may a message be? 12 KB on newer pages, 8 KB on the page of 2020.',
		12 * 1024,
		[1, maxMessage],
	),
	sizeCounts: choice(
		'What is measured: the whole packet, or the message alone? The pages say both.',
		'packet',
		'message',
	),
	adminRecall: choice(
		'May an admin recall a message of any age (pages of the APIs), or for two minutes (error list)?',
		'anyTime',
		'twoMinutes',
	),
	msgReadTime: choice(
		'admin_set_msg_read: is MsgReadTime a String (field table), an Integer (public clients), or either?',
		'either',
		'String',
		'Integer',
	),
	onlineStatusField: choice(
		'query_online_status: is the field called State (sample) or Status (field table)?',
		'State',
		'Status',
	),

	groupIdTaken: choice(
		'create_group: who gets 10025 for an ID that is taken, whoever owns the group (error list) or whoever created it? All others get 10021.',
		'byOwner',
		'byCreator',
		'always10021',
	),
	groupGoneCode: choice(
		'Does a group that was disbanded answer 10010, or 10015 as the newer error list allows?',
		10010,
		10015,
	),
	groupTextBytes: choice(
		'How long may Name, Introduction, Notification and FaceUrl of a group be: 30, 240, 300 and 100 bytes (REST pages), or 100, 400, 400 and 500 (client references)?',
		'rest',
		'client',
	),
	deletedAccount: choice(
		'Is the UserID of a deleted account refused for three months (70399), or free at once?',
		'blocked',
		'free',
	),

	pushPaths: choice(
		'Do the older push paths (all_member_push/*) still answer, and the newer ones (timpush/*) already?',
		'both',
		'legacy',
		'timpush',
	),

	pushDedupSeconds: amount(
		'Push to all users: for how many seconds does a MsgRandom tell a copy? Newer pages say seven days, older ones one second.',
		aWeek,
		[0, aWeek],
	),
	olderPushErrors: choice(
		'Do the older tag and attribute commands list failures of single users in an ErrorList, as the newer ones do?',
		'none',
		'listed',
	),

	liveUnknownSender: choice(
		'Live send_text_msg: may an account that does not exist be Sender_Account?',
		'refuse',
		'accept',
	),
	mutedListPaging: choice(
		'Live get_muted_member_list: does it come in pages, and how do they follow each other?',
		'none',
		'offset',
		'next',
	),
	kickDataRequired: choice(
		'Live kick_user_off_seat: has Data to be given (field table), or not (public clients)?',
		true,
		false,
	),
	extensionInfoMustBeJson: choice(
		'Live send_text_msg: has ExtensionInfo to be JSON text (sample), or is any String good (field table)?',
		true,
		false,
	),
} as const;

/** A value for each open question. */
export type Readings = {
	-readonly [Name in keyof typeof readings]: (typeof readings)[Name]['documented'];
};

export const readingNames = Object.keys(readings) as Array<keyof Readings>;

/** What the documentation says, or comes nearest to saying. */
export function documentedReadings(): Readings {
	return Object.fromEntries(
		readingNames.map((name) => [name, readings[name].documented]),
	) as unknown as Readings;
}

/** What is wrong with values for open questions, in words; an empty list when nothing is. */
export function readingProblems(values: Readonly<Record<string, unknown>>): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		if (!isReading(name)) return [`there is no open question "${name}"`];
		return readings[name].accepts(value) ? [] : [`"${name}" cannot have this value`];
	});
}

export function isReading(name: string): name is keyof Readings {
	return Object.hasOwn(readings, name);
}
