import { isObject, isStringArray, type JsonObject } from '../../../json';
import {
	bool,
	command,
	count,
	integer,
	object,
	oneOf,
	text,
	type Rule,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import type { Schedule } from '../../../state/push';
import { pushCodes } from './pushChecks';

const badParameter = 90104;
const dispatched = 90107;
const maxReceivers = 500;

const time: Rule = (value) =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)
		? undefined
		: 'a time such as 2026-06-01 10:00:00';
const type = oneOf('All', 'Tag', 'User');

const timeOf = (text_: unknown) => Date.parse(`${String(text_).replace(' ', 'T')}Z`);
const textOf = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** A command on scheduled pushes: its body names the app as the URL does. */
function scheduleCommand(name: string, rules: Rules, handle: (call: Call) => Outcome): Endpoint {
	return command({
		path: `timpush/${name}`,
		callsPerSecond: 5,
		badBody: badParameter,
		codes: pushCodes,
		rules: { Sdkappid: integer, ...rules },
		handle: (call) =>
			call.body.Sdkappid === call.state.app.sdkAppId
				? handle(call)
				: refuse(badParameter, 'Sdkappid is another app'),
	});
}

/** Content is the body of the push that goes out. */
function contentProblem(content: unknown, kind: unknown): Refusal | undefined {
	if (!isObject(content) || typeof content.From_Account !== 'string') {
		return refuse(badParameter, 'Content has no From_Account');
	}
	const { To_Account } = content;
	const hasUsers =
		isStringArray(To_Account) && To_Account.length > 0 && To_Account.length <= maxReceivers;
	return kind === 'User' && !hasUsers
		? refuse(badParameter, 'Content has no To_Account')
		: undefined;
}

/** The task that a call names, while it can still be changed. */
function pending(call: Call): Schedule | Refusal {
	const task = call.state.push.schedules.get(Number(call.body.TaskID));
	if (!task || task.type !== call.body.Type) return refuse(badParameter, 'there is no such task');
	return task.at <= call.now ? refuse(dispatched, 'task dispatching') : task;
}

const infoOf = (call: Call, task: Schedule): JsonObject => {
	const info = isObject(task.content.OfflinePushInfo) ? task.content.OfflinePushInfo : {};
	const isOut = task.at <= call.now;
	return {
		TaskID: task.id,
		Sdkappid: call.state.app.sdkAppId,
		CreateAt: textOf(task.createdAt),
		Type: task.type,
		SchedAt: textOf(task.at),
		Content: task.content,
		Title: info.Title ?? '',
		Desc: info.Desc ?? '',
		Status: isOut ? 'done' : 'pending',
		DispatchSuccess: isOut ? 1 : 0,
		DispatchErr: '',
		PushTaskID: '',
	};
};

export const scheduleCommands: readonly Endpoint[] = [
	// Adding a Scheduled Push (1047/78839).
	scheduleCommand('add_sched_task', { Type: type, SchedAt: time, Content: object }, (call) => {
		const { Type, SchedAt, Content } = call.body;
		const problem = contentProblem(Content, Type);
		if (problem) return problem;
		const content = isObject(Content) ? Content : {};
		const task = { type: String(Type), at: timeOf(SchedAt), content, createdAt: call.now };
		return { response: { TaskID: call.state.push.addSchedule(task) } };
	}),
	// Modifying a Scheduled Push (1047/78840).
	scheduleCommand(
		'modify_sched_task',
		{ TaskID: integer, Type: type, 'SchedAt?': time, 'Content?': object },
		(call) => {
			const task = pending(call);
			if ('code' in task) return task;
			const { SchedAt, Content, Type } = call.body;
			const problem = Content === undefined ? undefined : contentProblem(Content, Type);
			if (problem) return problem;
			if (SchedAt !== undefined) task.at = timeOf(SchedAt);
			if (isObject(Content)) task.content = Content;
			return { response: { TaskID: task.id } };
		},
	),
	// Deleting a Scheduled Push (1047/78841).
	scheduleCommand('delete_sched_task', { TaskID: integer, Type: type }, (call) => {
		const task = pending(call);
		if ('code' in task) return task;
		call.state.push.schedules.delete(task.id);
		return { response: { TaskID: task.id } };
	}),
	// Getting a Scheduled Push (1047/78842).
	scheduleCommand('get_sched_task', { TaskID: integer }, (call) => {
		const task = call.state.push.schedules.get(Number(call.body.TaskID));
		return task
			? { response: { TaskInfo: infoOf(call, task) } }
			: refuse(badParameter, 'there is no such task');
	}),
	// Getting Scheduled Pushes (1047/78843).
	scheduleCommand(
		'list_sched_task',
		{
			Offset: count,
			Want: (value) => count(value) ?? (value === 0 ? 'more than 0' : undefined),
			OrderBy: oneOf('createat', 'schedat'),
			Asc: bool,
			BeginTime: time,
			EndTime: time,
			'Keyword?': text,
		},
		(call) => {
			const { Offset, Want, OrderBy, Asc, BeginTime, EndTime, Keyword = '' } = call.body;
			const [begin, end] = [timeOf(BeginTime), timeOf(EndTime)];
			if (begin > end) return refuse(badParameter, 'BeginTime is later than EndTime');
			const timeIn = (task: Schedule) => (OrderBy === 'createat' ? task.createdAt : task.at);
			const all = [...call.state.push.schedules.values()]
				.filter((task) => timeIn(task) >= begin && timeIn(task) <= end)
				.filter((task) => JSON.stringify(task.content).includes(String(Keyword)))
				.sort((a, b) => (Asc === true ? 1 : -1) * (timeIn(a) - timeIn(b)));
			return {
				response: {
					Total: all.length,
					Tasks: all
						.slice(Number(Offset), Number(Offset) + Number(Want))
						.map((task) => infoOf(call, task)),
				},
			};
		},
	),
];
