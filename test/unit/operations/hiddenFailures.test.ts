import type { Body } from '../../../nodes/TencentChatDesk/contract';
import type { BatchOperation } from '../../../nodes/TencentChatDesk/operations/operation';
import { apiOperation } from '../../support/operation';

const sendToMany = apiOperation('directMessage', 'sendToMany') as BatchOperation;
const importUser = apiOperation('user', 'import') as BatchOperation;

const message = (...To_Account: string[]): Body => ({ To_Account, MsgLifeTime: 7, MsgBody: [] });

const outcomes = (operation: BatchOperation, response: Body, bodies: Body[]) =>
	operation.batch
		.interpret({ ErrorCode: 0, ...response }, bodies)
		.map((outcome) => (outcome.done ? 'done' : 'kind' in outcome ? outcome.kind : outcome.code));

describe('a failed part of a batch', () => {
	it('fails its own item, and nobody else whose message holds the same characters', () => {
		const response = { ErrorList: [{ To_Account: '7', ErrorCode: 70107 }] };
		expect(outcomes(sendToMany, response, [message('7'), message('bob')])).toEqual([
			'permanent',
			'done',
		]);
	});

	it('fails its own item where it stands in a field that is new to the command', () => {
		const response = { InvalidAccountList: ['mary'] };
		const bodies = ['bob', 'mary'].map((UserID) => ({ AccountList: [{ UserID }] }));
		expect(outcomes(importUser, response, bodies)).toEqual(['done', 'permanent']);
	});

	it('leaves everybody in doubt who is not named, when it is about none of them', () => {
		const response = {
			ErrorList: [
				{ To_Account: 'mary', ErrorCode: 70107 },
				{ To_Account: 'somebody else', ErrorCode: 70107 },
			],
		};
		expect(outcomes(sendToMany, response, [message('bob'), message('mary')])).toEqual([
			'lost',
			'permanent',
		]);
	});
});

describe('a failed part that is told by its place', () => {
	it('fails its own message of those that are imported, and no other', () => {
		const importMessage = apiOperation('group', 'importMessage') as BatchOperation;
		const bodies = ['alice', 'bob'].map((From_Account) => ({ MsgList: [{ From_Account }] }));
		const ImportMsgResult = [
			{ MsgSeq: 0, MsgTime: 0, Result: 10004 },
			{ MsgSeq: 7, MsgTime: 1_700_000_000, Result: 0 },
		];
		expect(outcomes(importMessage, { ImportMsgResult }, bodies)).toEqual([10004, 'done']);
	});

	it('fails its own content of those that are judged, and no other', () => {
		const checkMany = apiOperation('moderation', 'checkMany') as BatchOperation;
		const bodies = ['a', 'b'].map((Content) => ({ Contents: [{ ContentId: 0, Content }] }));
		const AuditResults = [
			{ ContentId: 0, ErrorCode: 0, Result: 'Pass' },
			{ ContentId: 1, ErrorCode: 93006, ErrorInfo: 'timeout' },
		];
		expect(outcomes(checkMany, { AuditResults }, bodies)).toEqual(['done', 93006]);
	});
});

it.each<[string, Body, number]>([
	['ErrorCode', { GroupInfo: [{ GroupId: 'g', ErrorCode: 10015 }] }, 10015],
	['ResultCode', { ResultItem: [{ To_Account: 'bob', ResultCode: 30003 }] }, 30003],
	['RetCode', { RecallRetList: [{ MsgSeq: 1, RetCode: 10030 }] }, 10030],
	['Code', { GroupMsgReceiptList: [{ MsgSeq: 1, Code: 10062 }] }, 10062],
])(
	'the code of a failed part is explained, whatever its field is called: %s',
	(_field, response, code) => {
		const call = apiOperation('api', 'call');
		const outcome = call.shape === 'single' && call.interpret({ ErrorCode: 0, ...response }, {});
		expect(outcome).toMatchObject({ done: false, codes: [code] });
	},
);

describe('a message that was dropped behind ErrorCode 0', () => {
	it.each<[string, Body, string]>([
		['a group', { MsgDropReason: 'MsgFreqCtrl' }, 'group'],
		['a live room', { Response: { MsgDropReason: 'MsgFreqCtrl' } }, 'live room'],
	])('is a failure of API: Call, too: %s', (_what, response, place) => {
		const call = apiOperation('api', 'call');
		expect(
			call.shape === 'single' && call.interpret({ ErrorCode: 0, ...response }, {}),
		).toMatchObject({ done: false, message: expect.stringContaining(place), data: response });
	});
});

describe('what looks like a failed part and is none', () => {
	it.each<[string, Body]>([
		['an empty list', { ErrorList: [] }],
		['a result of 0', { ResultItem: [{ To_Account: 'bob', ResultCode: 0 }] }],
		['a result of 0 as a text', { ResultItem: [{ To_Account: 'bob', ResultCode: '0' }] }],
		['an entry without a result', { MemberList: [{ Member_Account: 'bob' }] }],
		['a member that was added', { MemberList: [{ Member_Account: 'bob', Result: 1 }] }],
		['a member that was there', { MemberList: [{ Member_Account: 'bob', Result: 2 }] }],
		['a friend who has to agree', { ResultItem: [{ To_Account: 'bob', ResultCode: 30539 }] }],
		['a word that was deleted', { Details: [{ Keyword: 'x', Deleted: true }] }],
	])('is %s', (_what, response) => {
		const call = apiOperation('api', 'call');
		expect(call.shape === 'single' && call.interpret({ ErrorCode: 0, ...response }, {})).toEqual({
			done: true,
			output: response,
		});
	});
});
