/**
 * A real n8n whose process is killed with SIGKILL in the middle of a run, started again, and made to
 * execute the same workflow again. Tencent's own window for copies is a second, so that nothing holds
 * because of it.
 */
import type { IncomingMessage } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { arrivalsOf, viewsOf } from '../harness/arrivals';
import { Installation } from '../harness/editor/installation';
import { customersOf, messagesOf, type Message } from '../harness/messages';
import { itemsOf, runOf } from '../harness/n8n/runRecord';
import { sized } from '../support/size';
import { demoWorld } from '../../simulator';
import { fraction, seededRandom } from '../../simulator/random';
import { fromList } from './support/fromList';

const customers = sized(500, 100);
const messages = sized(5_000, 400);
const kills = sized(10, 1);
const once = { sendOnce: true, deduplicationKey: '={{ $json.text }}' };

const direct: INodeParameters = {
	resource: 'directMessage',
	operation: 'send',
	toAccount: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options: { ...once, requestsPerSecond: 200 },
};

const contact: INodeParameters = {
	resource: 'session',
	operation: 'contactUser',
	serviceAccount: '@customer_service_account',
	userId: '={{ $json.to }}',
	options: { ...once, requestsPerSecond: 100 },
};

const live: INodeParameters = {
	resource: 'liveRoom',
	operation: 'sendText',
	roomId: 'room1',
	senderAccount: 'user1',
	text: '={{ $json.text }}',
	options: once,
};

let installation: Installation;

beforeAll(async () => {
	const world = demoWorld();
	installation = await Installation.create(
		{},
		{
			simulator: {
				world: { accounts: [...world.accounts, ...customersOf(customers)] },
				behaviour: { rateLimit: null, sendmsgDedup: 'oneSecond', latencyMs: 5 },
			},
		},
	);
});

afterAll(async () => await installation.remove());

/** Runs the workflow again and again, killed at moments by chance, and then to its end. */
async function runWithKills(
	name: string,
	parameters: INodeParameters,
	items: IDataObject[],
	path: string,
	seed: number,
): Promise<{ sent: IDataObject[]; failed: IDataObject[] }> {
	const { simulator } = installation;
	const random = seededRandom(seed);
	await installation.importWorkflows(fromList(name, items, parameters));
	for (let kill = 0; kill < kills; kill += 1) {
		// What is in doubt is not sent again, so that each run makes fewer calls than the one before it.
		let left = 1 + Math.floor((fraction(random) * items.length) / (2 * kills));
		const dying = new AbortController();
		const watch = ({ url }: IncomingMessage) => {
			if (url?.includes(path) && --left === 0) dying.abort();
		};
		simulator.app.server.on('request', watch);
		await installation.executeUntilKilled(name, dying.signal);
		simulator.app.server.off('request', watch);
	}
	const { output } = await installation.execute(name);
	const run = runOf(output);
	const jsonOf = (index: number) => itemsOf(run, 'Send', index).map(({ json }) => json);
	return { sent: jsonOf(0), failed: jsonOf(1) };
}

it(`${messages} direct messages arrive once each, in order, over ${kills} kills`, async () => {
	const list = messagesOf('Message', messages, customers);
	const { sent, failed } = await runWithKills('direct', direct, list, 'openim/sendmsg', 17);
	expect([sent.length, failed]).toEqual([messages, []]);
	const views = viewsOf(installation.simulator.conversations(), 'c2c');
	expect(arrivalsOf(list, views)).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0 });
});

it(`${customers} customers are contacted once each, over ${kills} kills`, async () => {
	const list = messagesOf('Contact', customers, customers);
	const path = 'desk_http_svc/contact_user';
	const { sent, failed } = await runWithKills('contact', contact, list, path, 18);
	expect([sent.length, failed]).toEqual([customers, []]);
	const contacted = installation.simulator.requests
		.filter((request) => request.path === path && request.errorCode === 0)
		.map(({ body }) => (body as { ClientUserID: string }).ClientUserID);
	expect(contacted.sort()).toEqual(customersOf(customers).sort());
});

it(`live messages never come twice, and what is missing is reported, over ${kills} kills`, async () => {
	const list: Message[] = messagesOf('Live', sized(1_000, 300), 1);
	const path = 'live_engine_http_srv/send_text_msg';
	const { sent, failed } = await runWithKills('live', live, list, path, 19);
	expect(sent.length + failed.length).toBe(list.length);
	const shown = installation.simulator
		.conversations()
		.flatMap(({ entries }) => entries.map(({ text }) => text))
		.filter((text) => text.startsWith('Live '));
	expect(new Set(shown).size).toBe(shown.length);
	const missing = list.filter(({ text }) => !shown.includes(text));
	expect(sent.length).toBeGreaterThan(0);
	expect(failed.length).toBeGreaterThanOrEqual(missing.length);
	expect(failed).toEqual(
		failed.map(
			() =>
				expect.objectContaining({
					error: expect.objectContaining({ mayHaveBeenSent: true }) as unknown,
				}) as unknown,
		),
	);
});
