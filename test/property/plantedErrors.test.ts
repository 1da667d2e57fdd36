import type { IDataObject } from 'n8n-workflow';

import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { pairs } from '../harness/pairedItems';
import { partOf } from '../support/size';
import { failures, ownClock, run, type Outcome } from '../unit/delivery/support/run';
import { codes, fine, refused, type Call, type Server } from '../unit/delivery/support/server';
import { panels, type PanelOfOperation } from './support/panel';
import { bad, functionsOf, markField, Planted } from './support/planting';

ownClock();

const items = [0, 1, 2];

const listOf = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);

/** Where commands name the accounts that they are about: texts, or objects with a name in them. */
const accountLists = [
	'To_Account',
	'AddFriendItem',
	'UpdateItem',
	'FollowItem',
	'CheckItem',
	'DeleteItem',
	'Member_List_Account',
	'User_Account',
	'MemberList',
	'SubscriberList',
	'SubscriberToDel_Account',
];

function nameOf(entry: unknown): unknown {
	if (typeof entry !== 'object' || entry === null) return entry;
	const { UserID, To_Account, Member_Account, Subscriber_Account } = entry as IDataObject;
	return UserID ?? To_Account ?? Member_Account ?? Subscriber_Account;
}

/** What commands that take several things say of each, in the field of each command. */
function goodResults(body: IDataObject): IDataObject {
	const results = accountLists
		.flatMap((list) => listOf(body[list]).map(nameOf))
		.map((account) => ({
			UserID: account,
			To_Account: account,
			Member_Account: account,
			Subscriber_Account: account,
			ResultCode: 0,
			Result: 1,
			AccountStatus: 'Imported',
			Status: 'Online',
			ProfileItem: [],
		})) as IDataObject[];
	const each = (list: string, of: (entry: unknown, index: number) => object) =>
		listOf(body[list]).map(of) as IDataObject[];
	const byMessage = each('MsgSeqList', (one) => ({ ...(one as IDataObject), Code: 0, RetCode: 0 }));
	const byKey = each('MsgKeyList', (MsgKey) => ({ MsgKey, RetCode: 0 }));
	return {
		MsgKey: '1_2_3',
		ResultItem: results,
		InfoItem: results,
		BlackListCheckItem: results,
		FollowInfo: results,
		QueryResult: results,
		UserProfileItem: results,
		MemberList: results,
		UserIdList: results,
		SubscriberList: results,
		GroupInfo: each('GroupIdList', (GroupId) => ({ GroupId, ErrorCode: 0 })),
		TopicAndSelfInfo: each('TopicIdList', (TopicId) => ({ ErrorCode: 0, TopicInfo: { TopicId } })),
		OfficialAccountInfoList: each('OfficialAccountIdList', (one) => ({
			...(one as IDataObject),
			ErrorCode: 0,
		})),
		GroupMsgReceiptList: byMessage,
		RecallRetList: [...byMessage, ...byKey],
		ImportMsgResult: each('MsgList', (_one, index) => ({ MsgSeq: index + 1, Result: 0 })),
		AuditResults: each('Contents', (_one, ContentId) => ({ ContentId, ErrorCode: 0 })),
	};
}

/** Answers every call well, and remembers for which items. */
function goodServer({ operation }: PanelOfOperation, isStrict: boolean) {
	const recovery = callsApi(operation) ? operation.recovery : undefined;
	const carriedOut = new Set<number>();
	const refusedBefore = new Set<unknown>();
	const server: Server = (call: Call) => {
		const { [markField]: mark } = call.body;
		if (call.path === recovery?.path) return fine();
		// A look at what an earlier call has done: nobody can tell here.
		if (mark === undefined) return refused(codes.permanent);
		if (isStrict && recovery && !refusedBefore.has(mark)) {
			refusedBefore.add(mark);
			return refused(recovery.codes[0]!);
		}
		carriedOut.add(mark as number);
		return fine({ [markField]: mark, Response: { [markField]: mark }, ...goodResults(call.body) });
	};
	return { server, carriedOut };
}

