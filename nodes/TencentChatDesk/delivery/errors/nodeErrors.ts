import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { isAboutWebAddress, noWebAddress } from './webhookUrl';
import { CredentialError } from '../../../../credentials/credentialError';
import type { Failure } from './failure';

/** Why an item was not delivered. */
export type ItemError = Failure | InvalidParameter | CredentialError;

const mayBeDone = 'It may have been carried out all the same.';

export function isOwnError(error: unknown): error is InvalidParameter | CredentialError {
	return error instanceof InvalidParameter || error instanceof CredentialError;
}

const fromOutside =
	'This did not come from Tencent, and nothing was sent for this item. Check the settings of this node, of the workflow and of n8n. If they are right, report it to the authors of this node.';

/** n8n's own messages are a sentence or two. */
const maxWords = 500;

/** What an error says, as far as it may be shown: a request would bring its signature along. */
function wordsOf(text: unknown): string {
	if (typeof text !== 'string' || /usersig|TLS\.sig/i.test(text)) return '';
	return text.trim().slice(0, maxWords);
}

/**
 * Whatever was thrown, as the reason why an item was not delivered: nothing that n8n or the code
 * around an item throws may break off the others, or let it pass as delivered.
 *
 * @param otherwise what to do about it, where the error itself does not say
 */
export function itemErrorOf(
	error: unknown,
	otherwise = fromOutside,
): InvalidParameter | CredentialError {
	if (isOwnError(error)) return error;
	if (isAboutWebAddress(error)) return noWebAddress();
	const { message, description } = (
		typeof error === 'object' && error !== null ? error : { message: error }
	) as { message?: unknown; description?: unknown };
	return new InvalidParameter(
		wordsOf(message) || 'This item failed in n8n',
		wordsOf(description) || otherwise,
	);
}

/** Whether the server may have done what the item asked for, or a part of it. */
export function isInDoubt(error: ItemError): boolean {
	return !isOwnError(error) && error.effect !== 'none';
}

/** What happened. */
export function messageOf(error: ItemError): string {
	return isOwnError(error) ? error.problem : error.message;
}

/** What to do about it. */
export function adviceOf(error: ItemError): string {
	if (isOwnError(error)) return error.advice;
	return error.effect === 'unknown' ? `${mayBeDone} ${error.advice}` : error.advice;
}

/** The facts of a failure, in the API's own spelling: ErrorCode, ErrorInfo, RequestId and such. */
export function dataOf(error: ItemError): IDataObject {
	return isOwnError(error) ? {} : error.data;
}

/**
 * Puts the facts where n8n shows the details of an error: Tencent's own words as "Full message", in
 * place of a second copy of the headline, and all of them as "Error data".
 */
function showDetails(error: NodeApiError, data: IDataObject): void {
	const { ErrorInfo } = data;
	error.messages = typeof ErrorInfo === 'string' && ErrorInfo !== '' ? [ErrorInfo] : [];
	if (Object.keys(data).length > 0) error.context.data = data;
}

/**
 * A node error made from plain data: n8n hands an existing NodeApiError back unchanged, and the one
 * of its HTTP helper holds the request with its signature.
 *
 * @param item counted from 0; none where no item is at work, as for the lists of the editor
 * @param closing a last sentence for the description
 */
export function toNodeError(
	node: INode,
	error: ItemError,
	item: number | undefined,
	closing = '',
): NodeApiError | NodeOperationError {
	const message = messageOf(error);
	const description = [adviceOf(error), closing].filter((part) => part !== '').join(' ');
	if (isOwnError(error)) {
		return new NodeOperationError(node, message, { description, itemIndex: item });
	}
	// A name such as ECONNREFUSED would make n8n put a message of its own in place of this one.
	const code = error.data.ErrorCode ?? error.data.httpStatus;
	const shown = new NodeApiError(node, { message, ...dataOf(error) } as JsonObject, {
		message,
		description,
		itemIndex: item,
		...(code === undefined ? {} : { httpCode: String(code) }),
	});
	showDetails(shown, error.data);
	return shown;
}

/** Whatever was thrown, as a node error; one that was made to be shown stays as it is. */
export function nodeErrorOf(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return toNodeError(node, itemErrorOf(error), 0);
}
