import type { JsonObject } from '../../../simulator/json';
import type { Readings } from '../../../simulator/readings';
import { copies, history } from './messages';
import { undecided, type Question, type Sighting } from '../question';
import { randomNumber, textBody, Unavailable, type Service } from '../service/service';

const of = (command: string) => `desk_http_svc/${command}`;

/** No Desk in this app, or not under this host. */
const noDesk = [60009, 141000];
const badParameter = 141004;

/**
 * The account that was named, or else the first of the app.
 *
 * @throws Unavailable without Desk
 */
async function serviceAccount(service: Service): Promise<string> {
	if (service.named !== undefined) return service.named;
	const code = await service.decide(of('get_im_agent_list'), {});
	const [first] = (service.lastResponse.Data ?? []) as JsonObject[];
	if (typeof first?.IMAgentUserId === 'string') return first.IMAgentUserId;
	throw new Unavailable(`no customer service account can be found (${code})`);
}

const available: Question = {
	name: 'Desk under the host of the app',
	question: 'Do Desk commands answer under the same host as all others?',
	does: 'Asks for the session of a throwaway account.',
	async *ask(service) {
		const [customer] = await service.pair();
		const code = await service.decide(of('get_session_state'), {
			ClientUserId: customer,
			CustomerServiceId: await serviceAccount(service),
		});
		return noDesk.includes(code) ? undecided(`there is no Desk (${code})`) : { answer: 'yes' };
	},
};

const contactSpelling: Question = {
	name: 'Field names of Contact User',
	always: true,
	question: 'Which spelling does contact_user read: IMAgentUserId or IMAgentUserID?',
	does: 'Asks to contact a user who does not exist, with each spelling. Nobody can be contacted so.',
	async *ask(service) {
		const account = await serviceAccount(service);
		const nobody = service.unusedId();
		const table = await service.decide(of('contact_user'), {
			IMAgentUserId: account,
			ClientUserId: nobody,
		});
		const sample = await service.decide(of('contact_user'), {
			IMAgentUserID: account,
			ClientUserID: nobody,
		});
		return spellingOf(table, sample);
	},
};

/** A spelling that is not read leaves out what is required: 141004. */
function spellingOf(table: number, sample: number): Sighting {
	const codes = [table, sample];
	if (codes.some((code) => noDesk.includes(code))) return undecided(`there is no Desk (${table})`);
	const [readsTable, readsSample] = codes.map((code) => code !== badParameter);
	if (!readsTable && !readsSample) return undecided('both get 141004');
	const of = (contactFieldSpelling: Readings['contactFieldSpelling'], answer: string) => ({
		answer,
		readings: { contactFieldSpelling },
	});
	if (readsTable && readsSample) return of('either', 'both');
	return readsTable
		? of('table', 'IMAgentUserId, that of the field table')
		: of('sample', 'IMAgentUserID, that of the sample');
}

const roleList: Question = {
	name: 'List of roles',
	question: 'Is there a command that lists the roles of agents?',
	does: 'Calls get_role_list, which some pages have.',
	async *ask(service) {
		await serviceAccount(service);
		return { answer: `get_role_list gets ${await service.decide(of('get_role_list'), {})}` };
	},
};

const deskMessage = (FromAccount: string, ToAccount: string) => ({
	FromAccount,
	ToAccount,
	MsgRandom: randomNumber(),
	MsgBody: textBody('probe: copies'),
});

/** What the window is, by the last second at which a copy was dropped. */
const windows: Record<number, Sighting> = {
	0: { answer: 'a copy after two seconds is another message', readings: { deskDedupSeconds: 0 } },
	2: { answer: 'between 2 and 30 seconds', readings: { deskDedupSeconds: 10 } },
	30: { answer: 'between 30 and 130 seconds', readings: { deskDedupSeconds: 120 } },
	130: { answer: 'between 130 and 305 seconds', readings: { deskDedupSeconds: 300 } },
	305: { answer: 'longer than 305 seconds' },
};

const deskWindow: Question = {
	name: 'Copies of Desk messages: for how long',
	question: 'For how long does Desk drop a copy?',
	does: 'Sends a message to a throwaway customer, copies after 2, 30, 130 and 305 seconds, and reads the history.',
	needs: ['desk'],
	async *ask(service) {
		const account = await serviceAccount(service);
		const customer = await service.account();
		const message = deskMessage(account, customer);
		const { first, copy, droppedUntil } = yield* copies(
			[2, 30, 130, 305],
			() => service.call(of('send_msg'), message),
			async () => (await history(service, customer, account)).length,
		);
		const code = Number(first.ErrorCode);
		if (code !== 0) return undecided(`the message is refused (${code})`);
		const window = windows[droppedUntil];
		if (!window || droppedUntil === 0) return window;
		return { ...window, answer: `${window.answer}; it gets ErrorCode ${Number(copy.ErrorCode)}` };
	},
};

