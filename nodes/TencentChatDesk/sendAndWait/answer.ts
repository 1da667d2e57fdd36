import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';
import { readQuestion, replyTypes, defaultTexts, type Question } from './question';
import { freeText, maxText, type Reply } from './questionReply';
import { takeFromChat } from './chat/receive';
import { parametersOf } from '../parameters/panelFields';
import { fingerprintOf, isAwaited, readLink, type LinkContent } from './link';
import { goingOn } from './goingOn';
import { pageHeaders } from './page/layout';
import {
	alteredPage,
	answerField,
	approving,
	declining,
	overPage,
	questionPage,
	thanksPage,
	errorPage,
} from './page/pages';

const inTheChat = 'The question is in the chat message that this link came with.';

/** What is asked for, where the texts of the question are no longer known. */
function plainReply(fields: Fields, { choices = [] }: LinkContent): Reply {
	const type = fields.choice('responseType', 'Response Type', replyTypes);
	if (type === 'approval') {
		return { type, approve: defaultTexts.approve, decline: defaultTexts.decline };
	}
	return type === 'choice' ? { type, choices } : { type };
}

/** The question as it is read now; undefined when an expression fails by now. */
function readAgain(fields: Fields): Question | undefined {
	try {
		return readQuestion(fields);
	} catch {
		return undefined;
	}
}

/** The question that the link came with: word by word, or not at all. */
function questionOf(context: IWebhookFunctions, link: LinkContent): Question {
	const fields = parametersOf(context);
	const question = readAgain(fields);
	if (question && fingerprintOf(question) === link.asked) return question;
	const { title, page } = defaultTexts;
	return { answerIn: 'page', title, message: inTheChat, reply: plainReply(fields, link), page };
}

/** The answer as n8n's own nodes put it out; undefined when it is none. */
function answerTo(reply: Reply, given: unknown): IDataObject | undefined {
	if (typeof given !== 'string') return undefined;
	if (reply.type === 'approval') {
		if (given === approving) return { approved: true };
		return given === declining && reply.decline !== undefined ? { approved: false } : undefined;
	}
	if (reply.type === 'choice') {
		const option = /^\d{1,2}$/.test(given) ? reply.choices[Number(given)] : undefined;
		return option === undefined ? undefined : { option };
	}
	return freeText(given);
}

const problems: Record<Reply['type'], string> = {
	approval: 'Please use one of the buttons.',
	choice: 'Please choose one of the answers.',
	freeText: `Please write an answer of at most ${maxText} characters.`,
};

function setHeaders(context: IWebhookFunctions): void {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
}

/** Shows a page, and leaves the execution waiting. */
function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	setHeaders(context);
	context.getResponseObject().status(status).send(page);
	return { noWebhookResponse: true };
}

/** Shows the page that fits, or passes the answer on. */
function serve(context: IWebhookFunctions): IWebhookResponseData {
	const link = readLink(context);
	if (!link) return show(context, 403, alteredPage);
	if (link.inChat) return takeFromChat(context, link) ?? show(context, 403, alteredPage);
	if (!isAwaited(context, link)) return show(context, 410, overPage);
	const question = questionOf(context, link);
	if (context.getRequestObject().method !== 'POST') {
		return show(context, 200, questionPage(question));
	}
	const { reply } = question;
	const answer = answerTo(reply, context.getBodyData()?.[answerField]);
	if (!answer) return show(context, 422, questionPage(question, problems[reply.type]));
	setHeaders(context);
	return { webhookResponse: thanksPage(question), workflowData: goingOn(answer) };
}

/**
 * Serves the page behind the link of a question, and takes the answer. Everything it knows comes
 * from the signed link and from n8n's record of the execution, so that any process of n8n can do it.
 * Whoever opens the link is no user of n8n: what fails here goes to the log, and never to the page.
 */
export function takeAnswer(context: IWebhookFunctions): IWebhookResponseData {
	try {
		return serve(context);
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'unknown reason';
		context.logger.error(`The page of a question could not be shown: ${reason}`);
		return show(context, 500, errorPage);
	}
}
