import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { failureOf, type Failure } from '../../delivery/errors/failure';
import { addressOf } from './address';
import type { AskedQuestion } from './history';
import { readTaking, replyField, type Taking } from './taking';

/** n8n calls itself. */
const timeout = 10_000;

/** Milliseconds between attempts: while n8n puts an execution to wait, or just goes on with one. */
const pauses = [250, 500, 1_000, 2_000];

/**
 * An execution that sent its question so many seconds before the reply may still be on its way to
 * wait for it.
 */
const settling = 30;

/** n8n says that there is no such execution, or no longer; or it did not sign the link. */
const closedStatuses = new Set([200, 401, 404, 410]);
const atWork = 409;

const advice =
	'n8n calls itself at the address that WEBHOOK_URL names. Check that this address can be reached from n8n itself and, in queue mode, from its workers, and that no log-in stands before /webhook-waiting/.';

const unreachable = failureOf(
	'lost',
	'n8n could not be reached at its own address to hand over the answer',
	advice,
);

const notTaken = (httpStatus: number) =>
	failureOf(
		'lost',
		`n8n did not take the answer at its own address (HTTP status ${httpStatus})`,
		advice,
		{ httpStatus },
	);

interface Response {
	statusCode: number;
	body: unknown;
}

/** One attempt. What is thrown holds the address, so that nothing of it goes further. */
async function post(
	context: IExecuteFunctions,
	url: string,
	said: string,
): Promise<Response | undefined> {
	try {
		return (await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: { [replyField]: said },
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout,
		})) as Response;
	} catch {
		return undefined;
	}
}

const mayPass = (status: number | undefined, isFresh: boolean) =>
	status === undefined || status >= 500 || (status === atWork && isFresh);

function takingOf(response: Response | undefined): Taking | Failure {
	if (!response) return unreachable;
	const { statusCode, body } = response;
	const taking = readTaking(body);
	if (taking) return taking;
	const isClosed = closedStatuses.has(statusCode) || statusCode === atWork;
	return isClosed ? { state: 'closed' } : notTaken(statusCode);
}

/**
 * Hands a reply to the execution that waits with a question, through n8n's own webhook. n8n lets one
 * answer in; a second one that comes at the same time finds the question closed.
 *
 * @param writtenAt seconds since the epoch
 * @throws InvalidParameter where n8n's own address is none
 */
export async function handOver(
	context: IExecuteFunctions,
	{ ticket, askedAt }: AskedQuestion,
	said: string,
	writtenAt: number,
): Promise<Taking | Failure> {
	const url = addressOf(context, ticket.path);
	if (url === undefined) return { state: 'closed' };
	const isFresh = writtenAt - askedAt <= settling;
	let response = await post(context, url, said);
	for (const pause of pauses) {
		if (!mayPass(response?.statusCode, isFresh)) break;
		await sleep(pause);
		response = await post(context, url, said);
	}
	return takingOf(response);
}
