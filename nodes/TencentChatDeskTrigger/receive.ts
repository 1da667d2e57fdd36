import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readAccount } from '../../credentials/account';
import { allowed } from '../TencentChatDesk/callbackAnswer';
import { panelFields } from '../TencentChatDesk/panelFields';
import { type CallbackResponse, leaveToWorkflow, refuse, write } from './answerGate';
import { readBody } from './body';
import { type Caller, KnownCallers } from './callers';
import { eventOf } from './events';
import { itemOf } from './item';
import { marksOf, SeenCallbacks } from './seen';
import { answerByDefault, isWanted, readTriggerSettings, type TriggerSettings } from './settings';
import { tokenOf } from './token';
import { readQuery, refusal } from './verification';

const credentialType = 'tencentChatDeskApi';

const seen = new SeenCallbacks();
const callers = new KnownCallers();

/** The part of n8n's request that is used. */
interface CallbackRequest {
	rawBody?: Buffer;
	readRawBody?(): Promise<void>;
}

interface SetUp extends Caller {
	settings: TriggerSettings;
}

/** Tells this trigger from those of other workflows. */
const scopeOf = (context: IWebhookFunctions) =>
	`${context.getWorkflow().id} ${context.getNode().id}`;

async function readCaller(context: IWebhookFunctions): Promise<Caller> {
	const credentials = await context.getCredentials(credentialType);
	return { sdkAppId: readAccount(credentials).sdkAppId, token: tokenOf(credentials) };
}

/** A test reads the credential each time, so that a change can be tried at once. */
async function callerOf(context: IWebhookFunctions, now: number): Promise<Caller> {
	const read = async () => await readCaller(context);
	const { id } = context.getNode().credentials?.[credentialType] ?? {};
	if (!id || context.getMode() === 'manual') return await read();
	return await callers.of(`${scopeOf(context)} ${id}`, now, read);
}

/** Undefined when this trigger cannot work; the log says why. */
async function setUpOf(context: IWebhookFunctions, now: number): Promise<SetUp | undefined> {
	try {
		const caller = await callerOf(context, now);
		return { ...caller, settings: readTriggerSettings(panelFields(context)) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'unknown reason';
		context.logger.error(`Tencent Chat Desk Trigger cannot receive callbacks: ${reason}`);
		return undefined;
	}
}

/**
 * Whether this callback started the workflow before. A test takes every callback, so that one can be
 * sent again and again. A callback that n8n could not take in, its database being away for example,
 * is answered with 500 and may come again.
 */
function isRepeated(
	context: IWebhookFunctions,
	response: CallbackResponse,
	marks: readonly string[],
	now: number,
): boolean {
	if (context.getMode() === 'manual') return false;
	const scope = scopeOf(context);
	if (seen.note(scope, marks, now)) return true;
	response.once('finish', () => {
		if (response.statusCode >= 500) seen.forget(scope, marks);
	});
	return false;
}

/** n8n itself reads the body only where its Content-Type says that it can be parsed. */
async function bytesOf(request: CallbackRequest): Promise<Buffer | undefined> {
	if (request.rawBody === undefined) await request.readRawBody?.();
	return request.rawBody;
}

/**
 * Receives one request at the trigger's URL: refuses what does not come from Tencent or cannot be
 * read, answers the rest, and starts the workflow with what is wanted, once.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const response = context.getResponseObject() as unknown as CallbackResponse;
	const refused = (status: number): IWebhookResponseData => {
		refuse(response, status);
		return { noWebhookResponse: true };
	};

	const query = readQuery(context.getQueryData() as Record<string, unknown>);
	if (query?.command === undefined) return refused(400);
	const setUp = await setUpOf(context, now);
	if (!setUp) return refused(500);
	const { sdkAppId, token, settings } = setUp;
	const status = refusal(query, { sdkAppId, token, window: settings.window }, now);
	if (status !== undefined) return refused(status);
	const read = readBody(await bytesOf(context.getRequestObject()), query.command);
	if ('status' in read) return refused(read.status);

	const { command, requestId } = query;
	const event = eventOf(command);
	const item = itemOf(command, query, read.body, now);
	if (!isWanted(item, query, settings)) return { webhookResponse: allowed() };
	const byDefault = answerByDefault(event, settings);
	if (isRepeated(context, response, marksOf(command, requestId, read.body), now)) {
		return { webhookResponse: byDefault };
	}
	const workflowData = [[{ json: item }]];
	if (!settings.decides) return { webhookResponse: byDefault, workflowData };
	if (event?.when !== 'before') {
		write(response, byDefault);
		return { noWebhookResponse: true, workflowData };
	}
	const passed = Date.now() - now;
	void leaveToWorkflow(response, byDefault, Math.max(0, settings.answerWithin - passed));
	return { workflowData };
}
