import {
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	sleep,
} from 'n8n-workflow';
import { readAccount } from '../../../credentials/account';
import { acknowledged, askedIn, type CallbackResponse } from './callbackResponse';
import { parametersOf } from '../parameters/panelFields';
import { type HttpResponse, leaveToWorkflow, refuse, write } from './deferredResponse';
import { readBody, unreadable, type ReadBody } from './body';
import { type AllowedCaller, CredentialCache } from './credentialCache';
import { Decision, decisionMemory } from './decisions';
import { itemOf, simplifiedItemOf, type ToldEvent, toldEvents } from './item';
import { dedupeKeysOf } from './dedupeKeys';
import { RefusalLog } from './refusalLog';
import { ratingKeys } from './ratings';
import type { RemoteFile } from '../parameters/remoteFile';
import { type DownloadRules, loadForAll, withFiles } from '../delivery/files/download';
import { remoteFiles } from '../messages/remoteFiles';
import { SeenCallbacks } from './seen';
import { defaultResponseTo, isWanted, readTriggerSettings, widestWindow } from './settings';
import { tokenOf } from './token';
import { readQuery, refusalStatus } from './verification';

const credentialType = 'tencentChatDeskApi';

const seen = new SeenCallbacks();
const decisions = decisionMemory();
const credentialCache = new CredentialCache();
const refusals = new RefusalLog();

/** The part of n8n's request that is used. */
interface CallbackRequest {
	rawBody?: Buffer;
	readRawBody?(): Promise<void>;
}

/** Tells this trigger from those of other workflows. */
const scopeOf = (context: IWebhookFunctions) =>
	`${context.getWorkflow().id} ${context.getNode().id}`;

async function readCaller(context: IWebhookFunctions): Promise<AllowedCaller> {
	const credentials = await context.getCredentials(credentialType);
	const { sdkAppId, origin } = readAccount(credentials);
	return { sdkAppId, origin, token: tokenOf(credentials) };
}

/** A test reads the credential each time, so that a change can be tried at once. */
async function callerOf(context: IWebhookFunctions, now: number): Promise<AllowedCaller> {
	const read = async () => await readCaller(context);
	const { id } = context.getNode().credentials?.[credentialType] ?? {};
	if (!id || context.getMode() === 'manual') return await read();
	return await credentialCache.of(`${scopeOf(context)} ${id}`, now, read);
}

/** Undefined when this trigger cannot work; the log says why. */
async function orLogged<T>(context: IWebhookFunctions, read: () => Promise<T> | T) {
	try {
		return await read();
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'unknown reason';
		context.logger.error(`Tencent Chat Desk Trigger cannot receive callbacks: ${reason}`);
		return undefined;
	}
}

/** Where a callback came in. */
interface Arrival {
	context: IWebhookFunctions;
	response: HttpResponse;
	/** Milliseconds since the epoch. */
	now: number;
}

/** Something that is to start the workflow. */
interface WantedEvent {
	/** What two deliveries of it have in common. */
	dedupeKeys: readonly string[];
	item: INodeExecutionData;
	/** What is to be loaded before the workflow starts. */
	files: RemoteFile[];
}

/** A callback that waits for what the workflow decides. */
interface AskingCallback extends Arrival, WantedEvent {
	defaultResponse: CallbackResponse;
}

/**
 * Those events that have not started the workflow before. A test takes every callback, so that one can
 * be sent again and again. A callback that n8n could not take in, its database being away for example,
 * gets a 500 and may come again.
 */
function newOnes({ context, response, now }: Arrival, events: WantedEvent[]): WantedEvent[] {
	if (context.getMode() === 'manual') return events;
	const scope = scopeOf(context);
	const fresh = events.filter(({ dedupeKeys }) => !seen.note(scope, dedupeKeys, now));
	response.once('finish', () => {
		if (response.statusCode < 500) return;
		for (const { dedupeKeys } of fresh) seen.forget(scope, dedupeKeys);
	});
	return fresh;
}

/**
 * Leaves the response to the workflow. A copy waits, within its own time, for what the workflow that
 * was started before decides, and gets the same response. Where that ended without a decision, or is
 * forgotten, the copy starts the workflow: the default is for late workflows, never for copies.
 *
 * @param deadline of the monotonic clock, in milliseconds
 */
async function decide(callback: AskingCallback, deadline: number): Promise<IWebhookResponseData> {
	const { context, response, dedupeKeys, now, defaultResponse, item } = callback;
	const scope = scopeOf(context);
	const left = () => Math.max(0, deadline - performance.now());
	const isTest = context.getMode() === 'manual';
	const find = () => (isTest ? undefined : decisions.find(scope, dedupeKeys, now));
	for (let earlier = find(); earlier; earlier = find()) {
		if (!earlier.isOver) await Promise.race([earlier.over, sleep(left())]);
		if (earlier.response || left() === 0) {
			write(response, earlier.response ?? defaultResponse);
			return { noWebhookResponse: true };
		}
		if (earlier.isOver && find() === earlier) break;
	}
	const decision = new Decision();
	if (!isTest) decisions.keep(scope, dedupeKeys, decision, now);
	void leaveToWorkflow(response, defaultResponse, left(), decision);
	return { workflowData: [[item]] };
}

