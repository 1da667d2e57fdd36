import type { Call } from '../rest/endpoint';

const BEFORE = 'ForbidBeforeSendMsgCallback';
const AFTER = 'ForbidAfterSendMsgCallback';

/** What ForbidCallbackControl may hold. */
export const FORBID_CALLBACK = [BEFORE, AFTER];

function forbids({ body }: Call, what: string): boolean {
	const forbidden = body.ForbidCallbackControl;
	return Array.isArray(forbidden) && forbidden.includes(what);
}

export const forbidsBefore = (call: Call): boolean => forbids(call, BEFORE);
export const forbidsAfter = (call: Call): boolean => forbids(call, AFTER);
