/**
 * A real n8n whose process is killed with SIGKILL in the middle of a run, started again, and made to
 * execute the same workflow again. Tencent's own window for copies is a second, so that nothing holds
 * because of it.
 */
import type { IncomingMessage } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { arrivalsOf, viewsOf } from '../harness/arrivals';
import { rememberedSize } from '../harness/editor/database';
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

interface Outcome {
	sent: IDataObject[];
	failed: IDataObject[];
	/** Their places among the items. */
	failedItems: number[];
	/** What is worth telling of all the runs. */
	figures: string;
}

const countOf = (items: IDataObject[], field: string): number =>
	items.filter(({ [field]: value }) => value === true).length;

/** Runs the workflow again and again, killed at moments by chance, and then to its end. */
async function runWithKills(
	name: string,
	parameters: INodeParameters,
	items: IDataObject[],
	path: string,
	seed: number,
): Promise<Outcome> {
	const { simulator } = installation;
	const random = seededRandom(seed);
	const startedAt = performance.now();
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
	const [sent, failed] = [jsonOf(0), jsonOf(1)];
	const failedItems = itemsOf(run, 'Send', 1).map(
		({ pairedItem }) => (pairedItem as { item: number }).item,
	);
	const figures = [
		`${items.length} items, ${kills} kills, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
		`in the last run ${countOf(sent, 'alreadySent')} already sent, ${countOf(sent, 'verified')} looked up, ${failed.length} in doubt`,
		`${rememberedSize(installation.userFolder, name)} characters in n8n's database`,
	].join('; ');
	return { sent, failed, failedItems, figures };
}

const tell = (what: string, figures: string, found: object) =>
	process.stderr.write(`${what}: ${figures}; ${JSON.stringify(found)}\n`);

it(`${messages} direct messages arrive once each, in order, over ${kills} kills`, async () => {
	const list = messagesOf('Message', messages, customers);
	const { sent, failed, figures } = await runWithKills(
		'direct',
		direct,
		list,
		'openim/sendmsg',
		17,
	);
	const views = viewsOf(installation.simulator.conversations(), 'c2c');
	const { lost, doubled, outOfOrder } = arrivalsOf(list, views);
	tell('direct messages', figures, { lost, doubled, outOfOrder });
	expect([sent.length, failed]).toEqual([messages, []]);
	expect({ lost, doubled, outOfOrder }).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
});

it(`${customers} customers are contacted once each, over ${kills} kills`, async () => {
	const list = messagesOf('Contact', customers, customers);
	const path = 'desk_http_svc/contact_user';
	const { sent, failed, figures } = await runWithKills('contact', contact, list, path, 18);
	const contacted = installation.simulator.requests
		.filter((request) => request.path === path && request.errorCode === 0)
		.map(({ body }) => (body as { ClientUserID: string }).ClientUserID);
	tell('contacts', figures, { contacts: contacted.length, customers: new Set(contacted).size });
	expect([sent.length, failed]).toEqual([customers, []]);
	expect(contacted.sort()).toEqual(customersOf(customers).sort());
});

it(`live messages never come twice, and what is missing is reported, over ${kills} kills`, async () => {
	const list: Message[] = messagesOf('Live', sized(1_000, 300), 1);
	const path = 'live_engine_http_srv/send_text_msg';
	const { sent, failed, failedItems, figures } = await runWithKills('live', live, list, path, 19);
	expect(sent.length + failed.length).toBe(list.length);
	const shown = installation.simulator
		.conversations()
		.flatMap(({ entries }) => entries.map(({ text }) => text))
		.filter((text) => text.startsWith('Live '));
	const missing = list.filter(({ text }) => !shown.includes(text));
	tell('live messages', figures, {
		doubled: shown.length - new Set(shown).size,
		missing: missing.length,
	});
	expect(new Set(shown).size).toBe(shown.length);
	expect(sent.length).toBeGreaterThan(0);
	expect(failedItems).toEqual(expect.arrayContaining(missing.map(({ number }) => number)));
	expect(failed).toEqual(
		failed.map(
			() =>
				expect.objectContaining({
					error: expect.objectContaining({ mayHaveBeenSent: true }) as unknown,
				}) as unknown,
		),
	);
});
