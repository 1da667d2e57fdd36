import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { demoCosCredentialData } from '../harness/demoCredential';
import { loadPackage } from '../harness/engine';
import { testbeds, type Testbed } from '../harness/engineTestbed';
import { cosCredentialType, packageName } from '../harness/project';
import { findSecrets } from '../harness/secrets';
import { demoBucket } from '../../simulator';

const open = testbeds();

/** n8n's old request helper, as far as a test of a credential uses it. */
const helpers = {
	async request({ method, uri, headers, body }: Record<string, string | Record<string, string>>) {
		const response = await fetch(uri as string, {
			method: method as string,
			headers: headers as Record<string, string>,
			body: body as string,
			redirect: 'manual',
		});
		return { statusCode: response.status, body: await response.text() };
	},
};

/** Presses "Test". Whatever comes of it, no secret may be left in it. */
async function press(testbed: Testbed, changes: object = {}): Promise<INodeCredentialTestResult> {
	const types = await loadPackage();
	const node = types.getByNameAndVersion(`${packageName}.tencentChatDesk`);
	const test = node.methods!.credentialTest!.cosConnection!;
	const context = { helpers } as unknown as ICredentialTestFunctions;
	const result = await test.call(context, {
		id: '1',
		name: 'COS',
		type: cosCredentialType,
		data: { ...demoCosCredentialData(testbed.simulator.url), ...changes },
	});
	const secrets = { secretKey: demoBucket.secretKey, cosSecretKey: 'a-wrong-key-of-somebody' };
	expect(findSecrets(result.message, secrets)).toEqual([]);
	return result;
}

describe("the test in the form of COS's credential", () => {
	it('passes for a good one, by writing a file that says what it is', async () => {
		const testbed = await open();

		expect(await press(testbed)).toEqual({ status: 'OK', message: 'Connection successful!' });

		const [file] = testbed.simulator.files.list();
		expect(file!.key).toBe('n8n/connection-test.txt');
	});

	it.each([
		['a wrong key', { secretKey: 'a-wrong-key-of-somebody' }, {}, "'SecretKey' does not belong"],
		['an unknown key', { secretId: 'AKIDnobody' }, {}, "does not know this 'SecretId'"],
		['a wrong bucket', { bucket: 'other-1250000000' }, {}, "'Bucket' in this 'Region'"],
		['a bucket without its APPID', { bucket: 'files' }, {}, "'Bucket' is not the name"],
		['missing rights', {}, { cosDenied: ['PutObject'] }, 'Allow its user PutObject'],
		['a wrong clock', {}, { cosClockMs: 3_600_000 }, 'Set the clock'],
		['a full storage', {}, { cosFull: true }, 'The storage is full'],
		[
			'a host where nobody is',
			{ customHost: 'http://127.0.0.1:9' },
			{},
			'connection to the bucket',
		],
	])('tells %s', async (_mistake, changes, behaviour, says) => {
		const testbed = await open();
		Object.assign(testbed.simulator.behaviour, behaviour);

		const { status, message } = await press(testbed, changes);

		expect(status).toBe('Error');
		expect(message).toContain(says);
	});
});
