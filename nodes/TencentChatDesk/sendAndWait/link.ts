import { createHash } from 'crypto';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Question } from './question';
import { offeredTexts } from './questionReply';
import { timingSafeEqualText } from '../../../credentials/timingSafeEqualText';
import { isAboutWebAddress, noWebAddress } from '../delivery/errors/webhookUrl';
import { questionIdThatWaits, questionIdToAsk } from './questionId';

/** n8n's name for the signature in the query. */
const signatureName = 'signature';

const inChat = 'chat';

/** What a link carries beside n8n's execution ID, node ID and signature. */
export interface LinkContent {
	/** Which of the node's questions it answers. */
	turn: string;
	/** Fingerprint of the question's texts. */
	asked: string;
	/** The choices as they were offered. */
	choices?: string[];
	/** The answer is handed over from the chat: no browser has business with it. */
	inChat?: true;
}

/**
 * Tells whether texts that are read again are those that were sent: expressions with the time of
 * day, say, give others by then.
 */
export function fingerprintOf({ title, message, reply, page }: Question): string {
	const shown = JSON.stringify([title, message, reply, page]);
	return createHash('sha256').update(shown).digest('base64url').slice(0, 16);
}

/** n8n 1.x checks the signature of a link only where a node says so; later ones always do. */
interface WithSignatureSwitch {
	setSignatureValidationRequired?(): void;
}

const noLink = (error: unknown) =>
	new InvalidParameter(
		`n8n could not make the link for the answer${error instanceof Error ? ` (${error.message})` : ''}`,
		'Start the workflow again. If it happens every time, check WEBHOOK_URL in the environment of n8n.',
	);

/** Whether a browser would open it as a page: "host:5678/" is an address of the protocol "host". */
function isWebAddress(link: string): boolean {
	return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}

/** What an error of n8n's about the link says to the user. */
const linkError = (error: unknown): InvalidParameter =>
	isAboutWebAddress(error) ? noWebAddress() : noLink(error);

/** What the link says beside the turn: in the chat, everything that a reply is compared with. */
function contentOf({ answerIn, reply }: Question): Record<string, string> {
	if (answerIn === 'chat') return { place: inChat, choices: JSON.stringify(offeredTexts(reply)) };
	return reply.type === 'choice' ? { choices: JSON.stringify(reply.choices) } : {};
}

/**
 * The link by which the answer comes in, from its page or from the chat: the same for each try of
 * one question.
 *
 * @throws InvalidParameter where n8n cannot make one that a browser opens
 */
export function answerLink(context: IExecuteFunctions, question: Question): string {
	(context as WithSignatureSwitch).setSignatureValidationRequired?.();
	let link: string;
	try {
		link = context.getSignedResumeUrl({
			turn: questionIdToAsk(context),
			asked: fingerprintOf(question),
			...contentOf(question),
		});
	} catch (error) {
		throw linkError(error);
	}
	if (!isWebAddress(link)) throw noWebAddress();
	return link;
}

function listOf(json: string): string[] {
	return JSON.parse(json) as string[];
}

/**
 * The content of the link by which the page was called; undefined when it is not one of ours. n8n
 * checks the signature too, in some versions under conditions.
 */
export function readLink(context: IWebhookFunctions): LinkContent | undefined {
	const { [signatureName]: signature, ...content } = context.getQueryData() as Record<
		string,
		unknown
	>;
	const parts = Object.entries(content);
	if (typeof signature !== 'string' || parts.some(([, part]) => typeof part !== 'string')) {
		return undefined;
	}
	const { turn, asked, choices, place } = content as Record<string, string | undefined>;
	const genuine = new URL(context.getSignedResumeUrl(content as Record<string, string>));
	if (!timingSafeEqualText(signature, genuine.searchParams.get(signatureName) ?? ''))
		return undefined;
	if (turn === undefined || asked === undefined) return undefined;
	return {
		turn,
		asked,
		...(choices === undefined ? {} : { choices: listOf(choices) }),
		...(place === inChat ? { inChat: true } : {}),
	};
}

/** Whether the execution waits for the answer to the question that the link came with. */
export function isAwaited(context: IWebhookFunctions, { turn }: LinkContent): boolean {
	return questionIdThatWaits(context) === turn;
}
