import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parametersOf } from '../../parameters/panelFields';
import { goingOn } from '../goingOn';
import { isAwaited, type LinkContent } from '../link';
import { replyTypes } from '../question';
import { answerInWords, type Reply } from '../questionReply';
import { replyField, type Taking } from './taking';

/** What was asked for. The link has the words that were offered; expressions may give others by now. */
function replyOf(context: IWebhookFunctions, { choices = [] }: LinkContent): Reply {
	const type = parametersOf(context).choice('responseType', 'Response Type', replyTypes);
	if (type === 'choice') return { type, choices };
	if (type === 'freeText') return { type };
	const [approve = '', decline] = choices;
	return { type, approve, decline };
}

/** Says how it went, and leaves the execution waiting. */
function say(context: IWebhookFunctions, status: number, taking: Taking): IWebhookResponseData {
	context.getResponseObject().status(status).json(taking);
	return { noWebhookResponse: true };
}

/**
 * Takes a reply that Callback: Take Answer hands over, and compares it with what was asked for. The
 * execution that waits knows best, so that whoever hands over need not know.
 *
 * @returns undefined where it was called by something else, such as a browser
 */
export function takeFromChat(
	context: IWebhookFunctions,
	link: LinkContent,
): IWebhookResponseData | undefined {
	const said = (context.getBodyData() as IDataObject | undefined)?.[replyField];
	if (context.getRequestObject().method !== 'POST' || typeof said !== 'string') return undefined;
	if (!isAwaited(context, link)) return say(context, 410, { state: 'closed' });
	const answer = answerInWords(replyOf(context, link), said);
	if (!answer) return say(context, 422, { state: 'open' });
	const taking: Taking = { state: 'taken', answer };
	return { webhookResponse: taking, workflowData: goingOn(answer) };
}
