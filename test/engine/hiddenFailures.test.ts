import type { IDataObject } from 'n8n-workflow';

import type { Body, Outcome } from '../../nodes/TencentChatDesk/contract';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { startSimulator, type Simulator } from '../../simulator';
import { catalogue, outputOf, type CatalogueEntry } from '../harness/schemas/catalogue';
import { findOperation } from '../support/operation';

/**
 * The fields in which a response with ErrorCode 0 hides a failure, typed from the pages of the
 * commands, with an entry about somebody or something that failed.
 */
const hidingFields: ReadonlyArray<[field: string, entry: (name: string) => unknown]> = [
	['ErrorList', (To_Account) => ({ To_Account, ErrorCode: 70107 })],
	['ErrorList', (Peer_Account) => ({ Peer_Account, ErrorCode: 70107, ErrorInfo: '' })],
	['FailAccounts', (name) => name],
	['Fail_Account', (name) => name],
	['InvalidAccountList', (name) => name],
	['InvalidMsgKeyList', (name) => name],
	['InvalidGiftIdList', (name) => name],
	['Result', (RoomId) => ({ RoomId, ResultCode: 3 })],
	['ResultItem', (To_Account) => ({ To_Account, ResultCode: 30003, ResultInfo: 'Err' })],
	['ResultItem', (UserID) => ({ UserID, ResultCode: 70107, ResultInfo: 'Err' })],
	['ResultItem', (ContactItem) => ({ OptType: 1, ContactItem, ResultCode: 50001 })],
	['InfoItem', (To_Account) => ({ To_Account, ResultCode: 30003 })],
	['BlackListCheckItem', (To_Account) => ({ To_Account, Relation: 'x', ResultCode: 30006 })],
	['FollowInfo', (To_Account) => ({ To_Account, ResultCode: 30002 })],
	['UserProfileItem', (To_Account) => ({ To_Account, ResultCode: 40003, ResultInfo: 'Err' })],
	['RecallRetList', (name) => ({ MsgSeq: Number(name) || 1, RetCode: 10030 })],
	['GroupMsgReceiptList', () => ({ MsgSeq: 1, Code: 10062 })],
	['ImportMsgResult', () => ({ MsgSeq: 0, MsgTime: 0, Result: 10004 })],
	['ExtensionList', (Key) => ({ ErrorCode: 23001, Extension: { Key, Value: '', Seq: 1 } })],
	['GroupInfo', (GroupId) => ({ GroupId, ErrorCode: 10015, ErrorInfo: 'Err' })],
	['TopicAndSelfInfo', () => ({ ErrorCode: 110003, ErrorInfo: 'Err' })],
	['DestroyResultItem', (TopicId) => ({ ErrorCode: 110003, ErrorInfo: 'Err', TopicId })],
	['AuditResults', (ContentId) => ({ ContentId, ErrorCode: 2001 })],
	['MemberList', (Member_Account) => ({ Member_Account, Result: 0 })],
	['SubscriberList', (Subscriber_Account) => ({ Subscriber_Account, Result: 0 })],
	['Details', (Keyword) => ({ Keyword, Deleted: false, ErrorInfo: 'Err' })],
	[
		'GroupResultItem',
		(To_Account) => ({
			GroupName: 'g',
			ResultItem: [{ ContactItem: { To_Account }, ResultCode: 1 }],
		}),
	],
];

/** Responses in which such a list stands one level down, in an object. */
const hidingObjects: ReadonlyArray<[field: string, value: (name: string) => IDataObject]> = [
	[
		'UpdateGroupResult',
		(To_Account) => ({
			UpdateGroupType: 2,
			GroupName: 'g',
			ContactResultItem: [
				{ ContactOptType: 1, ContactItem: { Type: 1, To_Account }, ResultCode: 51006 },
			],
		}),
	],
	['Response', (Member_Account) => ({ ErrorList: [{ Member_Account, ErrorCode: 70107 }] })],
];

/** What each of the fields makes of a response when the named one has failed. */
const hidingResponses = (name: string): Array<[field: string, fields: IDataObject]> => [
	...hidingFields.map(([field, make]): [string, IDataObject] => [
		field,
		{ [field]: [make(name)] as IDataObject[] },
	]),
	...hidingObjects.map(([field, make]): [string, IDataObject] => [field, { [field]: make(name) }]),
];

const withApi = catalogue.filter(({ resource, operation }) => {
	const found = findOperation(resource, operation);
	return found !== undefined && callsApi(found);
});

const isMadeOf = ({ resource, operation }: CatalogueEntry) => findOperation(resource, operation)!;

function namedIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.values(value)
		.map(namedIn)
		.find((name) => name !== undefined);
}

/** Whether the operation takes a response for a success, by whatever shape it has. */
function succeeds(entry: CatalogueEntry, response: IDataObject, body: Body): boolean {
	const operation = isMadeOf(entry);
	const isDone = ({ done }: Outcome) => done;
	switch (operation.shape) {
		case 'single':
		case 'chain':
			return isDone(operation.interpret(response, body));
		case 'batch':
			return operation.batch.interpret(response, [body]).every(isDone);
		case 'list':
			return operation.list.failure?.(response) === undefined;
		default:
			throw new Error(`${entry.key} makes no call`);
	}
}

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ behaviour: { rateLimit: null } });
});
afterAll(async () => await simulator.close());

describe('a failure behind ErrorCode 0', () => {
	it.each(withApi)('is none that $key calls a success', async (entry) => {
		const fault = {
			kind: 'part',
			field: 'ErrorList',
			entry: { To_Account: 'nobody', ErrorCode: 70107 },
		} as const;

		const run = outputOf(simulator, entry, () => {
			simulator.behaviour.failNext.push({ fault });
		});

		await expect(run).rejects.toThrow('The sample of');
	});

	it.each(withApi)('is found by $key in every field that has one', async (entry) => {
		let before = 0;
		await outputOf(simulator, entry, () => {
			before = simulator.requests.length;
		});
		const { body } = simulator.requests[before] as { body: Body };
		const name = namedIn(body) ?? 'nobody';

		const missed = hidingResponses(name).filter(([, fields]) =>
			succeeds(entry, { ActionStatus: 'OK', ErrorCode: 0, ...fields }, body),
		);

		expect(missed.map(([field]) => field)).toEqual([]);
	});
});
