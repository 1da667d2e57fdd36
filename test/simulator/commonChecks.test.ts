import { demoApp } from '../../simulator';
import { accountCheck, contactUser, deskSend, liveTextCommand, sendmsg } from '../harness/commands';
import { testbeds, directMessage, userSig, type Query } from '../harness/simulatorTestbed';

const body = { CheckItem: [{ UserID: 'alice' }] };

describe('every API', () => {
	const open = testbeds();

	it('takes POST only', async () => {
		const testbed = await open();

		const response = await fetch(testbed.urlOf(accountCheck));

		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60002 });
	});

	it('refuses a URL that cannot be decoded', async () => {
		const testbed = await open();

		const response = await fetch(`${testbed.simulator.url}/v4/openim/%zz`, { method: 'POST' });

		expect(await response.json()).toMatchObject({ ErrorCode: 60002 });
	});

	it.each(['openim/nothing', 'OpenIM/sendmsg', 'openim', 'openim/sendmsg/'])(
		'has to exist under exactly its name, unlike %s',
		async (path) => {
			const testbed = await open();

			expect(await testbed.codeOf(path, {})).toBe(60009);
		},
	);

	const queries: Array<[string, number, Query]> = [
		['no sdkappid', 60012, { sdkappid: undefined }],
		['an empty sdkappid', 60012, { sdkappid: '' }],
		['an sdkappid that is no number', 60006, { sdkappid: '14e8' }],
		['the sdkappid of an app elsewhere', 70020, { sdkappid: '1400000002' }],
		['no identifier', 60025, { identifier: undefined }],
		['an empty identifier', 60025, { identifier: '' }],
		['no contenttype', 60025, { contenttype: undefined }],
		['another contenttype', 60025, { contenttype: 'xml' }],
		['no random', 60002, { random: undefined }],
		['a random of more than 32 bits', 60002, { random: '4294967296' }],
		['a negative random', 60002, { random: '-1' }],
	];
	it.each(queries)('refuses %s with %i', async (_what, code, query) => {
		const testbed = await open();

		expect(await testbed.codeOf(accountCheck, body, query)).toBe(code);
	});

	it('accepts the greatest random', async () => {
		const testbed = await open();

		expect(await testbed.codeOf(accountCheck, body, { random: '4294967295' })).toBe(0);
	});

	it.each([
		[accountCheck, 60010],
		[contactUser, 60010],
		[liveTextCommand, 60010],
		[sendmsg, 90009],
		[deskSend, 90009],
	])('may be called by admins only: %s answers %i', async (path, code) => {
		const testbed = await open();
		const asUser = { identifier: 'alice', usersig: userSig({ identifier: 'alice' }) };

		expect(await testbed.codeOf(path, {}, asUser)).toBe(code);
	});

	it.each([
		[accountCheck, 60003, 60003],
		[contactUser, 60003, 141004],
		[liveTextCommand, 60003, 100002],
		[sendmsg, 90001, 20001],
		[deskSend, 90001, 141004],
	])('wants a JSON object: %s', async (path, notJson, notAnObject) => {
		const testbed = await open();

		expect(await testbed.codeOf(path, '')).toBe(notJson);
		expect(await testbed.codeOf(path, '{"a":1')).toBe(notJson);
		expect(await testbed.codeOf(path, '[]')).toBe(notAnObject);
	});

	it('answers 200 even when it refuses', async () => {
		const testbed = await open();

		const response = await testbed.send(sendmsg, {}, { sdkappid: undefined });

		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toContain('application/json');
	});

	it('keeps the world of each app to itself', async () => {
		const other = { ...demoApp, sdkAppId: 1400000002, secretKey: 'f'.repeat(64) };
		const testbed = await open({ apps: [demoApp, other] });
		testbed.simulator.world(other.sdkAppId).accounts.delete('alice');
		const asOther = {
			sdkappid: String(other.sdkAppId),
			usersig: userSig({ sdkAppId: other.sdkAppId, secretKey: other.secretKey }),
		};

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);
		expect(await testbed.codeOf(sendmsg, directMessage(), asOther)).toBe(90012);
	});
});

describe('account_check', () => {
	const open = testbeds();

	it('tells imported accounts from others, an admin among the former', async () => {
		const testbed = await open();

		const { ResultItem } = await testbed.call(accountCheck, {
			CheckItem: [{ UserID: 'administrator' }, { UserID: 'zoe' }],
		});

		expect(ResultItem).toEqual([
			{ UserID: 'administrator', ResultCode: 0, ResultInfo: '', AccountStatus: 'Imported' },
			{ UserID: 'zoe', ResultCode: 0, ResultInfo: '', AccountStatus: 'NotImported' },
		]);
	});

	it.each([
		[{}, 70402],
		[{ CheckItem: [] }, 70402],
		[{ CheckItem: Array.from({ length: 101 }, () => ({ UserID: 'alice' })) }, 70402],
		[{ CheckItem: [{}] }, 70402],
		[{ CheckItem: [{ UserID: 5 }] }, 60015],
	])('refuses %j', async (body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(accountCheck, body)).toBe(code);
	});
});

describe('account_import', () => {
	const open = testbeds();
	const importCommand = 'im_open_login_svc/account_import';

	it('makes an account known, so that it can receive messages', async () => {
		const testbed = await open();
		expect(await testbed.codeOf(sendmsg, directMessage({ To_Account: 'zoe' }))).toBe(90012);

		expect(await testbed.codeOf(importCommand, { UserID: 'zoe', Nick: 'Zoe' })).toBe(0);

		expect(await testbed.codeOf(sendmsg, directMessage({ To_Account: 'zoe' }))).toBe(0);
		expect(testbed.simulator.world().accounts.get('zoe')?.nick).toBe('Zoe');
	});

	it.each([
		[{}, 70402],
		[{ UserID: 7 }, 60015],
		[{ UserID: 'ü'.repeat(17) }, 70402],
		[{ UserID: 'zoe', Nick: 7 }, 70402],
		[{ UserID: 'zoe', FaceUrl: 7 }, 70402],
	])('refuses %j', async (body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(importCommand, body)).toBe(code);
	});
});
