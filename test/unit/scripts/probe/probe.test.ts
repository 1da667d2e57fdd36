import { questions } from '../../../../scripts/probe/questions';
import { optIns, type OptIn } from '../../../../scripts/probe/question';
import { outcomeOf } from '../../../../scripts/probe/report/report';
import type { Behaviour } from '../../../../simulator';
import { isObject, type JsonObject } from '../../../../simulator/json';
import { leftIn, probed, type Change } from './support';

/** Commands that pages or clients name, and that the simulator does not have. */
const notInTheSimulator = [
	'group_open_http_svc/get_group_shutted_uin',
	'live_engine_http_srv/get_room_statistic',
];

/** The most calls within a second. */
const busiestSecond = (times: readonly number[]) =>
	Math.max(
		...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length),
	);

const everything = Object.keys(optIns) as OptIn[];

/** Commands that reach people, or every user of an app. */
const delicate = /contact_user|im_push|timpush\/push|desk_http_svc\/send_msg/;

describe('the probe against the simulator', () => {
	it('finds no difference, decides every question, and leaves nothing behind', async () => {
		const { findings, error, simulator } = await probed({ optIns: everything });
		if (error) throw error;

		expect(outcomeOf(findings!)).toEqual({ differences: [], otherAnswers: [], readings: {} });
		expect(findings!.service.map(({ question }) => question)).toEqual(questions);
		expect(findings!.service.filter(({ sighting }) => sighting?.undecided)).toEqual([]);
		expect(findings!.skipped).toEqual([]);
		expect(findings!.left).toEqual([]);
		expect(leftIn(simulator)).toEqual([]);
		const unknown = simulator.requests.filter(({ errorCode }) => errorCode === 60009);
		expect(unknown.map(({ path }) => path)).toEqual(notInTheSimulator);
		// The limits of the free trial.
		expect(simulator.world().deletedAccounts.size).toBeLessThanOrEqual(40);
		expect(busiestSecond(simulator.requests.map(({ at }) => at))).toBeLessThanOrEqual(10);
	});

	it('sends nothing to agents and to all users unless it is told to', async () => {
		const nobodyOnly = ({ path, body }: { path: string; body: unknown }) =>
			path.endsWith('contact_user') &&
			isObject(body) &&
			!accounts.has(String(body.ClientUserId ?? body.ClientUserID));
		const { findings, simulator } = await probed();
		const accounts = new Set(simulator.world().deletedAccounts);

		const made = simulator.requests.filter(({ path }) => delicate.test(path));
		expect(made.filter((request) => !nobodyOnly(request))).toEqual([]);
		expect(findings!.skipped).toEqual(
			questions.filter(({ needs = ['whole'] }) => !needs.includes('whole')),
		);
	});

	it('asks in a few dozen calls what delivery hangs on, unless it is told to ask all', async () => {
		const { findings, simulator } = await probed({ short: true });

		expect(findings!.service.map(({ question }) => question.name)).toEqual([
			'Copies of direct messages: for how long',
			'Copies of direct messages: the answer',
			'Copies of group messages',
			'Group ID that is taken',
			'Paths of push commands',
			'What the rate of pushes to users counts',
			'Field names of Contact User',
		]);
		expect(findings!.calls).toBeLessThanOrEqual(36);
		expect(outcomeOf(findings!).otherAnswers).toEqual([]);
		expect(leftIn(simulator)).toEqual([]);
	});
});

type Planted = { behaviour?: Partial<Behaviour>; change?: Change };

/** What is planted, by what has to be found. */
const planted: Record<string, Planted> = {
	'Field names of Contact User': { behaviour: { contactFieldSpelling: 'sample' } },
	'Group ID that is taken': { behaviour: { groupIdTaken: 'byCreator' } },
	'Length of group texts': { behaviour: { groupTextBytes: 'client' } },
	'Type of MsgReadTime': { behaviour: { msgReadTime: 'Integer' } },
	'Copies of group messages': { behaviour: { groupDedupSeconds: 120 } },
	'im_open_login_svc/account_check ResultItem[].ResultInfo: absent, string': {
		change: (path, response) =>
			path.endsWith('account_check')
				? {
						...response,
						ResultItem: eachOf(response.ResultItem, ({ ResultInfo: _, ...item }) => item),
					}
				: response,
	},
	'group_open_http_svc/get_group_info GroupInfo[].GroupLevel: integer, absent': {
		change: (path, response) =>
			path.endsWith('get_group_info')
				? {
						...response,
						GroupInfo: eachOf(response.GroupInfo, (item) => ({ ...item, GroupLevel: 1 })),
					}
				: response,
	},
	'openim/sendmsg MsgTime: string, integer': {
		change: (path, response) =>
			path === 'openim/sendmsg' && response.MsgTime !== undefined
				? { ...response, MsgTime: String(response.MsgTime) }
				: response,
	},
	'openim/admin_getroammsg order of MsgList by MsgSeq: descending, ascending': {
		change: (_path, response) =>
			Array.isArray(response.MsgList)
				? { ...response, MsgList: response.MsgList.toReversed() }
				: response,
	},
	'openim/admin_msgwithdraw ErrorCode: 20022, 20023': {
		change: (_path, response) =>
			response.ErrorCode === 20023 ? { ...response, ErrorCode: 20022 } : response,
	},
};

function eachOf(list: unknown, change: (item: JsonObject) => JsonObject): JsonObject[] {
	return (list as JsonObject[]).map(change);
}

const plantedBehaviour: Partial<Behaviour> = Object.assign(
	{},
	...Object.values(planted).map(({ behaviour }) => behaviour),
);
const plantedChange: Change = (path, response) =>
	Object.values(planted).reduce((now, { change }) => change?.(path, now) ?? now, response);

describe('the probe against a service that differs in ten ways', () => {
	it('finds all ten and nothing else', async () => {
		const { findings, error } = await probed({
			optIns: everything,
			behaviour: plantedBehaviour,
			change: plantedChange,
		});
		if (error) throw error;
		const { differences, otherAnswers, readings } = outcomeOf(findings!);

		const found = differences.map(
			({ path, what, service, simulator }) => `${path} ${what}: ${service}, ${simulator}`,
		);
		expect([...otherAnswers, ...found].sort()).toEqual(Object.keys(planted).sort());
		expect(readings).toEqual(plantedBehaviour);
	});
});