/** The items with their files. */
async function loaded(
	context: IWebhookFunctions,
	events: readonly WantedEvent[],
	rules: DownloadRules,
): Promise<INodeExecutionData[]> {
	const lists = events.map(({ files }) => files);
	const all = await loadForAll(context, lists, rules);
	return events.map(({ item }, index) => {
		const { binary = {} } = all[index] ?? {};
		const json = withFiles(item.json, all[index]);
		return Object.keys(binary).length > 0 ? { json, binary } : { json };
	});
}

/** The item of an event that waits for a decision: there is no time for its files. */
function withoutFiles({ item, files }: WantedEvent): INodeExecutionData {
	const problem =
		'It was not loaded: Tencent waits for the decision. Load it after Callback: Answer';
	const told = files.map(({ kind, name, address = '' }) => ({ kind, name, address, problem }));
	return { json: withFiles(item.json, { binary: {}, files: told }) };
}

/** n8n itself reads the body only where its Content-Type says that it can be parsed. */
async function bodyOf(request: CallbackRequest, command?: string): Promise<ReadBody> {
	try {
		if (request.rawBody === undefined) await request.readRawBody?.();
	} catch (error) {
		return unreadable(error);
	}
	return readBody(request.rawBody, command);
}

/**
 * Receives one request at the trigger's URL: refuses what does not come from Tencent or cannot be
 * read, responds to the rest, and starts the workflow with what is wanted, once.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const receivedAt = performance.now();
	const response = context.getResponseObject() as unknown as HttpResponse;
	const refused = (status: number): IWebhookResponseData => {
		refuse(response, status);
		return { noWebhookResponse: true };
	};

	const query = readQuery(context.getQueryData() as Record<string, unknown>);
	if (!query) return refused(400);
	const caller = await orLogged(context, async () => await callerOf(context, now));
	if (!caller) return refused(500);
	const unverified = (status: 401 | 403): IWebhookResponseData => {
		if (status === 401) refusals.note(context.logger, scopeOf(context), query.command, now);
		return refused(status);
	};
	// Before the panel is read, which costs more: whoever is not Tencent gets no further than here.
	const stranger = refusalStatus(query, { ...caller, window: widestWindow }, now);
	if (stranger !== undefined) return unverified(stranger);
	const settings = await orLogged(context, () => readTriggerSettings(parametersOf(context)));
	if (!settings) return refused(500);
	const late = refusalStatus(query, { ...caller, window: settings.window }, now);
	if (late !== undefined) return unverified(late);
	const read = await bodyOf(context.getRequestObject(), query.command);
	if ('status' in read) return refused(read.status);

	const { command, body } = read;
	const wanted = toldEvents(command, body).flatMap((told: ToldEvent): WantedEvent[] => {
		const json = itemOf(told.command, query, told.body, now);
		if (!isWanted(told, json, query, settings)) return [];
		const dedupeKeys = [
			...dedupeKeysOf(told.command, query.requestId, told.body),
			...ratingKeys(json, settings.events),
		];
		const shown = settings.simplify ? simplifiedItemOf(told.command, query, told.body, now) : json;
		const { download } = settings;
		const files = download ? remoteFiles(told.body.MsgBody, download.imageSize) : [];
		return [{ dedupeKeys, item: { json: shown }, files }];
	});
	const [first] = wanted;
	if (!first) return { webhookResponse: acknowledged() };
	const asked = askedIn(first.item.json);
	const defaultResponse = defaultResponseTo(asked, settings);
	const arrival: Arrival = { context, response, now };
	if (settings.decides && asked.event?.when === 'before') {
		const deadline = receivedAt + settings.timeToDecide;
		const item = withoutFiles(first);
		return await decide({ ...arrival, ...first, item, defaultResponse }, deadline);
	}
	const fresh = newOnes(arrival, wanted);
	if (fresh.length === 0) return { webhookResponse: defaultResponse };
	if (settings.download && fresh.some(({ files }) => files.length > 0)) {
		// Tencent waits for two seconds, and files may take longer.
		write(response, defaultResponse);
		const rules = { maxSize: settings.download.maxSize, ownOrigin: caller.origin };
		return { noWebhookResponse: true, workflowData: [await loaded(context, fresh, rules)] };
	}
	const workflowData = [fresh.map(({ item }) => item)];
	if (!settings.decides) return { webhookResponse: defaultResponse, workflowData };
	write(response, defaultResponse);
	return { noWebhookResponse: true, workflowData };
}
