import { createServer } from 'node:http';

import type { INodeParameters } from 'n8n-workflow';

import { listen } from '../../harness/ports';
import { userSig } from '../../../credentials/userSig';
import { startSimulator, type Simulator } from '../../../simulator';
import { findSecrets } from '../../harness/secrets';
import { app, textsIn } from '../../harness/engineTestbed';
import { after, productionUrl, token, TriggerTestbed } from './support';

const roomCreated = 'Live.CallbackAfterCreateRoom';
const gift = 'Live.CallbackBeforeSendGift';
const notBlocked = 'Live.CallbackBeforeCallBackNotBlock';

describe('the Live callback URL', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({ apps: [app] });
	});
	afterEach(async () => await simulator.close());

	const testbed = (parameters: INodeParameters = {}, changes = {}) =>
		new TriggerTestbed(
			{ events: [roomCreated, after], registerLive: true, ...parameters },
			{ region: 'custom', customHost: simulator.url, ...changes },
		);
	const paths = () => simulator.requests.map(({ path }) => path);
	const bodies = (command: string) =>
		simulator.requests
			.filter(({ path }) => path === `live_config/${command}`)
			.map(({ body }) => body);
	it('is entered on activation for the Live events alone, with the token', async () => {
		await testbed().lifecycle('create');

		expect(bodies('set_callback')).toEqual([
			{ Url: productionUrl, CallbackCommandList: [roomCreated] },
		]);
		expect(bodies('set_callback_token')).toEqual([{ Token: token, IsTokenEnable: true }]);
	});

	it('is updated where it stands there already, and the token left alone where there is none', async () => {
		await testbed().lifecycle('create');
		await testbed({ events: ['*'] }, { callbackToken: '' }).lifecycle('create');

		const [updated] = bodies('update_callback') as Array<{ CallbackCommandList: string[] }>;
		expect(updated?.CallbackCommandList).toContain(roomCreated);
		expect(updated?.CallbackCommandList).not.toContain(after);
		expect(bodies('set_callback_token')).toHaveLength(1);
	});

	const entered = async (parameters: INodeParameters) => {
		await testbed(parameters).lifecycle('create');
		const [body] = bodies('set_callback') as Array<{ CallbackCommandList: string[] }>;
		return body?.CallbackCommandList ?? [];
	};

	it('is entered for all that only informs where any event is wanted, and for nothing that waits', async () => {
		const commands = await entered({ events: ['*'] });

		expect(commands).toEqual(
			expect.arrayContaining([
				roomCreated,
				'Mic.CallbackAfterSeatInfoChanged',
				'Follow.CallbackAfterFollowAdd',
				'Group.CallbackAfterSendMsg',
			]),
		);
		expect(commands.filter((command) => command.includes('Before'))).toEqual([]);
		// Of Chat's own events the messages of rooms alone are on the list for Live.
		const ofGroups = commands.filter((command) => command.startsWith('Group.'));
		expect(ofGroups).toEqual(['Group.CallbackAfterSendMsg']);
		expect(commands.filter((command) => !/^(Live|Mic|Follow|Group)\./.test(command))).toEqual([]);
	});

	it('is entered for what waits where it was chosen by name, beside any event too', async () => {
		const beforeMessage = 'Group.CallbackBeforeSendMsg';
		const commands = await entered({ events: ['*', beforeMessage] });

		expect(commands).toContain(beforeMessage);
		expect(commands).not.toContain(gift);
	});

	it.each([
		['pass, unless somebody wants it otherwise', {}, [gift, notBlocked]],
		['are blocked', { letGiftsPass: false }, [gift]],
	])('is entered so that gifts without an answer %s', async (_what, more, commands) => {
		expect(await entered({ events: [gift], ...more })).toEqual(commands);
	});

	it('is entered for the messages of rooms alone', async () => {
		const messages = ['Group.CallbackBeforeSendMsg', 'Group.CallbackAfterSendMsg'];
		expect(await entered({ events: messages })).toEqual(messages);
	});

	it('is removed on deactivation', async () => {
		await testbed().lifecycle('create');
		await testbed().lifecycle('delete');

		expect(bodies('delete_callback')).toHaveLength(1);
		await testbed().lifecycle('create');
		expect(bodies('set_callback')).toHaveLength(2);
	});

	it.each(['create', 'delete'] as const)(
		'of somebody else is neither overwritten nor removed (%s)',
		async (method) => {
			const foreign = 'https://crm.example.com/hook?key=hidden';
			await setUrl(simulator, foreign);

			const trying = testbed().lifecycle(method);

			if (method === 'create') {
				const error = (await trying.catch((thrown: unknown) => thrown)) as Error;
				expect(error.message).toContain('https://crm.example.com');
				expect(textsIn(error)).not.toContain('hidden');
				const secrets = { secretKey: app.secretKey, callbackToken: token };
				expect(findSecrets(textsIn(error), secrets)).toEqual([]);
			} else {
				await trying;
			}
			expect(paths().filter((path) => path !== 'live_config/get_callback')).toEqual([
				'live_config/set_callback',
			]);
		},
	);

	it('is never touched for a test, nor unless somebody asks for it', async () => {
		await testbed().lifecycle('create', 'manual');
		await testbed().lifecycle('delete', 'manual');
		await testbed({ registerLive: false }).lifecycle('create');
		await testbed({ registerLive: false }).lifecycle('delete');

		expect(paths()).toEqual([]);
	});

	it('needs a Live event', async () => {
		await expect(testbed({ events: [after] }).lifecycle('create')).rejects.toThrow(
			"'Events' holds no Live event",
		);
		expect(paths()).toEqual([]);
	});

	it('is refused without giving away the token, even by a host that repeats it', async () => {
		const host = createServer((request, response) => {
			let text = '';
			request.setEncoding('utf8').on('data', (part: string) => (text += part));
			request.on('end', () => {
				const isToken = request.url?.includes('set_callback_token');
				const ErrorInfo = isToken ? `bad request ${text}` : '';
				const [ActionStatus, ErrorCode] = isToken ? ['FAIL', 999123] : ['OK', 0];
				const body = { ActionStatus, ErrorCode, ErrorInfo };
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify(body));
			});
		});
		const port = await listen(host);

		const error: unknown = await testbed({}, { customHost: `http://127.0.0.1:${port}` })
			.lifecycle('create')
			.catch((thrown: unknown) => thrown);
		await new Promise((resolve) => host.close(resolve));

		expect(textsIn(error)).toContain('bad request');
		const secrets = { secretKey: app.secretKey, callbackToken: token };
		expect(findSecrets(textsIn(error), secrets)).toEqual([]);
	});

	it('that Tencent refuses keeps the workflow inactive, with a reason', async () => {
		const refused = testbed({}, { callbackToken: 'x'.repeat(200) }).lifecycle('create');

		await expect(refused).rejects.toThrow(/./);
		await expect(refused).rejects.not.toThrow('xxxxxxxx');
	});
});

/** Somebody else enters a URL, with the same signing credential. */
async function setUrl(simulator: Simulator, url: string): Promise<void> {
	const address = new URL(`${simulator.url}/v4/live_config/set_callback`);
	const query = {
		sdkappid: String(app.sdkAppId),
		identifier: 'administrator',
		usersig: userSig({
			sdkAppId: app.sdkAppId,
			identifier: 'administrator',
			secretKey: app.secretKey,
			signatureLifetime: 3600,
		}),
		random: '1',
		contenttype: 'json',
	};
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ Url: url, CallbackCommandList: [gift] }),
	});
	expect(await response.json()).toMatchObject({ ErrorCode: 0 });
}
