import type { Call } from '../rest/endpoint';

const before = 'ForbidBeforeSendMsgCallback';
const after = 'ForbidAfterSendMsgCallback';

/** What ForbidCallbackControl may hold. */
export const forbidCallback = [before, after];

function forbids({ body }: Call, what: string): boolean {
	const forbidden = body.ForbidCallbackControl;
	return Array.isArray(forbidden) && forbidden.includes(what);
}

export const forbidsBefore = (call: Call): boolean => forbids(call, before);
export const forbidsAfter = (call: Call): boolean => forbids(call, after);