const deskScope: Question = {
	name: 'Copies of Desk messages: the customer',
	question: 'Is the same MsgRandom to another customer a copy?',
	does: 'Sends one message to two throwaway customers, with the same number, and reads the history.',
	needs: ['desk'],
	async *ask(service) {
		const account = await serviceAccount(service);
		const [one, other] = [await service.account(), await service.account()];
		const message = deskMessage(account, one);
		const code = await service.decide(of('send_msg'), message);
		if (code !== 0) return undecided(`the message is refused (${code})`);
		await service.decide(of('send_msg'), { ...message, ToAccount: other });
		yield 2;
		return (await history(service, other, account)).length > 0
			? { answer: 'no, both arrive', readings: { deskDedupScope: 'conversation' } }
			: { answer: 'yes, it is dropped', readings: { deskDedupScope: 'app' } };
	},
};

const deskData: Question = {
	name: 'Data of Desk messages',
	question: 'Does the history of two users give the CloudCustomData of Desk messages?',
	does: 'Sends a message with data to a throwaway customer, and reads the history.',
	needs: ['desk'],
	async *ask(service) {
		const account = await serviceAccount(service);
		const customer = await service.account();
		const message = { ...deskMessage(account, customer), CloudCustomData: '{"probe":1}' };
		const code = await service.decide(of('send_msg'), message);
		if (code !== 0) return undecided(`the message is refused (${code})`);
		yield 2;
		const [found] = await history(service, customer, account);
		if (!found) return undecided('the history does not have the message');
		const deskHistoryData = found.CloudCustomData === message.CloudCustomData;
		return { answer: deskHistoryData ? 'yes' : 'no', readings: { deskHistoryData } };
	},
};

/** Contacts a throwaway customer, in both spellings at once. */
async function contactThrowaway(service: Service) {
	const account = await serviceAccount(service);
	const customer = await service.account();
	service.belongings.noteSession(account, customer);
	const code = await service.decide(of('contact_user'), {
		IMAgentUserId: account,
		IMAgentUserID: account,
		ClientUserId: customer,
		ClientUserID: customer,
	});
	return { code, account, customer };
}

const contact: Question = {
	name: 'Contact User',
	question: 'What does contact_user answer, and which code is there when nobody is online?',
	does: 'Contacts a throwaway customer in the name of an agent, and ends the session.',
	needs: ['agents'],
	async *ask(service) {
		const { code, account, customer } = await contactThrowaway(service);
		if (code === 141017) return { answer: '141017', readings: { nobodyAvailableCode: 141017 } };
		if (code !== 0) return { answer: `${code}` };
		yield 2;
		const { SessionId } = await service.call(of('get_session_state'), {
			ClientUserId: customer,
			CustomerServiceId: account,
		});
		if (typeof SessionId !== 'string') return { answer: 'an agent was found' };
		await service.call(of('describe_chat_messages'), { SessionId });
		await service.call(of('end_session'), { SessionId });
		return { answer: 'an agent was found' };
	},
};

/** Names of a kind as Desk has them, which is not what customers write. */
const isEventName = (text: string) => /^[A-Za-z.]{1,40}$/.test(text);

const familyOf = ({ command }: { command: string }) => command.split('.')[0] ?? '';

const callbackSignature: Question = {
	name: 'Signature of Desk callbacks',
	question: 'Are the callbacks of Desk signed?',
	does: 'Contacts a throwaway customer and looks at the callbacks that arrive.',
	needs: ['callbacks', 'agents'],
	async *ask(service) {
		if (!service.callbacks) throw new Unavailable('nobody listens for callbacks');
		await contactThrowaway(service);
		const callback = await service.callbacks.first((one) => familyOf(one) === 'Desk');
		if (!callback) return undecided('no callback of Desk arrived');
		const signed = callback.signature !== 'none';
		const answer = signed ? `yes (signature: ${callback.signature})` : 'no';
		return { answer, readings: { signsAll: signed } };
	},
};

const eventNames: Question = {
	name: 'Events of Desk',
	question: "What are the events of Desk's session callback called? The pages name three of them.",
	does: 'Contacts a throwaway customer, ends the session, and looks at the callbacks that arrive.',
	needs: ['callbacks', 'agents'],
	async *ask(service) {
		const { callbacks } = service;
		if (!callbacks) throw new Unavailable('nobody listens for callbacks');
		await contactThrowaway(service);
		await callbacks.first(({ event }) => event !== undefined);
		yield 20;
		const names = callbacks.received.flatMap(({ event = '' }) =>
			isEventName(event) ? [event] : [],
		);
		return names.length === 0
			? undecided('no event arrived')
			: { answer: [...new Set(names)].sort().join(', ') };
	},
};

export const desk: readonly Question[] = [
	available,
	contactSpelling,
	roleList,
	deskWindow,
	deskScope,
	deskData,
	contact,
	callbackSignature,
	eventNames,
];
