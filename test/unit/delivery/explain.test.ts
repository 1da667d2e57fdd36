import type { INodeProperties } from 'n8n-workflow';

import { TencentChatDeskApi } from '../../../credentials/TencentChatDeskApi.credentials';
import { credentialRefusals, credentialTestCodes, testRules } from '../../../credentials/testRules';
import { appSettingsFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/appSettings';
import { archiveFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/archive';
import { chatFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/chat';
import { contactFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/contact';
import { conversationFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/conversation';
import { deskFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/desk';
import type { FailureEntry } from '../../../nodes/TencentChatDesk/delivery/errors/codes/entry';
import { groupFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/group';
import { liveFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/live';
import { moderationFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/moderation';
import { officialAccountFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/officialAccount';
import { pushFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/push';
import { pushScheduleFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/pushSchedule';
import { sharedFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/shared';
import { topicFailures } from '../../../nodes/TencentChatDesk/delivery/errors/codes/topic';
import type { FailureKind } from '../../../nodes/TencentChatDesk/delivery/errors/explain';
import { explain, failures } from '../../../nodes/TencentChatDesk/delivery/errors/explain';
import { properties } from '../../../nodes/TencentChatDesk/operations/panel';

/** Typed from the code tables of the documentation, page by page. */
const documented: ReadonlyArray<[page: string, codes: number[]]> = [
	[
		'Desk, Send Messages (2025-04-07)',
		[90001, 90002, 90005, 90007, 90009, 90010, 93000, 141002, 141004, 141005],
	],
	[
		'Desk, Contact User (2025-04-07)',
		[
			141000, 141001, 141002, 141003, 141004, 141011, 141012, 141013, 141014, 141015, 141016,
			141017, 141018, 141019,
		],
	],
	['Live, Send Normal Message', [100001, 100002, 100004, 100006, 100601, 100602, 100603]],
	[
		'Chat, Sending a One-to-One Message (2020-09-15)',
		[
			20001, 20002, 20003, 20004, 20005, 20006, 90001, 90002, 90003, 90005, 90006, 90007, 90009,
			90010, 90012, 90026, 90031, 90044, 91000, 90992, 93000, 90048,
		],
	],
	[
		'Chat error codes, public part 60002 to 79999',
		[
			60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014,
			60015, 60016, 60017, 60018, 60019, 60020, 60021, 60025, 60026, 60027, 60028, 70001, 70002,
			70003, 70005, 70009, 70013, 70014, 70016, 70020, 70050, 70051, 70107, 70169, 70202, 70346,
			70398, 70399, 70402, 70403, 70500, 71000, 72000, 72001, 72002, 72011, 72012,
		],
	],
	['Chat, newer sendmsg (34919) and content check', [80001, 80002, 80003, 80004, 90043]],
	['Chat, batchsendmsg', [70107, 70169, 90004, 90008, 90011, 90028, 90029, 90055, 90057]],
	['Chat, importmsg', [90008, 90011, 90030]],
	['Chat, admin_msgwithdraw and modify_c2c_msg', [20018, 20022, 20023, 20027, 20028, 90054]],
	['Chat, query_online_status', [90994, 90995]],
	['Chat, message extensions', [10002, 10004, 10008, 23001, 23002, 23003, 23004]],
	['Chat, limits of the message service', [22006, 22007]],
	[
		'Chat, profiles',
		[40001, 40002, 40003, 40004, 40005, 40006, 40007, 40008, 40009, 40601, 40605, 40610],
	],
	[
		'Chat, friends and block list (34902 to 34914, 34926, 34950)',
		[
			30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30009, 30010, 30011, 30012, 30013,
			30014, 30515, 30516, 30525, 30539, 30540, 30614, 31704, 31707, 31804, 32216,
		],
	],
	[
		'Chat, conversation groups and marks (53437 to 53442), pins (78304)',
		[50001, 50002, 50003, 50004, 50005, 51006, 51007, 51008, 51009, 51010, 51011, 51012, 51013],
	],
	[
		'Chat, official accounts (60755 to 60812)',
		[130002, 130004, 130005, 130006, 130007, 130008, 130009, 130010, 131000, 131003, 131005],
	],
	['Chat, topics (49468 to 49471, 53448)', [10020, 10025, 10037, 11000, 80001, 80005]],
	[
		'Chat, group attributes and counters (44188 to 44190, 53427 to 53429, 59499)',
		[10045, 10046, 10047, 10048, 10049, 10050, 10056, 10059, 10063],
	],
	[
		'Chat, group error codes of 2023 and 2026',
		[
			10009, 10011, 10012, 10013, 10024, 10034, 10035, 10051, 10052, 10054, 10060, 10061, 10062,
			10070,
		],
	],
	['Push, schedules (78839 to 78843)', [90104, 90107]],
	['Desk, knowledge base', [-50003, -50011]],
	['Chat, relations and recent conversations', [30004, 30006, 30007, 30008, 50003, 50004, 50005]],
	['Chat, message and user ID formats', [7003, 8005]],
	[
		'Groups',
		[
			10002, 10003, 10004, 10005, 10006, 10007, 10008, 10010, 10014, 10015, 10016, 10017, 10018,
			10019, 10021, 10023, 10025, 10026, 10030, 10031, 10032, 10033, 10036, 10037, 10038, 10041,
			10044, 10053, 10058,
		],
	],
	[
		'Push to all users',
		[90018, 90020, 90022, 90024, 90032, 90033, 90039, 90040, 90045, 90047, 90049, 90050, 90051],
	],
	['Push error codes', [90028, 90029, 90034, 90035, 90043, 90052, 90053, 90055, 90056]],
	['Questions for the robot (add_faq)', [-7, -14, -20]],
	['The console service of Desk', [-1, -50040, -50059]],
	['Desk, members and customer service accounts', [141007, 141008, 141009, 141010]],
	[
		'Live rooms, members, metadata, gifts',
		[
			100003, 100005, 100007, 100008, 100009, 100010, 100011, 100012, 100013, 100015, 100016,
			100017, 100018, 100019, 100020, 100026, 100102, 100300, 100500, 100501, 100502, 100503,
			100504, 102001,
		],
	],
	[
		'Live seats and co-hosting',
		[
			100200, 100201, 100202, 100203, 100204, 100205, 100206, 100210, 100211, 100251, 100400,
			100406, 100411, 100421,
		],
	],
	[
		'Codes of the webhooks of the app',
		[120001, 130000, 10100, 10200, 38000, 39000, 102100, 102200],
	],
];

/** Codes that one service or one command explains otherwise than the rest, page by page. */
const documentedThere: ReadonlyArray<[page: string, path: string, codes: number[]]> = [
	[
		'setnospeaking (34923)',
		'openconfigsvr/setnospeaking',
		[130001, 130004, 130005, 130008, 130014],
	],
	['getnospeaking (34924)', 'openconfigsvr/getnospeaking', [130001, 130002, 130003, 130014]],
	['getappinfo (34886)', 'openconfigsvr/getappinfo', [130001, 130009, 130010, 130011, 130012]],
	['get_history (34885)', 'open_msg_svc/get_history', [1001, 1002, 1003, 1004, 1005]],
	[
		'content_moderation (77827)',
		'im_msg_audit/batch_content_moderation',
		[2001, 2002, 2003, 2004, 2015, 93000, 93001, 93005, 93006, 93007, 93008],
	],
	[
		'add_cloud_audit_keywords (77831)',
		'im_msg_audit_mgr/add_cloud_audit_keywords',
		[2001, 2002, 2003, 2004, 2015, 2016, 2100],
	],
	['official accounts', 'official_account_open_http_svc/destroy_official_account', [6017, 10004]],
	['follow_add (70345)', 'follow/follow_add', [30005]],
	['live audience (50293)', 'group_open_avchatroom_http_svc/get_members', [10001]],
	['topics (49470)', 'million_group_open_http_svc/destroy_topic', [10037, 110002, 110003]],
	['timpush/batch (67553)', 'timpush/batch', [90057]],
];

const tables: ReadonlyArray<readonly FailureEntry[]> = [
	sharedFailures,
	chatFailures,
	contactFailures,
	conversationFailures,
	groupFailures,
	topicFailures,
	officialAccountFailures,
	pushFailures,
	pushScheduleFailures,
	deskFailures,
	liveFailures,
	moderationFailures,
	archiveFailures,
	appSettingsFailures,
];

/** The entries that hold in some services only. */
const thereOnly = tables.flat().filter(({ services }) => services !== undefined);

/** What the documentation says about repeating; every code that is not named here is about the data of one call. */
const kindsOfCodes: Record<Exclude<FailureKind, 'permanent' | 'unexplained'>, number[]> = {
	// What one call of an app meets, every call meets.
	credential: [
		60002, 60006, 60009, 60010, 60012, 60016, 60017, 60020, 60021, 60025, 60026, 60027, 60028,
		70002, 70003, 70005, 70009, 70013, 70014, 70016, 70020, 70051, 70346, 70403, 30004, 40004,
		50003, 90009,
	],
	frequency: [
		60007, 60011, 60018, 60019, 10006, 10023, 10049, 22006, 90024, 90057, 100422, 100602, 141009,
		23003, 90051, 100012, -14,
	],
	transient: [
		60008, 60013, 60014, 70169, 70202, 70500, 20004, 20005, 20018, 20028, 91000, 90992, 90994,
		90995, 10002, 30006, 30007, 30008, 40006, 50004, 50005, 51007, 80005, 100001, 100424, 141002,
		-1,
	],
	signature: [60004, 60005, 70001, 20002],
	lockedOut: [70050],
	unavailable: [141001, 141011, 141012, 141013, 141017],
};

/** Codes that the documentation explains alike, so that they may share their text. */
const alike = [
	[60004, 60005],
	[60010, 90009, 40004, 30004, 50003, 70403],
	[60018, 60019],
	[70003, 70005],
	[72001, 72011, 72012],
	[20009, 20010, 20011],
	[141000, -50040],
	[141007, 141008],
	[100203, 100210],
	[130009, 130010, 130011, 130012],
];

const documentedCodes = [...new Set(documented.flatMap(([, codes]) => codes))];
const everyText = [
	...failures.values(),
	...thereOnly,
	...[100400, 100411, 110001, 120001, 424242].map((code) => explain(code)),
].flatMap(({ message, advice }) => [message, advice]);
/** Each code with each of its meanings. */
const everyCode = [
	...failures,
	...thereOnly.flatMap((entry) => entry.codes.map((code) => [code, entry] as const)),
];
const everyRuleText = testRules.map(({ properties }) => properties.message);

/** The names of controls and choices, at any depth. */
function labelsIn(controls: readonly INodeProperties[]): Set<string> {
	const labels = new Set<string>();
	const visit = (part: unknown): void => {
		if (typeof part !== 'object' || part === null) return;
		if (Array.isArray(part)) return part.forEach(visit);
		const { displayName, name, value, options, values } = part as Record<string, unknown>;
		if (typeof displayName === 'string') labels.add(displayName);
		if (typeof name === 'string' && value !== undefined) labels.add(name);
		visit(options);
		visit(values);
	};
	visit(controls);
	return labels;
}

describe('the table of failures', () => {
	it.each(documented)('explains every code of the page: %s', (_page, codes) => {
		const unexplained = codes.filter((code) => explain(code).message.includes('gave no reason'));
		expect(unexplained).toEqual([]);
	});

	it.each(documentedThere)('explains every code of its service: %s', (_page, path, codes) => {
		for (const code of codes) {
			expect([code, explain(code, '', path)]).not.toEqual([code, explain(code)]);
			expect([code, explain(code, '', path).kind]).not.toEqual([code, 'unexplained']);
		}
	});

	it('says what happened in one sentence and what to do in full sentences', () => {
		for (const [code, { message, advice }] of everyCode) {
			expect([code, message.length > 15, message.endsWith('.')]).toEqual([code, true, false]);
			expect([code, advice.length > 20, advice.endsWith('.')]).toEqual([code, true, true]);
			expect([code, message.length <= 120, advice.length <= 260]).toEqual([code, true, true]);
		}
	});

	it('gives codes of different meaning different messages and different advice', () => {
		const groupOf = (code: number) => alike.find((codes) => codes.includes(code))?.[0] ?? code;
		const messages = new Map<string, number>();
		const advices = new Map<string, number>();
		const nothingToDo = 'Nothing is left to do; you can treat this item as done.';
		for (const [code, { message, advice }] of everyCode) {
			expect([message, messages.get(message) ?? groupOf(code)]).toEqual([message, groupOf(code)]);
			messages.set(message, groupOf(code));
			if (advice === nothingToDo) continue;
			expect([advice, advices.get(advice) ?? groupOf(code)]).toEqual([advice, groupOf(code)]);
			advices.set(advice, groupOf(code));
		}
	});

	it('has each code in one place only, at each place', () => {
		const codes = [credentialRefusals as readonly FailureEntry[], ...tables].flatMap((table) =>
			table.flatMap(({ codes, services = ['anywhere'] }) =>
				codes.flatMap((code) => services.map((service) => `${code} ${service}`)),
			),
		);
		const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
		expect(twice).toEqual([]);
		expect(failures.size).toBe(codes.filter((code) => code.endsWith(' anywhere')).length);
	});

	it('is written in plain ASCII and quotes neither a signature nor an address', () => {
		for (const text of [...everyText, ...everyRuleText]) {
			expect(text).toMatch(/^[\x20-\x7e]+$/);
			expect(text.toLowerCase()).not.toMatch(/usersig|https?:|sdkappid=|identifier=|\bqq\.com/);
		}
	});

	it('names only fields that the node and the credential have', () => {
		const labels = labelsIn([...properties, ...new TencentChatDeskApi().properties]);
		const quoted = [...everyText, ...everyRuleText].flatMap((text) =>
			[...text.matchAll(/(?<![A-Za-z])'([^']+)'(?![a-z])/g)].map((match) => match[1]),
		);
		expect(quoted.length).toBeGreaterThan(50);
		expect(quoted.filter((label) => label === undefined || !labels.has(label))).toEqual([]);
	});

	it('goes by the words of Tencent where the pages disagree about numbers (34348)', () => {
		for (const code of [110001, 110006, 110014]) {
			const { message, advice, kind } = explain(code, 'no such permission group');
			expect(message).toContain(`(code ${code}: no such permission group)`);
			expect(advice).toContain("Tencent's own words");
			expect(kind).toBe('unexplained');
		}
	});

	it('states 12 KB as the size limit wherever a message is too long', () => {
		for (const code of [80002, 90055, 93000, 100603]) {
			expect(explain(code).message).toContain('12 KB');
		}
	});

	it('says of a push that cannot be revoked why, and what would help', () => {
		expect(explain(90049).advice).toContain('cannot be taken back');
		expect(explain(90052).message).toContain('24 hours');
		expect(explain(90053).advice).toContain("'Offline Push'");
		expect(explain(90045).message).toContain('Push service is not switched on');
		expect(explain(90047).advice).toMatch(/10 a day .* 100/);
		expect(explain(90056).message).toContain('10 KB');
	});

	it('covers both readings where the documentation contradicts itself', () => {
		expect(explain(60004).advice).toMatch(/again.*'Identifier'.*'Secret Key'/);
		expect(explain(70016).advice).toMatch(/'Region'.*'Secret Key'/);
		expect(explain(70020).advice).toMatch(/'SDKAppID'.*'Region'/);
		expect(explain(90995).advice).toMatch(/again.*12 KB/);
		expect(explain(93000).advice).toContain('8 KB');
		expect(explain(90992).advice).toMatch(/again.*webhook/);
		expect(explain(100006).message).toMatch(/not a live room.*permission/);
		expect(explain(10015).message).toMatch(/not valid.*dissolved/);
		expect(explain(70346).advice).toContain('lists do not name this code');
		expect(explain(80005).message).toMatch(/in time.*switched on/);
		expect(explain(80005).advice).toContain("Tencent's pages differ");
		expect(explain(51007).advice).toMatch(/group ID is wrong.*left the group/);
		for (const code of [10031, 20016]) {
			expect(explain(code).advice).toMatch(/2 minutes.*disagree.*administrator/);
		}
	});
});

describe('the kind of a failure', () => {
	const kinds = Object.entries(kindsOfCodes) as Array<[FailureKind, number[]]>;

	it.each(kinds)('is "%s" for exactly the codes documented so', (kind, codes) => {
		const found = [...failures].filter(([, failure]) => failure.kind === kind);
		expect(found.map(([code]) => code).sort()).toEqual([...codes].sort());
	});

	it('is permanent for every other documented code', () => {
		const named = new Set(Object.values(kindsOfCodes).flat());
		const wrong = documentedCodes.filter(
			(code) => !named.has(code) && explain(code).kind !== 'permanent',
		);
		expect(wrong).toEqual([]);
	});
});

describe('a code with several meanings', () => {
	it.each<[code: number, path: string, there: string, elsewhere: string]>([
		[130004, 'openconfigsvr/setnospeaking', 'Set_Account is missing', 'official account'],
		[130002, 'openconfigsvr/getnospeaking', 'Get_Account is missing', 'may not do that'],
		[30005, 'follow/follow_add', 'Following is not switched on', 'words that are not allowed'],
		[93000, 'im_msg_audit/content_moderation', '8 KB', '12 KB'],
		[10037, 'million_group_open_http_svc/create_topic', 'topics', 'too many groups'],
		[90057, 'timpush/batch', "'Data ID' is longer than 64 bytes", 'too fast'],
	])('%d means in %s what that service says', (code, path, there, elsewhere) => {
		expect(explain(code, '', path).message).toContain(there);
		expect(explain(code, '', 'some_service/some_command').message).toContain(elsewhere);
		expect(explain(code).message).toContain(elsewhere);
	});

	it('means it at one command only where the others of the service do not', () => {
		expect(explain(90057, '', 'timpush/push')).toEqual(explain(90057));
		expect(explain(90057, '', 'timpush/batch').kind).toBe('permanent');
		expect(explain(90057, '', 'openim/batchsendmsg').kind).toBe('frequency');
	});

	it('that is known in its service alone is unexplained elsewhere', () => {
		expect(explain(1004, '', 'open_msg_svc/get_history').kind).toBe('unavailable');
		expect(explain(1004, '', 'openim/sendmsg').kind).toBe('unexplained');
		expect(explain(130001).kind).toBe('unexplained');
	});

	it("has Tencent's words where its entry says so", () => {
		const path = 'official_account_open_http_svc/create_official_account';
		expect(explain(10004, 'owner missing', path)).toMatchObject({
			kind: 'transient',
			message: expect.stringContaining('(Tencent says: owner missing)') as string,
		});
		expect(explain(131000, 'off', path).message).not.toContain('off)');
	});

	it.each([
		['transient', 'openconfigsvr/setnospeaking', [130014]],
		['transient', 'openconfigsvr/getappinfo', [130009, 130010, 130011, 130012]],
		['transient', 'open_msg_svc/get_history', [1003]],
		['transient', 'im_msg_audit/batch_content_moderation', [2001, 93001, 93006]],
		['credential', 'im_msg_audit/content_moderation', [2004]],
	])('is %s in %s for what the page says to be so', (kind, path, codes) => {
		expect(codes.map((code) => explain(code, '', path).kind)).toEqual(codes.map(() => kind));
	});
});

describe('explaining a refusal', () => {
	it("shows Tencent's own words and the code when no page explains the code", () => {
		const failure = explain(424242, 'something new happened');
		expect(failure.message).toContain('something new happened');
		expect(failure.message).toContain('424242');
		expect(failure.kind).toBe('unexplained');
	});

	it('still names the code when Tencent gives no words', () => {
		expect(explain(424242).message).toContain('424242');
		expect(explain(424242, '  ').message).toBe(explain(424242).message);
	});

	it('keeps foreign words short and on one line', () => {
		const { message } = explain(424242, `first\r\nsecond ${'x'.repeat(5000)}`);
		expect(message).not.toMatch(/[\r\n]/);
		expect(message).toContain('first  second xxx');
		expect(message).toMatch(/x\.\.\. \(code 424242\)$/);
		expect(message.length).toBeLessThan(400);
	});

	it('shortens foreign words only where they are longer than three hundred letters', () => {
		const [fits, tooLong] = ['x'.repeat(300), 'x'.repeat(301)];
		expect(explain(424242, ` ${fits}\n`).message).toBe(
			`Tencent refused the request: ${fits} (code 424242)`,
		);
		expect(explain(424242, tooLong).message).toBe(
			`Tencent refused the request: ${fits}... (code 424242)`,
		);
	});

	it.each([
		[424242, 'gave no reason'],
		[120001, '(code 120001)'],
		[10004, failures.get(10004)!.message],
	])('of code %d does without words where Tencent gives none', (code, end) => {
		for (const words of [undefined, '', ' \r\n ']) {
			const { message } = explain(code, words);
			expect(message.slice(-end.length)).toBe(end);
		}
	});

	it("puts Tencent's words behind its own", () => {
		expect(explain(10004, 'too small')).toEqual({
			...failures.get(10004),
			message: `${failures.get(10004)!.message} (Tencent says: too small)`,
		});
	});

	it('of an unknown code says where to look', () => {
		expect(explain(424242).advice).toMatch(/^Check the fields .* look up code 424242 in the error/);
	});

	it.each([
		[100400, 'live rooms could not be connected'],
		[100406, 'live rooms could not be connected'],
		[100411, 'battle between the live rooms'],
		[100421, 'battle between the live rooms'],
	])('of code %d tells of its family', (code, words) => {
		const { message, kind } = explain(code);
		expect(message).toContain(words);
		expect(kind).toBe('permanent');
	});

	it('never passes on words that repeat a signature', () => {
		for (const code of [424242, 120001, 10004]) {
			const { message } = explain(code, 'bad address ...&UserSig=eJyrVgrx&random=1');
			expect(message).not.toContain('eJyrVgrx');
			expect(message).toBe(explain(code).message);
		}
	});

	it("adds Tencent's words where the code says only that some field is wrong", () => {
		for (const code of [10004, 40001, 70402, 90010, 100002, 141004]) {
			expect(explain(code, 'field Xyz is too small').message).toContain('field Xyz is too small');
		}
	});

	it('needs no words where the code says everything', () => {
		expect(explain(141011, 'agent offline')).toEqual(failures.get(141011));
	});

	it.each([120001, 125000, 130000, 10100, 10200, 38000, 39000, 102100, 102200])(
		'treats code %i as the response of your own server, with the code and its words',
		(code) => {
			const failure = explain(code, 'no discounts today');
			expect(failure.message).toContain('own server');
			expect(failure.message).toContain(String(code));
			expect(failure.message).toContain('no discounts today');
			expect(failure.advice).toContain('webhook');
			expect(failure.kind).toBe('permanent');
		},
	);

	it.each([
		10099, 10201, 37999, 39001, 102099, 102201, 120000, 130001, 100399, 100407, 100410, 100423,
	])('does not count code %i, just outside a range, as part of it', (code) => {
		expect(explain(code).message).toBe(
			`Tencent refused the request with code ${code} and gave no reason`,
		);
	});
});

describe('the rules of the credential test', () => {
	/** What n8n does with the rules: the first one whose key has its value gives the message. */
	function verdict(answer: Record<string, unknown>): string | undefined {
		const first = testRules.find(({ properties }) => answer[properties.key] === properties.value);
		return first?.properties.message;
	}
	const refused = (ErrorCode: number) =>
		verdict({ ActionStatus: 'FAIL', ErrorInfo: '', ErrorCode });
	const catchAll = refused(424242);

	it('let a good response pass', () => {
		expect(verdict({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 })).toBeUndefined();
	});

	it.each<[situation: string, codes: number[], fields: string[]]>([
		['a wrong key', [70009], ['Secret Key', 'SDKAppID']],
		['a signature that cannot be read', [70003, 70005], ['Secret Key']],
		['an unknown application', [60006], ['SDKAppID']],
		['a wrong region', [70016, 70020, 60026], ['Region', 'SDKAppID']],
		['an account without rights', [60010, 90009, 40004, 30004, 50003, 70403], ['Identifier']],
		['an account that does not exist or match', [70013, 70107, 60004, 60005], ['Identifier']],
		['another application', [70014], ['SDKAppID']],
		['wrong sign-in values', [60025], ['SDKAppID', 'Identifier', 'Secret Key']],
		['a broken address', [60002, 60009], ['Custom Host']],
	])('name the field to correct for %s', (_situation, codes, fields) => {
		for (const code of codes) {
			expect(refused(code)).not.toBe(catchAll);
			for (const field of fields) expect(refused(code)).toContain(`'${field}'`);
		}
	});

	it.each<[situation: string, codes: number[], words: RegExp]>([
		['a wrong clock', [70001], /clock/],
		['too many bad signatures', [70050], /minute/],
		['a disabled application', [60016, 60017], /disabled/],
		['an expired plan', [60020], /plan.*expired/],
		['an address that is not allowed', [60021], /IP address/],
		['too many requests', [60007, 60011, 60018, 60019], /too often/],
		['trouble at Tencent', [60008, 60014, 70169, 70202, 70500], /nothing about the credential/],
	])('say what is the matter with %s', (_situation, codes, words) => {
		for (const code of codes) expect(refused(code)).toMatch(words);
	});

	it('have one rule for each code, in the order of the list', () => {
		const values = testRules
			.filter(({ properties }) => properties.key === 'ErrorCode')
			.map(({ properties }) => properties.value as number | undefined)
			.filter((value) => value !== undefined);
		expect(values).toEqual(credentialTestCodes);
		expect(new Set(values).size).toBe(values.length);
	});

	it('refuse a response that does not come from Tencent', () => {
		expect(verdict({ data: '<html>Welcome</html>' })).toContain("'Custom Host'");
	});

	it('end with a rule for every other refusal', () => {
		expect(testRules[testRules.length - 1]?.properties).toMatchObject({
			key: 'ActionStatus',
			value: 'FAIL',
		});
		expect(catchAll).toContain('Tencent refused');
	});

	it('fit on one line of the dialog', () => {
		for (const message of everyRuleText) {
			expect(message).not.toContain('\n');
			expect(message.length).toBeLessThan(340);
		}
	});

	it('use the words that a failed execution uses where the meaning is the same', () => {
		for (const { codes, message, advice } of credentialRefusals) {
			for (const code of codes) {
				expect(explain(code)).toMatchObject({ message, advice });
				expect(refused(code)).toBe(`${message}. ${advice}`);
			}
		}
	});
});