/** What only a look at an earlier call needs. */
const forLooks = ['lookup', 'alike'];

interface Trial {
	outcome: Outcome;
	carriedOut: Set<number>;
	hasThrown: boolean;
}

async function trial(of: PanelOfOperation, place: string, continues = true): Promise<Trial> {
	const options = {
		...(of.panel.options as IDataObject),
		maxRetries: 1,
		importMissingAccount: true,
		fromAccount: 'alice',
	};
	const planted = new Planted(of.operation, place);
	const { server, carriedOut } = goodServer(of, place.startsWith('remedy'));
	const outcome = await run(planted.deliverable, planted.items(options), server, {
		continues,
		parameters: of.panel as IDataObject,
	});
	// Without a look an item ends as it would have, so that nothing fails for the lack of one.
	return { outcome, carriedOut, hasThrown: planted.hasThrown && !forLooks.includes(place) };
}

/** What is wrong with the two outputs of a run; empty when they tell the truth. */
function complaints({ outcome, carriedOut, hasThrown }: Trial, local: boolean): string[] {
	if (outcome.error) return [`it throws ${outcome.error.message}`];
	const all = pairs(outcome.output);
	const problems = failures(outcome);
	const failed = new Map(all.map((item, index) => [item, problems[index]]));
	const wrong: string[] = [];
	for (const item of items) {
		const failure = failed.get(item);
		const isDone = local || carriedOut.has(item);
		// A list without records puts nothing out.
		if (!failure && !isDone) wrong.push(`item ${item} counts as done, and is not`);
		if (failure && carriedOut.has(item) && failure.mayHaveBeenSent !== true) {
			wrong.push(`item ${item} was carried out, and counts as certainly not`);
		}
		if (failure && item !== bad) wrong.push(`item ${item} fails: ${String(failure.message)}`);
	}
	if (hasThrown && !failed.get(bad)) wrong.push('the bad item does not fail');
	return wrong;
}

describe('an exception in any function that reads, composes or understands', () => {
	let thrown = 0;

	it.each(panels)('fails its item alone, on the right output: $key', async (of) => {
		const wrong: string[] = [];
		for (const place of functionsOf(of.operation)) {
			const done = await trial(of, place);
			if (done.hasThrown) thrown += 1;
			const local = of.operation.shape === 'local';
			wrong.push(...complaints(done, local).map((complaint) => `${place}: ${complaint}`));
		}
		expect(wrong).toEqual([]);
	});

	it.each(partOf(panels, 8))(
		'stops the workflow with words, where it is set to stop: $key',
		async (of) => {
			for (const place of functionsOf(of.operation)) {
				const { outcome, hasThrown } = await trial(of, place, false);
				if (!hasThrown) continue;
				expect([place, outcome.error?.message]).toEqual([place, expect.stringMatching(/\w/)]);
				expect([place, outcome.error?.description]).toEqual([place, expect.stringMatching(/\w\./)]);
			}
		},
	);

	it('was thrown at most places', () => {
		expect(thrown).toBeGreaterThan(panels.length * 2);
	});
});

describe('an exception of n8n when a parameter is read', () => {
	it.each(partOf(panels, 8))('fails its item alone: $key', async (of) => {
		for (const name of Object.keys(of.panel)) {
			if (name === 'resource' || name === 'operation') continue;
			const planted = new Planted(of.operation, 'request');
			const items = planted.items(of.panel.options as IDataObject);
			Object.defineProperty(items[bad]!, name, {
				get: () => {
					throw new Error('n8n fails');
				},
			});
			const { server, carriedOut } = goodServer(of, false);
			const outcome = await run(of.operation, items, server, {
				continues: true,
				parameters: of.panel as IDataObject,
			});
			const local = of.operation.shape === 'local';
			const wrong = complaints({ outcome, carriedOut, hasThrown: false }, local);
			expect([name, wrong]).toEqual([name, []]);
		}
	});
});
