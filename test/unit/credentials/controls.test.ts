import { existsSync } from 'node:fs';

import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { readAccount } from '../../../credentials/account';
import { authenticate } from '../../../credentials/authenticate';
import { CredentialError } from '../../../credentials/credentialError';
import { TencentChatDeskApi } from '../../../credentials/TencentChatDeskApi.credentials';
import { testRules } from '../../../credentials/testRules';
import { inProject } from '../../harness/project';

const controls = () => new TencentChatDeskApi().properties;
const control = (name: string) => controls().find((property) => property.name === name)!;

/** A credential whose empty fields alone were filled in. */
const filledIn = (): ICredentialDataDecryptedObject => ({
	...Object.fromEntries(controls().map(({ name, default: start }) => [name, start])),
	sdkAppId: 1400000001,
	secretKey: 'c0ffee11d22e33f44a55b66c77d88e99',
});

describe('the dialog of the credential', () => {
	it('is found by its name, with an icon for both themes and its own page of the manual', () => {
		const { name, displayName, icon, documentationUrl } = new TencentChatDeskApi();
		expect([name, displayName]).toEqual(['tencentChatDeskApi', 'Tencent Chat Desk API']);
		const { light, dark } = icon as { light: string; dark: string };
		expect(light).not.toBe(dark);
		for (const file of [light, dark]) {
			expect(file).toMatch(/^file:\.\.\/icons\/.+\.svg$/);
			expect(existsSync(inProject('credentials', file.replace('file:', '')))).toBe(true);
		}
		const page = /^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/main\/(.+)$/.exec(documentationUrl);
		expect(existsSync(inProject(page![1]!))).toBe(true);
	});

	it('asks for what saved credentials hold', () => {
		const rowOf = ({ displayName, name, type, default: start, required }: INodeProperties) =>
			[displayName, name, type, start, required === true] as unknown[];
		expect(controls().map(rowOf)).toEqual([
			['SDKAppID', 'sdkAppId', 'number', '', true],
			['Identifier', 'identifier', 'string', 'administrator', true],
			['Secret Key', 'secretKey', 'string', '', true],
			['Region', 'region', 'options', 'china', true],
			['Custom Host', 'customHost', 'string', '', true],
			['Signature Lifetime (Seconds)', 'signatureLifetime', 'number', 86_400, false],
			['Callback Token', 'callbackToken', 'string', '', false],
		]);
	});

	it('is filled in by the number of the app and its key', () => {
		expect(readAccount(filledIn())).toEqual({
			sdkAppId: 1400000001,
			identifier: 'administrator',
			secretKey: 'c0ffee11d22e33f44a55b66c77d88e99',
			origin: 'https://console.tim.qq.com',
			signatureLifetime: 86_400,
		});
	});

	it('hides what is secret, and nothing else', () => {
		const hidden = controls().filter(({ typeOptions }) => typeOptions?.password);
		expect(hidden.map(({ name }) => name)).toEqual(['secretKey', 'callbackToken']);
	});

	it('asks for a host only where the region is one of the user', () => {
		const shown = controls().map(({ name, displayOptions }) => [name, displayOptions]);
		expect(shown.filter(([, options]) => options !== undefined)).toEqual([
			['customHost', { show: { region: ['custom'] } }],
		]);
	});

	it('offers regions that can all be called', () => {
		for (const { value } of control('region').options as Array<{ value: string }>) {
			const account = readAccount({ ...filledIn(), region: value, customHost: 'gateway.example' });
			expect(account.origin).toMatch(/^https:\/\/[a-z.]+$/);
		}
	});

	it.each([
		['SDKAppID', 'sdkAppId', 1],
		['Signature Lifetime (Seconds)', 'signatureLifetime', 60],
	])('takes the same numbers as the check before a call: %s', (label, name, min) => {
		expect(control(name).typeOptions).toEqual({ minValue: min, numberPrecision: 0 });
		expect(readAccount({ ...filledIn(), [name]: min })).toMatchObject({ [name]: min });
		const read = () => readAccount({ ...filledIn(), [name]: min - 1 });
		expect(read).toThrow(CredentialError);
		expect(read).toThrow(`'${label}'`);
	});

	it('says where to find each value', () => {
		for (const { description } of controls()) expect(description).toMatch(/\w{3}/);
		const examples = ['sdkAppId', 'identifier', 'customHost'].map(
			(name) => control(name).placeholder,
		);
		expect(examples).toEqual([
			'e.g. 1400000001',
			'e.g. administrator',
			'e.g. adminapisgp.my-imcloud.com',
		]);
	});
});

describe('the credential test', () => {
	it("asks whether the admin's own account exists, signed like every call", () => {
		const credential = new TencentChatDeskApi();
		expect(credential.test).toEqual({
			request: {
				method: 'POST',
				url: '/v4/im_open_login_svc/account_check',
				headers: { 'Content-Type': 'application/json' },
				body: { CheckItem: [{ UserID: '={{ String($credentials.identifier) }}' }] },
			},
			rules: testRules,
		});
		expect(credential.authenticate).toBe(authenticate);
	});
});
