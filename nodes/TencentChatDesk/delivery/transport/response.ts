import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse } from '../../contract';
import { objectOf, parseReceived } from '../../parameters/json';
import { type Failure, failureOf } from '../errors/failure';
import { explain } from '../errors/explain';

export type CallResult = { ok: true; response: ApiResponse } | { ok: false; failure: Failure };

const refused = (failure: Failure): CallResult => ({ ok: false, failure });

/** Tencent's words are a sentence. More of them would be kept once for each failed item. */
const maxInfo = 1_000;

/** What is no JSON object says as little as an empty one. */
const parseObject = (text: string): IDataObject => objectOf(parseReceived(text));

function codeOf({ ErrorCode }: IDataObject): number | undefined {
	return Number.isInteger(ErrorCode) ? (ErrorCode as number) : undefined;
}

const bounded = (value: unknown): string =>
	typeof value === 'string' ? value.slice(0, maxInfo) : '';

function factsOf(response: IDataObject): IDataObject {
	const { ErrorCode, ErrorInfo, RequestId } = response;
	return {
		ErrorCode,
		ErrorInfo: bounded(ErrorInfo),
		...(typeof RequestId === 'string' ? { RequestId: bounded(RequestId) } : {}),
	};
}

/** An HTTP status other than 2xx, and no envelope to say more. Documented for network trouble only. */
function statusFailure(httpStatus: number): Failure {
	if (httpStatus === 429) {
		return failureOf(
			'frequency',
			'Something in front of the REST API says that there were too many requests',
			"Lower 'Requests per Second' under 'Delivery'.",
			{ httpStatus },
		);
	}
	if (httpStatus >= 300 && httpStatus < 400) {
		return failureOf(
			'permanent',
			'The host redirects to another address, which is not followed',
			"The signature is sent to the app's own host only. Check 'Region' and 'Custom Host' in the credential.",
			{ httpStatus },
		);
	}
	if (httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408) {
		return failureOf(
			'permanent',
			`The host refused the request with HTTP status ${httpStatus}`,
			"That is not an answer of Tencent's REST API: a proxy, a firewall or a wrong 'Custom Host' in the credential gives it.",
			{ httpStatus },
		);
	}
	return failureOf(
		'lost',
		`The REST API failed with HTTP status ${httpStatus}`,
		'Its network has trouble at the moment. Look into the conversation before sending again.',
		{ httpStatus },
	);
}

const notUnderstood = (httpStatus: number) =>
	failureOf(
		'lost',
		'The answer of the host is not one of the REST API',
		"If it happens every time, check 'Region' and 'Custom Host' in the credential. If not, look into the conversation before sending again.",
		{ httpStatus },
	);

const contradiction = failureOf(
	'lost',
	"Tencent's answer contradicts itself: it says FAIL, with the ErrorCode of success",
	'Look into the conversation or the app before running this item again.',
);

/**
 * Judges a response: only HTTP 2xx with a JSON object whose `ErrorCode` is 0 and whose
 * `ActionStatus` does not say the contrary is good.
 *
 * @param text the body, or undefined when it was larger than is ever documented
 * @param retryAfter milliseconds that the header of that name asks to wait, if there is one
 * @param path `service/command` that answered
 */
export function parseResponse(
	httpStatus: number,
	text: string | undefined,
	retryAfter?: number,
	path?: string,
): CallResult {
	const response = parseObject(text ?? '');
	const code = codeOf(response);
	if (code !== undefined && code !== 0) {
		const data = factsOf(response);
		const { message, advice, kind, about } = explain(code, data.ErrorInfo as string, path);
		return refused({ ...failureOf(kind, message, advice, data), ...(about && { about }) });
	}
	if (httpStatus < 200 || httpStatus > 299) {
		const failure = statusFailure(httpStatus);
		return refused(retryAfter === undefined ? failure : { ...failure, retryAfter });
	}
	if (code !== 0) return refused(notUnderstood(httpStatus));
	if (response.ActionStatus === 'FAIL')
		return refused({ ...contradiction, data: factsOf(response) });
	return { ok: true, response };
}
