/** @typedef {import('../view').InboxView} InboxView */
/** @typedef {import('../view').InboxQuery} InboxQuery */

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
async function get(path) {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`The simulator answered ${path} with ${response.status}.`);
	return await response.json();
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>}
 */
async function post(path, body) {
	const response = await fetch(path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	}).catch(() => {
		throw new Error('The simulator does not answer. Is it still running?');
	});
	const answer = await response.json().catch(() => ({}));
	if (answer.ErrorCode) throw new Error(`${answer.ErrorInfo} (ErrorCode ${answer.ErrorCode})`);
	if (!response.ok) {
		const words = answer.problems?.join('; ') ?? answer.error ?? `HTTP ${response.status}`;
		throw new Error(`The simulator refused this: ${words}`);
	}
	return answer;
}

/**
 * What the page has to show.
 *
 * @param {InboxQuery} query
 * @returns {Promise<InboxView>}
 */
export async function readInbox(query) {
	const parameters = Object.entries(query).map(([name, value]) => [name, String(value)]);
	return await get(`/api/inbox?${new URLSearchParams(parameters)}`);
}

/**
 * Who and what a customer can write to.
 *
 * @returns {Promise<import('../../customer/world').CustomerWorld>}
 */
export const readWorld = () => get('/api/customer/world');

/** @param {import('../../customer/write').CustomerMessage} message */
export const sendAsCustomer = (message) => post('/api/customer/messages', message);

/**
 * What a customer's client tells Desk by itself or for a button: 7 when the window opens, 24 when the
 * customer wants to rate.
 *
 * @param {'7' | '24'} src
 * @param {import('../view').OpenConversation} conversation
 * @param {string} from
 */
export function signalDesk(src, { people, sdkAppId }, from) {
	const serviceAccount = people.find(({ role }) => role === 'serviceAccount')?.userId ?? '';
	const Data = JSON.stringify({ customerServicePlugin: 0, src });
	const msgBody = [{ MsgType: 'TIMCustomElem', MsgContent: { Data } }];
	return sendAsCustomer({ from, serviceAccount, sdkAppId, msgBody });
}

/** @param {{ conversationId: string, msgKey: string }} message */
export const recallAsCustomer = (message) => post('/api/customer/recall', message);

/** @param {{ sessionId: string, sdkAppId: number }} session */
export const endSession = (session) => post('/api/customer/sessions/end', session);

/** @param {{ sessionId: string, sdkAppId: number }} session */
export const askForAgent = (session) => post('/api/customer/sessions/agent', session);

/** @param {{ account: string, online: boolean, sdkAppId: number }} presence */
export const setPresence = (presence) => post('/api/customer/presence', presence);

/** @param {{ account: string, peer: string, sdkAppId: number }} reading */
export const markAsRead = (reading) => post('/api/customer/read', reading);

/** @param {import('../../faults').ScriptedFault[]} failNext */
export const planFaults = (failNext) => post('/api/behaviour', { failNext });

/**
 * Where callbacks go.
 *
 * @returns {Promise<{ settings: { url: string | null, deskUrl: string | null } }>}
 */
export const readCallbacks = () => get('/api/callbacks');

/** @param {{ url: string | null, deskUrl: string | null }} addresses */
export const changeCallbacks = (addresses) => post('/api/callbacks', addresses);

/** Everything back to how it was at the start. */
export const resetEverything = () => post('/api/reset', {});

/**
 * Calls `changed` when there is something new to read, and `connected` with whether the simulator
 * can be heard. The browser connects again by itself.
 *
 * @param {() => void} changed
 * @param {(isConnected: boolean) => void} connected
 */
export function listen(changed, connected) {
	const events = new EventSource('/api/events');
	events.addEventListener('change', changed);
	events.addEventListener('open', () => {
		connected(true);
		changed();
	});
	events.addEventListener('error', () => connected(false));
}
