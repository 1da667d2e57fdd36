import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../parameters/json';
import { objectIn, recordsIn } from './records';

/** A part of a call that failed, although the ErrorCode of its response is 0. */
export interface FailedPart {
	/** The field of the response that tells of it. */
	field: string;
	/** What it is about: an account, the key of a message, a group or the like. */
	names: string[];
	/** Its own ErrorCode, where it has one. */
	code?: number;
	/** Tencent's own words about it. */
	info?: string;
	/** As it stands in the response. */
	record: IDataObject;
}

/** How an entry of a list says whether its part failed. */
interface Reading {
	/** The field with the result; an entry without one is no result. */
	code: string;
	/** Whether this result is a failure; a Boolean counts as 1 or 0. */
	failed(result: number, entry: IDataObject): boolean;
}

const notZero = (result: number) => result !== 0;
const isZero = (result: number) => result === 0;
/** A friend who has to agree first: the request was made. */
const pendingFriend = 30539;
/** What a contact that is on the block list already gets as its code, beside words that say so. */
const blockedAlready = 30001;

/** Whether a contact command failed: neither a request that was placed nor a block that stands does. */
function contactFailed(result: number, { ResultInfo }: IDataObject): boolean {
	if (result === blockedAlready) return !/Already_Exist\W*$/.test(String(ResultInfo));
	return result !== 0 && result !== pendingFriend;
}

/** Whatever stands in the list has failed. */
const listed = undefined;

/**
 * Every field in which a response hides a failure behind an ErrorCode of 0, and how it says so. From
 * the pages of the commands: Chat (messages, groups, topics, accounts, profiles, contacts, conversations,
 * official accounts, moderation), Live (gifts, battles), Push (tags, attributes, pushes to users).
 */
const readings: Readonly<Record<string, Reading | typeof listed>> = {
	ErrorList: listed,
	FailAccounts: listed,
	Fail_Account: listed,
	InvalidAccountList: listed,
	InvalidMsgKeyList: listed,
	InvalidGiftIdList: listed,
	ResultItem: { code: 'ResultCode', failed: contactFailed },
	ContactResultItem: { code: 'ResultCode', failed: notZero },
	InfoItem: { code: 'ResultCode', failed: notZero },
	BlackListCheckItem: { code: 'ResultCode', failed: notZero },
	FollowInfo: { code: 'ResultCode', failed: notZero },
	UserProfileItem: { code: 'ResultCode', failed: notZero },
	RecallRetList: { code: 'RetCode', failed: notZero },
	GroupMsgReceiptList: { code: 'Code', failed: notZero },
	Result: { code: 'ResultCode', failed: notZero },
	ImportMsgResult: { code: 'Result', failed: notZero },
	ExtensionList: { code: 'ErrorCode', failed: notZero },
	GroupInfo: { code: 'ErrorCode', failed: notZero },
	TopicAndSelfInfo: { code: 'ErrorCode', failed: notZero },
	DestroyResultItem: { code: 'ErrorCode', failed: notZero },
	AuditResults: { code: 'ErrorCode', failed: notZero },
	// These two mean it the other way round: 1 is done, 2 was so already.
	MemberList: { code: 'Result', failed: isZero },
	SubscriberList: { code: 'Result', failed: isZero },
	Details: { code: 'Deleted', failed: isZero },
};

/** Objects and lists that hold such fields one level down. */
const holders = ['Response', 'GroupResultItem', 'UpdateGroupResult'];

const nameFields = [
	'To_Account',
	'Peer_Account',
	'Member_Account',
	'Subscriber_Account',
	'UserID',
	'ToGroupId',
	'GroupId',
	'RoomId',
	'TopicId',
	'MsgKey',
	'MsgSeq',
	'ContentId',
	'Keyword',
	'Key',
];

const codeFields = ['ErrorCode', 'ResultCode', 'RetCode', 'Code'];
const infoFields = ['ErrorInfo', 'ResultInfo', 'ErrorMsg'];

const isName = (value: unknown) => typeof value === 'string' || typeof value === 'number';

function namesOf(record: IDataObject): string[] {
	const whole = {
		...record,
		...objectIn(record, 'Extension'),
		...objectIn(record, 'ContactItem'),
	};
	return nameFields
		.map((field) => whole[field])
		.filter(isName)
		.map(String);
}

function partOf(field: string, entry: unknown): FailedPart {
	if (!isObject(entry))
		return { field, names: [String(entry)], record: { [field]: entry as string } };
	const code = codeFields.map((name) => entry[name]).find((value) => typeof value === 'number');
	const info = infoFields.map((name) => entry[name]).find((value) => typeof value === 'string');
	return {
		field,
		names: namesOf(entry),
		...(code !== undefined && { code: code as number }),
		...(info !== undefined && { info: info as string }),
		record: entry,
	};
}

const isResult = (value: unknown) =>
	['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value !== '');

function hasFailed(reading: Reading | typeof listed, entry: unknown): boolean {
	if (reading === listed) return true;
	if (!isObject(entry)) return false;
	const result = entry[reading.code];
	return isResult(result) && reading.failed(Number(result), entry);
}

/** Accounts whose own result says that they did not fail, whatever else lists them. */
function goodIn(holder: IDataObject): Set<unknown> {
	const results = Object.entries(readings).flatMap(([field, reading]) =>
		reading === listed
			? []
			: recordsIn(holder, field).filter(
					(entry) => isResult(entry[reading.code]) && !hasFailed(reading, entry),
				),
	);
	return new Set(results.map(({ To_Account }) => To_Account));
}

function partsIn(holder: unknown): FailedPart[] {
	if (Array.isArray(holder)) return holder.flatMap(partsIn);
	if (!isObject(holder)) return [];
	return Object.entries(holder).flatMap(([field, value]) => {
		if (holders.includes(field)) return partsIn(value);
		if (!Array.isArray(value) || !(field in readings)) return [];
		const good = field === 'Fail_Account' ? goodIn(holder) : undefined;
		return (value as unknown[])
			.filter((entry) => hasFailed(readings[field], entry) && !good?.has(entry))
			.map((entry) => partOf(field, entry));
	});
}

/** A batch asks for its items one by one. */
const known = new WeakMap<IDataObject, FailedPart[]>();

/** What failed of a call whose response says ErrorCode 0, part by part. */
export function failedParts(response: IDataObject): FailedPart[] {
	const parts = known.get(response) ?? partsIn(response);
	known.set(response, parts);
	return parts;
}

/** The parts among them that are about one of these: accounts, keys of messages and the like. */
export function partsAbout(response: IDataObject, names: readonly unknown[]): FailedPart[] {
	const wanted = new Set(names.map(String));
	return failedParts(response).filter((part) => part.names.some((name) => wanted.has(name)));
}
